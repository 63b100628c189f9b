package io.microscape.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFolderTest {
    @TempDir
    Path folder;

    @Test
    void theFoldersAreFoundInTheRunnableJarAsWell() throws Exception {
        Path jar = folder.resolve("microscape.jar");
        Path classes = Path.of("target/classes");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                boolean wanted = name.startsWith("layers") || name.contains("atlas/ResourceFolder");
                if (wanted && Files.isDirectory(file)) {
                    entries.putNextEntry(new JarEntry(name + "/"));
                } else if (wanted) {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                }
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Method read = loader.loadClass(ResourceFolder.class.getName())
                    .getDeclaredMethod("read", String.class, String.class, List.class);
            read.setAccessible(true);
            Map<?, ?> fromJar = (Map<?, ?>) read.invoke(null, "layers", ".yml", List.of());
            assertThat(fromJar.keySet().stream().map(String::valueOf))
                    .containsExactlyElementsOf(
                            ResourceFolder.read("layers", ".yml", List.of()).keySet())
                    .contains("net_carbon.yml");
        }
    }

    @Test
    void aFileOfTheSameNameReplacesTheBuiltInOne() throws Exception {
        Files.createDirectories(folder.resolve("layers"));
        Files.writeString(folder.resolve("layers/roads.yml"), "mine");
        Map<String, ResourceFolder.TextFile> files = ResourceFolder.read("layers", ".yml", List.of(folder));
        assertThat(files.get("roads.yml").text()).isEqualTo("mine");
        assertThat(files.get("surfaces.yml").text()).contains("surfaces");
    }
}
