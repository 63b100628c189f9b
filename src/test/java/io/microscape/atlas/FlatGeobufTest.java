package io.microscape.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.atlas.LayerDefinition.GeometryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.PackedRTree;

class FlatGeobufTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final FlatGeobufSchema SCHEMA = FlatGeobufSchema.lonLat(
            "spaces",
            "Spaces 空间",
            "for the test",
            GeometryType.POLYGON,
            List.of(
                    new FlatGeobufSchema.Column("code", String.class, "code", null),
                    new FlatGeobufSchema.Column("area_m2", Double.class, "area", "面积 m²"),
                    new FlatGeobufSchema.Column("count", Integer.class, null, null),
                    new FlatGeobufSchema.Column("row", Long.class, null, null),
                    new FlatGeobufSchema.Column("sampled", Boolean.class, null, null)));

    @TempDir
    Path folder;

    @Test
    void gdalReadsGeometryAttributesTitlesAndCrs() throws Exception {
        Path file = write(
                List.of(
                        wkt(
                                "POLYGON ((106 29, 106.5 29, 106.5 29.5, 106 29), (106.3 29.1, 106.4 29.1, 106.4 29.2, 106.3 29.1))"),
                        wkt("MULTIPOLYGON (((107 30, 108 30, 108 31, 107 30)), ((109 30, 110 30, 110 31, 109 30)))")),
                List.of(Arrays.asList("甲1", 12.5, 3, 1L << 40, true), Arrays.asList("b\"2", null, null, null, false)));
        String text = run("ogrinfo", "-al", file.toString());
        assertThat(text)
                .contains("Geometry: Multi Polygon", "Feature Count: 2", "ID[\"EPSG\",4326]")
                .contains("Extent: (106.000000, 29.000000) - (110.000000, 31.000000)")
                .contains("code (String) = 甲1", "area_m2 (Real) = 12.5", "count (Integer) = 3")
                .contains("row (Integer64) = 1099511627776", "sampled (Integer(Boolean)) = 1")
                .contains("code (String) = b\"2", "sampled (Integer(Boolean)) = 0")
                .contains("(106.3 29.1,106.4 29.1,106.4 29.2,106.3 29.1)")
                .contains("MULTIPOLYGON (((107 30,108 30,108 31,107 30)),((109 30,110 30,110 31,109 30)))");
    }

    @Test
    void gdalSpatialFilterAndTheLibrarysOwnSearchFindWhatBruteForceFinds() throws Exception {
        List<Geometry> boxes = randomBoxes(2000, 7);
        Path file = write(
                boxes, boxes.stream().map(box -> values(boxes.indexOf(box))).toList());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        HeaderMeta header = HeaderMeta.read(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        FlatGeobufReader reader = FlatGeobufReader.open(file);
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            Envelope box = new Envelope(new Coordinate(106 + random.nextDouble(), 29 + random.nextDouble()));
            box.expandBy(random.nextDouble() / (1 + i % 7));
            TreeSet<String> expected = new TreeSet<>();
            for (int item = 0; item < boxes.size(); item++) {
                if (boxes.get(item).getEnvelopeInternal().intersects(box)) {
                    expected.add("c" + item);
                }
            }
            TreeSet<String> found = new TreeSet<>();
            reader.scan(box, 0, feature -> found.add((String) feature.value(0)));
            assertThat(found).isEqualTo(expected);
            assertThat(PackedRTree.search(bytes, header.offset, 2000, header.indexNodeSize, box))
                    .hasSameSizeAs(expected);
            if (i < 5) {
                assertThat(run(
                                "ogrinfo",
                                "-al",
                                "-so",
                                "-spat",
                                "" + box.getMinX(),
                                "" + box.getMinY(),
                                "" + box.getMaxX(),
                                "" + box.getMaxY(),
                                file.toString()))
                        .contains("Feature Count: " + expected.size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 16, 17, 256, 257, 4097})
    void everySizeOfTreeRoundTrips(int count) throws Exception {
        List<Geometry> boxes = randomBoxes(count, count);
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(values(i));
        }
        Path file = write(boxes, rows);
        FlatGeobufReader reader = FlatGeobufReader.open(file);
        List<Object> seen = new ArrayList<>();
        PackedCoordinates coordinates = new PackedCoordinates();
        reader.scan(null, 0, feature -> {
            int item = (Integer) feature.value(2);
            assertThat(feature.geometry().equalsExact(boxes.get(item))).isTrue();
            assertThat(feature.values()).isEqualTo(rows.get(item));
            feature.read(coordinates);
            assertThat(Arrays.copyOf(coordinates.ordinates(), 2 * coordinates.size()))
                    .isEqualTo(ordinates(boxes.get(item)));
            seen.add(item);
        });
        assertThat(reader.count()).isEqualTo(count);
        assertThat(seen).hasSize(count).doesNotHaveDuplicates();
        assertThat(run("ogrinfo", "-al", "-so", file.toString())).contains("Feature Count: " + count);
        assertThat(folder.toFile().list()).containsExactly("spaces.fgb");
    }

    @Test
    void theSameFeaturesGiveTheSameBytes() throws Exception {
        List<Geometry> boxes = randomBoxes(100, 3);
        List<List<?>> rows = boxes.stream().<List<?>>map(box -> values(1)).toList();
        byte[] first = Files.readAllBytes(write(boxes, rows));
        assertThat(Files.readAllBytes(write(boxes, rows))).isEqualTo(first);
    }

    @Test
    void damagedFilesAreNamedAndDoNotCrash() throws Exception {
        List<Geometry> boxes = randomBoxes(300, 3);
        Path file = write(boxes, boxes.stream().<List<?>>map(box -> values(1)).toList());
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 100, bytes.length / 3, bytes.length - 10}) {
            Path cut = folder.resolve("cut.fgb");
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> FlatGeobufReader.open(cut).scan(null, 0, FeatureView::feature))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(SnapshotUnavailableException.class)
                    .hasMessageContaining("cut.fgb");
        }
        assertThatThrownBy(() -> FlatGeobufReader.open(folder.resolve("absent.fgb")))
                .isInstanceOf(SnapshotUnavailableException.class)
                .hasMessageContaining("absent.fgb");
    }

    @Test
    void aGeometryOfAnotherKindIsRefused() throws Exception {
        try (FlatGeobufWriter writer = new FlatGeobufWriter(folder.resolve("x.fgb"), SCHEMA)) {
            assertThatThrownBy(() -> writer.add(wkt("LINESTRING (0 0, 1 1)"), values(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("LineString");
            assertThatThrownBy(() -> writer.add(wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"), List.of("a")))
                    .hasMessageContaining("1 values");
        }
    }

    private Path write(List<Geometry> geometries, List<? extends List<?>> values) throws Exception {
        Path file = folder.resolve("spaces.fgb");
        try (FlatGeobufWriter writer = new FlatGeobufWriter(file, SCHEMA)) {
            for (int i = 0; i < geometries.size(); i++) {
                writer.add(geometries.get(i), values.get(i));
            }
            writer.finish();
        }
        return file;
    }

    private static List<Object> values(int item) {
        return Arrays.asList("c" + item, item * 0.1, item, (long) item, item % 2 == 0);
    }

    private static List<Geometry> randomBoxes(int count, long seed) {
        Random random = new Random(seed);
        List<Geometry> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 106 + random.nextDouble();
            double y = 29 + random.nextDouble();
            double size = 1e-5 + random.nextDouble() * 0.01;
            boxes.add(GEOMETRIES.createPolygon(new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x + size, y),
                new Coordinate(x + size, y + size),
                new Coordinate(x, y + size),
                new Coordinate(x, y)
            }));
        }
        return boxes;
    }

    private static Geometry wkt(String text) throws Exception {
        return new WKTReader().read(text);
    }

    /** Runs a GDAL tool; absent GDAL fails the test, for it is what proves that others can read the files. */
    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private static double[] ordinates(Geometry geometry) {
        return Arrays.stream(geometry.getCoordinates())
                .flatMapToDouble(point -> DoubleStream.of(point.x, point.y))
                .toArray();
    }
}
