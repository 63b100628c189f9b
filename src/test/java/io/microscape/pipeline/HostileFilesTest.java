package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to harm: each ends in one clear line, which names the variable of the limit where one applies, and the store
 * stays as it was. The time limit is only there to end a test whose file was swallowed.
 */
@Timeout(180)
class HostileFilesTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String STUDY = "fortress";

    @TempDir
    private static Path folder;

    private static Workspace workspace;
    private static Study study;

    @BeforeAll
    static void importSomethingToLose() throws IOException {
        workspace = Workspace.open(Settings.fromEnvironment(
                Map.of("MICROSCAPE_HOME", folder.resolve("home").toString())));
        study = new Study(STUDY, new LocalizedText("Fortress", null), null, StudyParameters.DEFAULTS, List.of());
        Path square = Files.writeString(
                folder.resolve("square.geojson"),
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"S\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[106.4,29.8],[106.401,29.8],[106.401,29.801],[106.4,29.801],[106.4,29.8]]]}}");
        workspace.pipeline().importSource(study, SourceSpec.of(SourceKind.SPACES, square), false, Progress.NONE);
    }

    @AfterAll
    static void close() {
        workspace.close();
    }

    @Test
    void anExternalEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret");
        Path file = Files.writeString(
                folder.resolve("xxe.osm"),
                "<!DOCTYPE osm [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><osm><node id='1' lat='1' lon='1'>"
                        + "<tag k='name' v='&x;'/></node></osm>");
        assertThat(refusal(SourceKind.OSM, file)).contains("DOCTYPE").doesNotContain("the-secret");
    }

    @Test
    void aBillionLaughsAreNotLaughed() throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY a0 'lol'>");
        for (int i = 1; i < 10; i++) {
            String ten = ("&a" + (i - 1) + ";").repeat(10);
            entities.append("<!ENTITY a").append(i).append(" '").append(ten).append("'>");
        }
        Path file = Files.writeString(
                folder.resolve("laughs.osm"),
                "<!DOCTYPE osm [" + entities
                        + "]><osm><node id='1' lat='1' lon='1'><tag k='name' v='&a9;'/></node></osm>");
        assertThat(refusal(SourceKind.OSM, file)).contains("DOCTYPE");
    }

    @Test
    void anEntryOutsideOfTheArchiveIsNotUnpacked() throws IOException {
        Path file = folder.resolve("slip.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("../../../slipped.geojson"));
            zip.write(Files.readAllBytes(folder.resolve("square.geojson")));
        }
        assertThat(refusal(SourceKind.SPACES, file)).contains("slipped.geojson");
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bomb.geojson"));
            blanks(zip, 256);
        }
        assertThat(refusal(SourceKind.SPACES, file)).contains("MICROSCAPE_MAX_COMPRESSION_RATIO");
    }

    @Test
    void aGzipBombIsNotUnpacked() throws IOException {
        Path file = folder.resolve("bomb.osm.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write("<osm>".getBytes(StandardCharsets.UTF_8));
            blanks(gzip, 256);
        }
        assertThat(refusal(SourceKind.OSM, file)).contains("MICROSCAPE_MAX_COMPRESSION_RATIO");
    }

    @Test
    void tenMillionCoordinatesAreTooMany() throws IOException {
        Path file = folder.resolve("many.geojson");
        byte[] positions = "[1,2],".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("{\"type\":\"LineString\",\"coordinates\":[".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10_000; i++) {
                out.write(positions);
            }
            out.write("[1,2]]}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refusal(SourceKind.ROADS, file)).contains("feature 1", "MICROSCAPE_MAX_COORDINATES");
    }

    @Test
    void nestingHasAnEnd() throws IOException {
        Path file = Files.writeString(
                folder.resolve("deep.geojson"),
                "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertThat(refusal(SourceKind.SPACES, file)).contains("nesting is deeper than 64 levels");
    }

    @Test
    void aShapefileIsNotBelievedToHoldTwoBillionPoints() throws IOException {
        ByteBuffer shp = ByteBuffer.allocate(100 + 8 + 64);
        shp.putInt(0, 9994).putInt(24, shp.capacity() / 2);
        shp.putInt(100, 1).putInt(104, 32);
        shp.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        shp.putInt(108, 5).putInt(108 + 36, 1).putInt(108 + 40, Integer.MAX_VALUE);
        assertThat(refusal(SourceKind.SPACES, Files.write(folder.resolve("points.shp"), shp.array())))
                .contains("feature 1", "MICROSCAPE_MAX_COORDINATES");
    }

    @Test
    void aGeoTiffIsNotBelievedToHaveTwoBillionRowsAndColumns() throws IOException {
        int[][] tags = {
            {256, 4, 1, Integer.MAX_VALUE},
            {257, 4, 1, Integer.MAX_VALUE},
            {258, 3, 1, 8},
            {259, 3, 1, 1},
            {262, 3, 1, 1},
            {273, 4, 1, 8},
            {277, 3, 1, 1},
            {278, 4, 1, Integer.MAX_VALUE},
            {279, 4, 1, 1}
        };
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 * tags.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            tiff.putShort((short) tag[0])
                    .putShort((short) tag[1])
                    .putInt(tag[2])
                    .putInt(tag[3]);
        }
        assertThat(refusal(SourceKind.CANOPY, Files.write(folder.resolve("huge.tif"), tiff.array())))
                .contains("MICROSCAPE_MAX_UNZIPPED_BYTES");
    }

    @Test
    void aFlatGeobufHeaderIsNotBelievedToHaveTwoGigabytes() throws IOException {
        Path file = folder.resolve("header.fgb");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(new byte[] {'f', 'g', 'b', 3, 'f', 'g', 'b', 0, -1, -1, -1, 127});
            out.setLength(1L << 32);
        }
        assertThat(refusal(SourceKind.SPACES, file)).contains("header");
    }

    @Test
    void aLineOfAGigabyteIsNotGathered() throws IOException {
        Path file = folder.resolve("line.csv");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write("code,lon,lat\nS,106.4,29.8\n".getBytes(StandardCharsets.UTF_8));
            out.setLength(1L << 30);
        }
        assertThat(refusal(SourceKind.TREES, file)).contains("row 3", "MICROSCAPE_MAX_TEXT_LENGTH");
    }

    @Test
    void aliasesOfAStudyFileDoNotMultiply() throws IOException {
        StringBuilder yaml = new StringBuilder("study: " + STUDY + "\na0: &a0 [x, x]\n");
        for (int i = 1; i < 100; i++) {
            yaml.append("a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        Path file = Files.writeString(folder.resolve("bomb.yml"), yaml);
        assertThat(refusal(file, () -> workspace.pipeline().run(file, Progress.NONE)))
                .contains("alias");
    }

    private static void blanks(OutputStream out, int megabytes) throws IOException {
        byte[] blank = " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < megabytes; i++) {
            out.write(blank);
        }
    }

    private static String refusal(SourceKind kind, Path file) {
        SourceSpec spec = new SourceSpec(
                kind,
                file,
                "EPSG:4326",
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                kind == SourceKind.CANOPY ? ">= 2" : null,
                null,
                false);
        return refusal(file, () -> workspace.pipeline().importSource(study, spec, false, Progress.NONE));
    }

    /** The one line in which the work ends. */
    private static String refusal(Path file, Runnable work) {
        StoreState before = StoreState.of(workspace.store(), STUDY);
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, work::run);
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.headline()).startsWith(file.getFileName().toString()).hasSizeLessThan(400);
        assertThat(StoreState.of(workspace.store(), STUDY)).isEqualTo(before);
        return refused.headline();
    }
}
