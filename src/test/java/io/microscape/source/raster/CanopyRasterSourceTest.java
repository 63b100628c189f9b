package io.microscape.source.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.microscape.crs.CoordinateSystem;
import io.microscape.source.ImportLimits;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.testing.CollectingSink;
import io.microscape.testing.Gdal;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** Every cell is compared with the value that GDAL reads from the same file. */
class CanopyRasterSourceTest {
    @TempDir
    Path folder;

    private final CollectingSink sink = new CollectingSink();

    @Test
    void worldCoverOfYuexiu() throws IOException {
        Path file = SharedData.path("yuexiu/Yuexiu_worldcover_proj.tif");
        ImportReport report = read(file, "== 10");
        assertThat(report.crs()).isEqualTo("EPSG:4547");
        assertThat(report.crsFrom()).isEqualTo("file");
        assertEqualsGdal(file, 1, value -> value == 10);
        // counted with numpy in GDAL's Python binding
        assertThat(report.accepted()).isEqualTo(418_704);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("93698 of 418704 cells"));
    }

    @Test
    void canopyHeightsOfKootenay() throws IOException {
        Path file = SharedData.path("kootenay/kootenayCHM.tif");
        ImportReport report = read(file, ">= 2");
        assertThat(report.crs()).isEqualTo("EPSG:32611");
        assertEqualsGdal(file, 1, value -> value >= 2);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("28026 of 55752 cells"));
        assertThat(report.read()).isEqualTo(287 * 218);
    }

    @Test
    void vegetationIndexOfYuexiuIsComparedInItsOwnPrecision() throws IOException {
        Path file = SharedData.path("yuexiu/Yuexiu_ndvi_proj.tif");
        read(file, "> 0.3");
        assertEqualsGdal(file, 1, value -> value > 0.3f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ot Byte -co TILED=YES -co BLOCKXSIZE=64 -co BLOCKYSIZE=64 -co COMPRESS=DEFLATE -co PREDICTOR=2",
                "-ot Int16 -co TILED=YES -co BLOCKXSIZE=512 -co BLOCKYSIZE=512 -co COMPRESS=LZW -co PREDICTOR=2",
                "-ot UInt16 -co BLOCKYSIZE=100 -co COMPRESS=PACKBITS",
                "-ot Int32 -co COMPRESS=DEFLATE -co PREDICTOR=2 -a_nodata 0",
                "-ot UInt32 -co ENDIANNESS=BIG",
                "-ot Float32 -co COMPRESS=LZW -co PREDICTOR=3 -a_nodata -3.40282346639e+38",
                "-ot Float32 -co COMPRESS=ZSTD -co BIGTIFF=YES -a_nodata nan",
                "-ot Float64 -co TILED=YES -co COMPRESS=DEFLATE",
                "-ot Byte -co NBITS=4",
            })
    void sampleTypesCompressionsAndLayouts(String options) throws IOException {
        Path file = translated("kootenay/kootenayCHM.tif", options);
        read(file, ">= 2");
        assertEqualsGdal(file, 1, value -> value >= 2);
    }

    @Test
    void signedBytesKeepTheirSign() throws IOException {
        Path file = translated(
                "kootenay/kootenayCHM.tif", "-ot Byte -co PIXELTYPE=SIGNEDBYTE -scale 0 14 -100 100 -a_nodata -128");
        read(file, "< -50");
        assertEqualsGdal(file, 1, value -> value < -50);
        assertThat(sink.tiles).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PIXEL", "BAND"})
    void theBandThatLayerNames(String interleave) throws IOException {
        Path file = translated(
                "kootenay/kootenayCHM.tif",
                "-b 1 -b 1 -b 1 -b 1 -b 1 -scale_2 0 10 0 20 -co TILED=YES -co INTERLEAVE=" + interleave);
        SourceSpec second = spec(file, ">= 4", null, "2");
        ImportReport report = read(second, null);
        assertThat(report.layer()).isEqualTo("2");
        assertEqualsGdal(file, 2, value -> value >= 4);

        assertThatThrownBy(() -> read(spec(file, ">= 4", null, "6"), null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a number from 1 to 5");
    }

    @Test
    void cellsUnderAMaskAreUnknown() throws IOException {
        Path file = translated(
                "yuexiu/Yuexiu_ndvi_proj.tif", "--config GDAL_TIFF_INTERNAL_MASK YES -a_nodata none -mask 1");
        read(file, "> -2");
        assertEqualsGdal(file, 1, value -> value > -2);
        assertThat(sink.tiles.stream().mapToLong(tile -> bits(tile.known())).sum())
                .isBetween(1L, 862L * 736 - 1);
    }

    @Test
    void scaleAndOffsetAreAppliedAndReported() throws IOException {
        Path file = translated("yuexiu/Yuexiu_worldcover_proj.tif", "-a_scale 0.01 -a_offset 1");
        ImportReport report = read(file, "== 1.1");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("93698 of 418704 cells"));
        assertThat(report.notes()).anyMatch(note -> note.contains("0.01") && note.contains("scale"));
    }

    @Test
    void turnedGrids() throws IOException {
        Path source = SharedData.path("kootenay/kootenayCHM.tif");
        Path vrt = folder.resolve("turned.vrt");
        Gdal.run("gdal_translate", "-q", "-of", "VRT", source, vrt);
        Files.writeString(
                vrt,
                Files.readString(vrt)
                        .replaceFirst(
                                "<GeoTransform>.*</GeoTransform>",
                                "<GeoTransform>439689, 0.4, 0.3, 5526562.5, 0.3, -0.4</GeoTransform>"));
        Path file = folder.resolve("turned.tif");
        Gdal.run("gdal_translate", "-q", vrt, file);
        read(file, ">= 2");
        assertThat(sink.rasters.get(0).gridToCrs()).containsExactly(439689, 0.4, 0.3, 5526562.5, 0.3, -0.4);
        assertEqualsGdal(file, 1, value -> value >= 2);
    }

    @Test
    void coordinatesOfCellMiddlesAreMovedToTheCorner() throws IOException {
        Path file = translated("kootenay/kootenayCHM.tif", "-mo AREA_OR_POINT=Point");
        read(file, ">= 2");
        assertEqualsGdal(file, 1, value -> value >= 2);
        // GDAL, asked to take them as they stand, must differ: the tags do say middles
        double[] asWritten =
                transform(Gdal.run("gdalinfo", "-json", "--config", "GTIFF_POINT_GEO_IGNORE", "TRUE", file));
        assertThat(asWritten[0]).isEqualTo(439689.25);
    }

    @Test
    void worldFileAndPrj() throws IOException {
        Path file = translated("kootenay/kootenayCHM.tif", "-co PROFILE=BASELINE -co TFW=YES");
        Files.deleteIfExists(Path.of(file + ".aux.xml"));
        assertThatThrownBy(() -> read(file, ">= 2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("states no coordinate system")
                .hasMessageContaining("crs: EPSG:");

        ImportReport byStudy = read(spec(file, ">= 2", null, null), new StudyCrs("EPSG:32611"));
        assertThat(byStudy.crsFrom()).isEqualTo("study");
        assertThat(byStudy.notes()).anyMatch(note -> note.contains("EPSG:32611"));
        assertThat(sink.rasters.get(0).gridToCrs()).containsExactly(439689, 0.5, 0, 5526562.5, 0, -0.5);

        Files.writeString(folder.resolve("variant.prj"), "PROJCS[\"x\"]\n");
        assertThat(read(file, ">= 2").crs()).isEqualTo("PROJCS[\"x\"]");

        Files.delete(folder.resolve("variant.tfw"));
        assertThatThrownBy(() -> read(file, ">= 2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("does not say where it lies");
    }

    @Test
    void theGivenCrsWinsAndTheContradictionIsReported() throws IOException {
        Path file = SharedData.path("kootenay/kootenayCHM.tif");
        ImportReport report = read(spec(file, ">= 2", "EPSG:32612", null), null);
        assertThat(report.crs()).isEqualTo("EPSG:32612");
        assertThat(report.crsFrom()).isEqualTo("given");
        assertThat(report.notes()).anyMatch(note -> note.contains("EPSG:32611") && note.contains("EPSG:32612"));
    }

    @Test
    void aCrsThatTheFileDefinesItselfIsWkt() {
        Path source = SharedData.path("kootenay/kootenayCHM.tif");
        Path file = folder.resolve("own.tif");
        Gdal.run(
                "gdal_translate",
                "-q",
                "-a_srs",
                "+proj=laea +lat_0=23 +lon_0=113 +ellps=GRS80 +units=m",
                source,
                file);
        assertThat(read(file, ">= 2").crs())
                .startsWith("PROJCS")
                .contains("Lambert_Azimuthal_Equal_Area", "\"latitude_of_center\", 23.0")
                .doesNotContain("\n");
    }

    @Test
    void picturesAreRefused() {
        Path file = translated("kootenay/kootenayCHM.tif", "-ot Byte -co PHOTOMETRIC=MINISWHITE");
        assertThatThrownBy(() -> read(file, ">= 2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("photometric interpretation 0");
    }

    @Test
    void whatIsNoRasterIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("高度.tif"), "this is no raster");
        assertThatThrownBy(() -> read(text, ">= 2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("高度.tif: cannot be read as GeoTIFF: it is no TIFF file");
        assertThatThrownBy(() -> read(folder.resolve("none.tif"), ">= 2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void absurdSizesAreRefused() throws IOException {
        byte[] original = Files.readAllBytes(SharedData.path("kootenay/kootenayCHM.tif"));
        for (int[] size : new int[][] {{2_000_000_000, 218}, {287, 2_000_000_000}, {2_000_000_000, 2_000_000_000}}) {
            byte[] changed = original.clone();
            setLongTag(changed, 256, size[0]);
            setLongTag(changed, 257, size[1]);
            Path file = Files.write(folder.resolve("absurd.tif"), changed);
            assertThatThrownBy(() -> read(file, ">= 2"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("2000000000");
        }
    }

    @ParameterizedTest
    @CsvSource({"kootenay/kootenayCHM.tif,1", "yuexiu/Yuexiu_worldpop_proj.tif,2", "DEFLATE,3"})
    void damagedFilesAreReadOrRefused(String name, long seed) throws IOException {
        Path source = name.equals("DEFLATE")
                ? translated(
                        "yuexiu/Yuexiu_worldpop_proj.tif",
                        "-co TILED=YES -co BLOCKXSIZE=16 -co BLOCKYSIZE=16 -co COMPRESS=DEFLATE")
                : SharedData.path(name);
        byte[] original = Files.readAllBytes(source);
        Random random = new Random(seed);
        Path file = folder.resolve("damaged.tif");
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            byte[] bytes = original.clone();
            // half of the damage goes where the directory is likely to be
            for (int i = 0; i <= random.nextInt(8); i++) {
                int bound = random.nextBoolean() ? Math.min(600, bytes.length) : bytes.length;
                int at = random.nextBoolean() ? random.nextInt(bound) : bytes.length - 1 - random.nextInt(bound);
                bytes[at] = (byte) random.nextInt(256);
            }
            if (random.nextInt(10) == 0) {
                bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            Files.write(file, bytes);
            try {
                read(spec(file, ">= 2", "EPSG:4547", null), null);
            } catch (InvalidInputException e) {
                assertThat(e.headline()).startsWith("damaged.tif: ");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private ImportReport read(Path file, String covered) {
        return read(spec(file, covered, null, null), null);
    }

    private ImportReport read(SourceSpec spec, CoordinateSystem fallback) {
        sink.rasters.clear();
        sink.tiles.clear();
        return CanopyRasterSource.read(spec, fallback, ImportLimits.DEFAULTS, sink, Progress.NONE);
    }

    private static SourceSpec spec(Path file, String covered, String crs, String layer) {
        return new SourceSpec(
                SourceKind.CANOPY, file, crs, null, layer, Map.of(), null, null, null, covered, null, false);
    }

    private Path translated(String source, String options) {
        Path file = folder.resolve("variant.tif");
        List<Object> arguments = new ArrayList<>(List.of("-q"));
        Stream.of(options.split(" ")).forEach(arguments::add);
        arguments.add(SharedData.path(source));
        arguments.add(file);
        Gdal.run("gdal_translate", arguments.toArray());
        return file;
    }

    /** Georeference as gdalinfo states it, and every cell as gdal_translate prints it. */
    private void assertEqualsGdal(Path file, int band, DoublePredicate covered) throws IOException {
        JsonNode info = json(Gdal.run("gdalinfo", "-json", file));
        CanopyRaster raster = sink.rasters.get(0);
        assertThat(raster.width()).isEqualTo(info.at("/size/0").asInt());
        assertThat(raster.height()).isEqualTo(info.at("/size/1").asInt());
        assertThat(raster.gridToCrs()).containsExactly(transform(Gdal.run("gdalinfo", "-json", file)));

        ByteBuffer values = raw(file, band, "Float64");
        ByteBuffer masked = raw(file, "mask," + band, "Byte");
        Map<String, CanopyTile> tiles = new HashMap<>();
        sink.tiles.forEach(tile -> tiles.put(tile.tileColumn() + "/" + tile.tileRow(), tile));
        assertThat(tiles).hasSameSizeAs(sink.tiles);
        long known = 0;
        for (int row = 0; row < raster.height(); row++) {
            for (int column = 0; column < raster.width(); column++) {
                double value = values.getDouble();
                boolean isKnown = masked.get() != 0 && !Double.isNaN(value);
                CanopyTile tile = tiles.get(column / 256 + "/" + row / 256);
                int bit = row % 256 * 256 + column % 256;
                boolean same = (tile != null && bit(tile.known(), bit)) == isKnown
                        && (tile != null && bit(tile.covered(), bit)) == (isKnown && covered.test(value));
                assertThat(same).as("cell %d %d, value %s", column, row, value).isTrue();
                known += isKnown ? 1 : 0;
            }
        }
        assertThat(known).isPositive();
        assertThat(sink.tiles).allMatch(tile -> bits(tile.known()) > 0);
        assertThat(sink.tiles.stream().mapToLong(tile -> bits(tile.known())).sum())
                .isEqualTo(known);
    }

    /** The cells of a band as GDAL reads them, row by row. */
    private ByteBuffer raw(Path file, Object band, String type) throws IOException {
        Path raw = folder.resolve("cells.dat");
        Gdal.run("gdal_translate", "-q", "-of", "ENVI", "-ot", type, "-b", band, file, raw);
        return ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.nativeOrder());
    }

    private static double[] transform(String gdalinfo) throws IOException {
        JsonNode numbers = json(gdalinfo).at("/geoTransform");
        double[] transform = new double[6];
        for (int i = 0; i < 6; i++) {
            transform[i] = numbers.get(i).asDouble();
        }
        return transform;
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replaceAll("(?<=[:\\s])(-?)(nan|inf)", "\"$1$2\""));
    }

    private static boolean bit(byte[] bits, int bit) {
        return (bits[bit >> 3] >> (bit & 7) & 1) == 1;
    }

    private static long bits(byte[] bits) {
        long count = 0;
        for (byte eight : bits) {
            count += Integer.bitCount(eight & 0xff);
        }
        return count;
    }

    /** Sets a tag of the first directory of a little-endian TIFF. */
    private static void setLongTag(byte[] tiff, int tag, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(4);
        for (int entry = 0; entry < buffer.getShort(directory); entry++) {
            int at = directory + 2 + 12 * entry;
            if (Short.toUnsignedInt(buffer.getShort(at)) == tag) {
                buffer.putShort(at + 2, (short) 4).putInt(at + 8, value);
                return;
            }
        }
        throw new IllegalStateException("no tag " + tag);
    }

    /** The study's CRS; only its code counts here. */
    private record StudyCrs(String code) implements CoordinateSystem {
        @Override
        public String name() {
            return code;
        }

        @Override
        public boolean metric() {
            return true;
        }

        @Override
        public boolean geographic() {
            return false;
        }

        @Override
        public boolean northingFirst() {
            return false;
        }

        @Override
        public Envelope areaOfUse() {
            return null;
        }
    }
}
