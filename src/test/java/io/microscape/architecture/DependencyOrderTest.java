package io.microscape.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fat jar of GeoTools carries old copies of slf4j, Guava, jakarta.inject, JAXB's parts and others. The first copy on
 * the class path is loaded, so that jar must come last.
 */
class DependencyOrderTest {
    private static final ClassLoader LOADER = DependencyOrderTest.class.getClassLoader();
    private static final Path FAT_JAR = jarOf(CRS.class);

    @Test
    void noClassThatIsElsewhereTooComesFromTheFatJar() throws IOException {
        List<String> duplicates = new ArrayList<>();
        List<String> fromFatJar = new ArrayList<>();
        try (JarFile jar = new JarFile(FAT_JAR.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    List<URL> copies = Collections.list(LOADER.getResources(name));
                    if (copies.size() > 1) {
                        duplicates.add(name);
                        if (isInFatJar(copies.get(0))) {
                            fromFatJar.add(name);
                        }
                    }
                }
            }
        }
        assertThat(duplicates)
                .as("copies that the fat jar is known to carry")
                .contains(
                        "org/slf4j/LoggerFactory.class",
                        "com/google/common/collect/ImmutableList.class",
                        "jakarta/inject/Inject.class",
                        "com/sun/xml/txw2/TXW.class");
        assertThat(fromFatJar).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.slf4j.LoggerFactory",
                "com.google.common.collect.ImmutableList",
                "com.google.common.util.concurrent.internal.InternalFutureFailureAccess",
                "jakarta.inject.Inject",
                "jakarta.xml.bind.JAXBContext",
                "org.glassfish.jaxb.runtime.v2.JAXBContextFactory",
                "com.sun.xml.txw2.TXW",
                "com.sun.istack.Interned",
                "org.locationtech.jts.geom.Geometry"
            })
    void isLoadedFromAJarOfItsOwn(String name) throws ClassNotFoundException {
        assertThat(jarOf(Class.forName(name, false, LOADER))).isNotEqualTo(FAT_JAR);
    }

    /** The runnable jar's class path has the order of the pom. */
    @Test
    void theFatJarIsTheLastDependencyOfThePom() throws IOException {
        List<String> dependencies = Pattern.compile(
                        "<dependency>\\s*<groupId>.*</groupId>\\s*<artifactId>(.*)</artifactId>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(dependencies).hasSizeGreaterThan(20).last().isEqualTo("geotools-wrapper");
    }

    private static boolean isInFatJar(URL resource) {
        return resource.getPath().contains("/" + FAT_JAR.getFileName() + "!");
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
