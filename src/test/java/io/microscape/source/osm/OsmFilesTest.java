package io.microscape.source.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.source.ImportLimits;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.testing.CollectingSink;
import io.microscape.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file formats: the same data in each, and every kind of damage. */
class OsmFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bautzen.osm", "berlin-siegessaeule.osm.gz"})
    void theSameDataGiveTheSameFeaturesInEveryFormat(String name) throws IOException {
        Path shared = SharedData.path("osm/" + name);
        byte[] xml = name.endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(shared)).readAllBytes()
                : Files.readAllBytes(shared);
        Path plain = Files.write(folder.resolve("town.osm"), xml);
        Path gzip = folder.resolve("town.osm.gz");
        pack(gzip, xml, GZIPOutputStream::new);
        Path bzip2 = folder.resolve("town.osm.bz2");
        pack(bzip2, xml, BZip2CompressorOutputStream::new);
        Path pbf = folder.resolve("town.osm.pbf");
        PbfWriter.write(plain, pbf);

        CollectingSink expected = new CollectingSink();
        assertThat(read(plain, expected).format()).isEqualTo("OSM XML");
        assertThat(expected.roads).isNotEmpty();
        List<String> formats = new ArrayList<>();
        for (Path file : List.of(gzip, bzip2, pbf)) {
            CollectingSink sink = new CollectingSink();
            ImportReport report = read(file, sink);
            formats.add(report.format());
            assertThat(report.notes()).noneMatch(note -> note.contains("whatever its name says"));
            assertThat(sink.spaces).hasToString(expected.spaces.toString());
            assertThat(sink.surfaces).hasToString(expected.surfaces.toString());
            assertThat(sink.roads).hasToString(expected.roads.toString());
            assertThat(sink.crowns).hasToString(expected.crowns.toString());
        }
        assertThat(formats).containsExactly("OSM XML (gzip)", "OSM XML (bzip2)", "OSM PBF");
    }

    @ParameterizedTest
    @CsvSource({"berlin-siegessaeule.osm.gz, wrong.osm.pbf, OSM XML (gzip)", "monaco-latest.osm.pbf, wrong.osm, OSM PBF"
    })
    void theContentCountsAndNotTheName(String name, String wrongName, String format) throws IOException {
        Path file = folder.resolve(wrongName);
        Files.copy(SharedData.path("osm/" + name), file);
        ImportReport report = read(file, new CollectingSink());
        assertThat(report.format()).isEqualTo(format);
        assertThat(report.notes()).contains("the file is " + format + ", whatever its name says");
    }

    @Test
    void progressRunsInBytesOverAllPasses() {
        Path file = SharedData.path("osm/monaco-latest.osm.pbf");
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        OsmSource.read(spec(file), ImportLimits.DEFAULTS, new CollectingSink(), (task, at, total) -> {
            assertThat(task).isEqualTo("reading monaco-latest.osm.pbf");
            done.add(at);
            totals.add(total);
        });
        assertThat(done).isSorted().endsWith(3 * file.toFile().length());
        assertThat(totals).containsOnly(3 * file.toFile().length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                            | it is empty",
                "hello                                                         | neither OSM XML nor PBF",
                "<gpx/>                                                        | root element is <gpx>, not <osm>",
                "<osmChange/>                                                  | a change file has no state",
                "<osm><node id='1' lat='1' lon='1'/>                           | damaged or cut off near line 1",
                "<osm><node id='x' lat='1' lon='1'/></osm>                     | line 1: <node> has id=\"x\"",
                "<osm><node id='1' lat='91' lon='1'/></osm>                    | line 1: <node> has lat=\"91\"",
                "<osm><node id='1' lat='NaN' lon='1'/></osm>                   | line 1: <node> has lat=\"NaN\"",
                "<osm><way id='1'><nd/></way></osm>                            | line 1: <nd> without ref",
                "<!DOCTYPE osm [<!ENTITY a 'b'>]><osm/>                        | DOCTYPE",
                "<!DOCTYPE osm SYSTEM 'file:///etc/passwd'><osm/>              | DOCTYPE"
            })
    void damagedXmlIsRefusedInOneLine(String content, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("坏.osm"), content);
        assertThatThrownBy(() -> read(file, new CollectingSink()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("坏.osm: ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("\n");
    }

    @Test
    void entitiesAreNeverExpanded() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE osm [<!ENTITY a0 'lol'>");
        for (int i = 1; i < 20; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        Path file = Files.writeString(
                folder.resolve("bomb.osm"), bomb + "]><osm><way id='1'><tag k='name' v='&a19;'/></way></osm>");
        assertThatThrownBy(() -> read(file, new CollectingSink()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void bombsAreRefusedByTheLimits() throws IOException {
        byte[] blank = new byte[4 << 20];
        Arrays.fill(blank, (byte) ' ');
        System.arraycopy("<osm>".getBytes(StandardCharsets.UTF_8), 0, blank, 0, 5);
        Path gzip = folder.resolve("bomb.osm.gz");
        pack(gzip, blank, GZIPOutputStream::new);
        assertThatThrownBy(() -> read(gzip, new CollectingSink()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MICROSCAPE_MAX_COMPRESSION_RATIO");
        ImportLimits small = new ImportLimits(1 << 20, 1000, 2 << 20, 10, Integer.MAX_VALUE);
        assertThatThrownBy(() -> OsmSource.read(spec(gzip), small, new CollectingSink(), Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MICROSCAPE_MAX_UNZIPPED_BYTES");
    }

    @Test
    void endlessValuesAndWaysAreRefusedByTheLimits() throws IOException {
        ImportLimits small = new ImportLimits(1000, 1000, 1 << 20, 10, 200);
        Path value = Files.writeString(
                folder.resolve("value.osm"),
                "<osm><way id='1'><tag k='name' v='" + "x".repeat(1 << 20) + "'/></way></osm>");
        assertThatThrownBy(() -> OsmSource.read(spec(value), small, new CollectingSink(), Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MICROSCAPE_MAX_TEXT_LENGTH");
        Path way = Files.writeString(
                folder.resolve("way.osm"), "<osm><way id='1'>" + "<nd ref='1'/>".repeat(1001) + "</way></osm>");
        assertThatThrownBy(() -> OsmSource.read(spec(way), small, new CollectingSink(), Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("way 1 has more than 1000 parts");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16, ''", "GBK, ''", "ISO-8859-1, ''"})
    void textInTheEncodingThatTheFileDeclares(String encoding, String mark) throws IOException {
        String name = encoding.startsWith("ISO") ? "Stra\u00dfe" : "\u6865\u8def";
        Path file = Files.write(
                folder.resolve("text.osm"),
                (mark + "<?xml version='1.0' encoding='" + encoding + "'?><osm><node id='1' lat='1' lon='1'/>"
                                + "<node id='2' lat='1' lon='2'/><way id='1'><nd ref='1'/><nd ref='2'/>"
                                + "<tag k='highway' v='path'/><tag k='name' v='" + name + "'/></way></osm>")
                        .getBytes(encoding));
        CollectingSink sink = new CollectingSink();
        read(file, sink);
        assertThat(sink.roads.get(0).name()).isEqualTo(name);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> read(folder.resolve("none.osm"), new CollectingSink()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.osm: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bautzen.osm", "krems.osm.gz", "monaco-latest.osm.pbf"})
    void truncatedFilesAreRefused(String name) throws IOException {
        byte[] original = Files.readAllBytes(SharedData.path("osm/" + name));
        for (int part = 1; part < 8; part++) {
            Path file = Files.write(
                    folder.resolve(name), Arrays.copyOf(original, (int) ((long) original.length * part / 8)));
            assertThatThrownBy(() -> read(file, new CollectingSink()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(name + ": ")
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"pbf, 1", "gz, 2", "osm, 3"})
    void damagedFilesAreReadOrRefused(String format, long seed) throws IOException {
        Path xml = SharedData.path("osm/bautzen.osm");
        Path file = folder.resolve("damaged." + format);
        switch (format) {
            case "pbf" -> PbfWriter.write(xml, file);
            case "gz" -> pack(file, Files.readAllBytes(xml), GZIPOutputStream::new);
            default -> Files.copy(xml, file);
        }
        byte[] original = Files.readAllBytes(file);
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            byte[] bytes = original.clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                int bound = random.nextInt(4) == 0 ? 64 : bytes.length;
                bytes[random.nextInt(bound)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                read(file, new CollectingSink());
            } catch (InvalidInputException e) {
                assertThat(e.getMessage())
                        .startsWith("damaged." + format + ": ")
                        .doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static ImportReport read(Path file, CollectingSink sink) {
        return OsmSource.read(spec(file), ImportLimits.DEFAULTS, sink, Progress.NONE);
    }

    private static SourceSpec spec(Path file) {
        return SourceSpec.of(SourceKind.OSM, file);
    }

    /** Packs the content in two members, one after the other, as parallel packers do. */
    private static void pack(Path file, byte[] content, Packer packer) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int half = content.length / 2;
        for (byte[] part : List.of(Arrays.copyOf(content, half), Arrays.copyOfRange(content, half, content.length))) {
            try (OutputStream out = packer.over(packed)) {
                out.write(part);
            }
        }
        Files.write(file, packed.toByteArray());
    }

    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }
}
