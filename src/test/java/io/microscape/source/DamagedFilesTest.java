package io.microscape.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.source.file.SourceFile;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceKind;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with bytes changed or cut off at random read, or end in one clear line; nothing else happens. */
class DamagedFilesTest {
    private static final int MUTATIONS = 300;

    /** Far beyond what a mutation takes: it only tells an endless loop from a slow machine. */
    private static final Duration ENDLESS = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "yuexiu_variants/yuexiu_green_gbk_nocpg, .shp, .shp",
        "yuexiu_variants/yuexiu_green_gbk_nocpg, .dbf, .shp",
        "nasty/mapshaper/518_519/data_corruption_error, .shp, .shp",
        "nasty/mapshaper/dbf/duplicate_fields, .dbf, .dbf",
        "nasty/mapshaper/gpkg_fgb/null_crs_gdal, .gpkg, .gpkg",
        "yuexiu/Yuexiu_osm_water_polygon_proj, .gpkg, .gpkg",
        "nasty/mapshaper/gpkg_fgb/poly00, .fgb, .fgb",
        "nasty/mapshaper/gpkg_fgb/empty, .fgb, .fgb"
    })
    void mutations(String base, String changed, String opened) throws IOException {
        copyShapefile(base + changed);
        byte[] whole = Files.readAllBytes(SharedData.path(base + changed));
        assertThat(refusals(whole, "mutant" + changed, "mutant" + opened)).isPositive();
    }

    @Test
    void aDamagedIndexOfAShapefileLosesNothing() throws IOException {
        String base = "yuexiu_variants/yuexiu_green_gbk_nocpg";
        copyShapefile(base + ".shp");
        byte[] whole = Files.readAllBytes(SharedData.path(base + ".shx"));
        assertThat(refusals(whole, "mutant.shx", "mutant.shp")).isZero();
        assertThat(Reading.of(folder.resolve("mutant.shp")).features()).hasSize(354);
    }

    @Test
    void archives() throws IOException {
        Path zip = folder.resolve("whole.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String suffix : new String[] {".shp", ".dbf", ".prj"}) {
                out.putNextEntry(new ZipEntry("公园" + suffix));
                Files.copy(SharedData.path("yuexiu_variants/yuexiu_green_gbk_nocpg" + suffix), out);
            }
        }
        assertThat(refusals(Files.readAllBytes(zip), "mutant.zip", "mutant.zip"))
                .isPositive();
    }

    private void copyShapefile(String file) throws IOException {
        Path original = SharedData.path(file);
        for (String part : new String[] {".shp", ".dbf", ".shx"}) {
            Path sibling = original.resolveSibling(SourceFile.baseName(original) + part);
            if (Files.exists(sibling)) {
                Files.copy(sibling, folder.resolve("mutant" + part));
            }
        }
    }

    private int refusals(byte[] whole, String changed, String opened) throws IOException {
        AtomicInteger refused = new AtomicInteger();
        Path file = folder.resolve(opened);
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Files.deleteIfExists(folder.resolve(changed));
            Files.write(folder.resolve(changed), mutate(whole, new Random(seed)));
            Assertions.assertTimeoutPreemptively(
                    ENDLESS,
                    () -> {
                        try {
                            Reading.of(Reading.spec(file, SourceKind.SPACES, null, null), ImportLimits.DEFAULTS);
                        } catch (InvalidInputException e) {
                            assertThat(e.getMessage()).startsWith("mutant.").doesNotContain("\n");
                            refused.incrementAndGet();
                        }
                    },
                    "seed " + seed);
        }
        return refused.get();
    }

    /** Changes one to eight bytes, half of them in the first 200 where the headers are, or cuts the file. */
    private static byte[] mutate(byte[] whole, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] mutant = whole.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(200, whole.length) : whole.length);
            mutant[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextBoolean() ? 0xFF : 0x7F);
        }
        return mutant;
    }
}
