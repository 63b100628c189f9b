package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.store.StudyStore;
import io.microscape.study.ImportReport;
import io.microscape.study.LocalizedText;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.SharedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;

/** The Yuexiu layers in other encodings, formats and coordinate systems are the same features at the same places. */
class VariantsTest {
    /** Metres in a degree of latitude, near enough to turn a tolerance of centimetres into degrees. */
    private static final double METRES_PER_DEGREE = 111_000;

    @TempDir
    private static Path home;

    private static Workspace workspace;
    private static Map<String, MicroSpace> original;

    @BeforeAll
    static void importOriginal() {
        Path file = SharedData.path("yuexiu/Yuexiu_osm_green_proj.gpkg");
        workspace = Workspace.open(Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString())));
        importSpaces("original", file, null);
        original = spaces("original");
        assertThat(original).hasSize(354);
        assertThat(original.values()).anyMatch(space -> space.name().contains("公园"));
    }

    @AfterAll
    static void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    /** The GeoJSON files hold seven decimals of a degree, which is a centimetre. */
    @ParameterizedTest
    @CsvSource({
        "gbk, yuexiu_green_gbk_4547.shp, , GBK, .cpg, 0.001",
        "nocpg, yuexiu_green_gbk_nocpg.shp, , GB, detected, 0.001",
        "wgs84, yuexiu_green_wgs84.geojson, , , , 0.01",
        "gcj02, yuexiu_green_gcj02.geojson, GCJ-02, , , 0.05"
    })
    void greenSpacesAreTheSame(
            String study, String file, String crs, String encoding, String encodingFrom, double toleranceM) {
        ImportReport report = importSpaces(study, SharedData.path("yuexiu_variants/" + file), crs);
        if (encoding != null) {
            assertThat(report.encoding()).startsWith(encoding);
            assertThat(report.encodingFrom()).contains(encodingFrom);
        }
        Map<String, MicroSpace> variant = spaces(study);
        assertThat(variant.keySet()).isEqualTo(original.keySet());
        original.forEach((code, space) -> {
            MicroSpace same = variant.get(code);
            assertThat(same.name()).as("name of " + code).isEqualTo(space.name());
            double apart = DiscreteHausdorffDistance.distance(space.geometry(), same.geometry()) * METRES_PER_DEGREE;
            assertThat(apart).as("metres apart: " + code).isLessThan(toleranceM);
        });
    }

    @Test
    void roadsInGb18030AreTheSame() {
        importSource("roads_original", SourceKind.ROADS, SharedData.path("yuexiu/Yuexiu_osm_roads_proj.gpkg"), null);
        ImportReport report = importSource(
                "roads_gb18030",
                SourceKind.ROADS,
                SharedData.path("yuexiu_variants/yuexiu_roads_gb18030_4547.shp"),
                null);
        assertThat(report.encoding()).isEqualTo("GB18030");
        List<Road> roads = roads("roads_original");
        List<Road> variant = roads("roads_gb18030");
        assertThat(variant).hasSameSizeAs(roads);
        for (int i = 0; i < roads.size(); i++) {
            assertThat(variant.get(i).name()).isEqualTo(roads.get(i).name());
            assertThat(DiscreteHausdorffDistance.distance(
                                    roads.get(i).geometry(), variant.get(i).geometry())
                            * METRES_PER_DEGREE)
                    .isLessThan(0.001);
        }
    }

    private static ImportReport importSpaces(String study, Path file, String crs) {
        return importSource(study, SourceKind.SPACES, file, crs);
    }

    private static ImportReport importSource(String key, SourceKind kind, Path file, String crs) {
        Study study = new Study(key, new LocalizedText(key, null), "EPSG:4547", StudyParameters.DEFAULTS, List.of());
        Map<String, String> fields =
                kind == SourceKind.SPACES ? Map.of("code", "osm_id", "name", "name") : Map.of("name", "name");
        SourceSpec spec = new SourceSpec(kind, file, crs, null, null, fields, null, null, null, null, null, false);
        return workspace.pipeline().importSource(study, spec, false, Progress.NONE);
    }

    private static Map<String, MicroSpace> spaces(String study) {
        Map<String, MicroSpace> spaces = new LinkedHashMap<>();
        workspace.store().eachSpace(study, space -> spaces.put(space.code(), space));
        return spaces;
    }

    private static List<Road> roads(String study) {
        StudyStore store = workspace.store();
        List<Road> roads = new ArrayList<>();
        store.eachRoad(study, roads::add);
        return roads;
    }
}
