package io.microscape.source.flatgeobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.flatbuffers.FlatBufferBuilder;
import io.microscape.source.FeatureReader;
import io.microscape.source.Reading;
import io.microscape.study.InvalidInputException;
import io.microscape.testing.Gdal;
import io.microscape.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

class FlatGeobufReaderTest {
    @TempDir
    private Path folder;

    private static byte[] sized(ToIntFunction<FlatBufferBuilder> table) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        builder.finishSizePrefixed(table.applyAsInt(builder));
        return builder.sizedByteArray();
    }

    private static byte[] header(int geometryType, int... columnTypes) {
        return sized(builder -> {
            int[] columns = new int[columnTypes.length];
            for (int i = 0; i < columns.length; i++) {
                int name = builder.createString(ColumnType.name(columnTypes[i]));
                Column.startColumn(builder);
                Column.addName(builder, name);
                Column.addType(builder, columnTypes[i]);
                columns[i] = Column.endColumn(builder);
            }
            int vector = Header.createColumnsVector(builder, columns);
            int name = builder.createString("小微空间");
            Header.startHeader(builder);
            Header.addName(builder, name);
            Header.addColumns(builder, vector);
            Header.addGeometryType(builder, geometryType);
            Header.addIndexNodeSize(builder, 0);
            return Header.endHeader(builder);
        });
    }

    private Path write(byte[]... tables) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Constants.MAGIC_BYTES);
        for (byte[] table : tables) {
            out.writeBytes(table);
        }
        return Files.write(folder.resolve("made.fgb"), out.toByteArray());
    }

    @Test
    void allColumnTypes() throws IOException {
        ByteBuffer values = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = "越秀公园".getBytes(StandardCharsets.UTF_8);
        values.putShort((short) 0).put((byte) -1);
        values.putShort((short) 1).put((byte) -1);
        values.putShort((short) 2).put((byte) 1);
        values.putShort((short) 3).putShort((short) -2);
        values.putShort((short) 4).putShort((short) -2);
        values.putShort((short) 5).putInt(-3);
        values.putShort((short) 6).putInt(-3);
        values.putShort((short) 7).putLong(-4);
        values.putShort((short) 8).putLong(-4);
        values.putShort((short) 9).putFloat(0.5f);
        values.putShort((short) 10).putDouble(0.1);
        for (int column = 11; column <= 14; column++) {
            values.putShort((short) column).putInt(text.length).put(text);
        }
        byte[] properties = Arrays.copyOf(values.array(), values.position());
        int[] types = new int[15];
        Arrays.setAll(types, i -> i);
        byte[] feature = sized(builder -> {
            int vector = Feature.createPropertiesVector(builder, properties);
            Feature.startFeature(builder);
            Feature.addProperties(builder, vector);
            return Feature.endFeature(builder);
        });
        byte[] bare = sized(builder -> {
            Feature.startFeature(builder);
            return Feature.endFeature(builder);
        });
        Reading reading = Reading.of(write(header(GeometryType.Point, types), feature, bare));
        assertThat(reading.layer()).isEqualTo("小微空间");
        assertThat(reading.features().get(0).attributes().values())
                .containsExactly(
                        -1L,
                        255L,
                        true,
                        -2L,
                        65534L,
                        -3L,
                        4294967293L,
                        -4L,
                        new BigInteger("18446744073709551612"),
                        0.5,
                        0.1,
                        "越秀公园",
                        "越秀公园",
                        "越秀公园",
                        null);
        assertThat(reading.notes()).containsExactly("column Binary: binary values are not read (feature 1)");
        assertThat(reading.features().get(1).attributes())
                .hasSize(15)
                .allSatisfy((k, v) -> assertThat(v).isNull());
        assertThat(reading.geometry(1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "NO"})
    void withAndWithoutIndexItGivesWhatTheOriginalHolds(String indexed) {
        Path original = SharedData.path("yuexiu/Yuexiu_osm_green_proj.gpkg");
        Path copy = folder.resolve("green.fgb");
        Gdal.ogr2ogr("-f", "FlatGeobuf", copy.toString(), original.toString(), "-lco", "SPATIAL_INDEX=" + indexed);
        Reading expected = Reading.of(original);
        Reading reading = Reading.of(copy);
        assertThat(reading.crs()).isEqualTo(new FeatureReader.DeclaredCrs("EPSG:4547", "file"));
        assertThat(reading.features()).hasSize(354);
        // With an index GDAL sorts features along a Hilbert curve.
        assertThat(reading.values("osm_id")).containsExactlyInAnyOrderElementsOf(expected.values("osm_id"));
        assertThat(area(reading)).isCloseTo(area(expected), within(1e-6));
    }

    private static double area(Reading reading) {
        return reading.features().stream()
                .mapToDouble(feature -> feature.geometry().getArea())
                .sum();
    }

    @Test
    void zIsDropped() throws IOException {
        Path json = Files.writeString(
                folder.resolve("z.geojson"),
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                        + "{\"type\":\"LineString\",\"coordinates\":[[1,2,3],[4,5,6]]}}");
        Path file = folder.resolve("z.fgb");
        Gdal.ogr2ogr("-f", "FlatGeobuf", file.toString(), json.toString());
        Reading reading = Reading.of(file);
        assertThat(reading.geometry(0).toText()).isEqualTo("LINESTRING (1 2, 4 5)");
        assertThat(reading.geometry(0).getCoordinate().getZ()).isNaN();
        assertThat(reading.notes()).containsExactly("Z and M values are dropped");
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.path("nasty/mapshaper/gpkg_fgb/poly00.fgb"));
        for (int length : List.of(0, 4, 10, 300, 1500, whole.length - 1)) {
            Path cut = Files.write(folder.resolve("cut.fgb"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Reading.of(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("cut.fgb")
                    .hasMessageEndingWith("export or download the file again");
        }
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.fgb"), "{\"type\": \"FeatureCollection\"}");
        assertThatThrownBy(() -> Reading.of(other))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("other.fgb: is no FlatGeobuf file of version 3; check that the file is what its name says");
    }

    @Test
    void partsThatShareTheirBytesDoNotMultiply() throws IOException {
        byte[] feature = sized(builder -> {
            int parts = Geometry.createXyVector(builder, new double[] {1, 2});
            Geometry.startGeometry(builder);
            Geometry.addXy(builder, parts);
            int geometry = Geometry.endGeometry(builder);
            for (int level = 0; level < 12; level++) {
                int[] same = new int[16];
                Arrays.fill(same, geometry);
                int vector = Geometry.createPartsVector(builder, same);
                Geometry.startGeometry(builder);
                Geometry.addParts(builder, vector);
                Geometry.addType(builder, GeometryType.GeometryCollection);
                geometry = Geometry.endGeometry(builder);
            }
            Feature.startFeature(builder);
            Feature.addGeometry(builder, geometry);
            return Feature.endFeature(builder);
        });
        Path bomb = write(header(GeometryType.GeometryCollection), feature);
        assertThatThrownBy(() -> Reading.of(bomb))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("it has more coordinates than the limit");
    }
}
