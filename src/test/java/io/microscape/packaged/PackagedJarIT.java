package io.microscape.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that people run, after it has been packaged. */
class PackagedJarIT {
    private static final Path JAR = Path.of("target", "microscape.jar");

    @TempDir
    private Path home;

    @Test
    void explainsItself() throws Exception {
        Run help = run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("Usage: microscape").contains("serve");
    }

    @Test
    void runsTheSampleStudyAndExportsIt() throws Exception {
        Run run = run("run", "sample-data/chongqing/study.yml", "--home", home.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("27 sampled spaces");
        Run export = run("export", "chongqing", home.resolve("result.gpkg").toString(), "--home", home.toString());
        assertThat(export.exitCode()).as(export.output()).isZero();
        assertThat(home.resolve("result.gpkg")).isNotEmptyFile();
    }

    /** Writers of image formats ask the jar who made them. */
    @Test
    void drawsMapsInEveryFormat() throws Exception {
        run("run", "sample-data/chongqing/study.yml", "--home", home.toString());
        Path log = home.resolve("serve.log");
        Process service = new ProcessBuilder(command("serve", "--home", home.toString(), "--port", "0"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            String wms = address(service, log);
            for (String format : List.of("image/png", "image/jpeg")) {
                URI map =
                        URI.create(wms + "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=chongqing:net_carbon&STYLES="
                                + "&CRS=CRS:84&BBOX=106.39,29.79,106.41,29.81&WIDTH=64&HEIGHT=32&FORMAT=" + format);
                HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(map).build(), HttpResponse.BodyHandlers.ofInputStream());
                assertThat(answer.headers().firstValue("Content-Type"))
                        .as(format)
                        .contains(format);
                assertThat(ImageIO.read(answer.body()).getWidth()).as(format).isEqualTo(64);
            }
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    /** The address of the WMS, which the service prints when it is ready. */
    private static String address(Process service, Path log) throws IOException, InterruptedException {
        Pattern ready = Pattern.compile("WMS (http://\\S+/wms)");
        while (service.isAlive()) {
            Matcher found = ready.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the service ended: " + Files.readString(log));
    }

    @Test
    void aFailureIsOneLineAndExitCodeOne() throws Exception {
        Run run = run("run", "no-such.yml", "--home", home.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output().strip().lines()).hasSize(1);
    }

    /** The fat jar of GeoTools carries old copies of other libraries' classes; those of the libraries themselves must win. */
    @Test
    void holdsTheLibrariesOwnClasses() throws IOException {
        List<String> replaced = new ArrayList<>();
        ClassLoader classPath = PackagedJarIT.class.getClassLoader();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().matches("(org/slf4j|com/google/common|jakarta|org/locationtech/jts)/.*\\.class")) {
                    try (InputStream packaged = jar.getInputStream(entry);
                            InputStream own = classPath.getResourceAsStream(entry.getName())) {
                        if (own == null || !java.util.Arrays.equals(packaged.readAllBytes(), own.readAllBytes())) {
                            replaced.add(entry.getName());
                        }
                    }
                }
            }
        }
        assertThat(replaced).isEmpty();
    }

    private record Run(int exitCode, String output) {}

    private static Run run(String... arguments) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
