package io.microscape.source;

import static io.microscape.source.ImportCase.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Cover;
import io.microscape.study.ImportReport;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.testing.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceImporterTest {
    /** 100 m squares and what can be wrong with them, in EPSG:4544. */
    private static final String SQUARE =
            "[[[635000,3298000],[635100,3298000],[635100,3298100],[635000,3298100],[635000,3298000]]]";

    private static final String SAME_SQUARE_FROM_ANOTHER_CORNER =
            "[[[635100,3298100],[635100,3298000],[635000,3298000],[635000,3298100],[635100,3298100]]]";
    private static final String OTHER_SQUARE =
            "[[[636000,3298000],[636100,3298000],[636100,3298100],[636000,3298100],[636000,3298000]]]";
    private static final String BOWTIE =
            "[[[635000,3298000],[635100,3298100],[635100,3298000],[635000,3298100],[635000,3298000]]]";

    @TempDir
    Path folder;

    private ImportCase spaces(String... features) throws Exception {
        return ImportCase.features(SourceKind.SPACES, folder, features).crs("EPSG:4544");
    }

    @Test
    void spacesTakeTheirValuesFromColumnsAndConstants() throws Exception {
        ImportCase run = spaces(
                        feature("Polygon", SQUARE, "\"id\":12.0,\"NAME\":\" 口袋公园 \",\"sampled\":\"否\""),
                        feature("Polygon", OTHER_SQUARE, "\"id\":13,\"NAME\":null,\"sampled\":\"是\""))
                .field("code", "id")
                .field("community", "=斑竹村");
        run.run();
        MicroSpace first = run.sink.spaces.get(0);
        assertThat(first.code()).isEqualTo("12");
        assertThat(first.name()).isEqualTo("口袋公园");
        assertThat(first.community()).isEqualTo("斑竹村");
        assertThat(first.sampled()).isFalse();
        assertThat(run.sink.spaces.get(1).name()).isEmpty();
        assertThat(run.sink.spaces.get(1).sampled()).isTrue();
    }

    @Test
    void codeIsTheRowNumberAndSampledTrueWhenNothingIsSaid() throws Exception {
        ImportCase run = spaces(feature("Polygon", SQUARE, ""), feature("Polygon", OTHER_SQUARE, ""));
        ImportReport report = run.run();
        assertThat(run.sink.spaces).extracting(MicroSpace::code).containsExactly("1", "2");
        assertThat(run.sink.spaces).allMatch(MicroSpace::sampled);
        assertThat(report.notes()).anyMatch(note -> note.contains("no code"));
        assertThat(report.crs()).isEqualTo("EPSG:4544");
        assertThat(report.crsFrom()).isEqualTo("given");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nam|NAME|spaces have no field \"nam\"; their fields are: code, name, community, sampled (did you mean name?)",
                "name|NAMES|has no column \"NAMES\" (wanted for name); its columns are: NAME, id (did you mean NAME?)"
            })
    void wrongFieldsAreAnErrorThatListsWhatThereIs(String target, String column, String message) throws Exception {
        assertThat(spaces(feature("Polygon", SQUARE, "\"id\":1,\"NAME\":\"x\""))
                        .field(target, column)
                        .error())
                .hasMessageContaining(message);
    }

    @Test
    void invalidPolygonsAreRepairedAndListedWithTheirAreas() throws Exception {
        ImportCase run = spaces(feature("Polygon", SQUARE, ""), feature("Polygon", BOWTIE, ""));
        ImportReport report = run.run();
        assertThat(report.repaired()).singleElement().satisfies(repair -> {
            assertThat(repair.feature()).isEqualTo("feature 2");
            assertThat(repair.problem()).isEqualTo("Self-intersection at 635050 3298050");
            // the two triangles of the bow tie turn against each other: their signed areas cancel
            assertThat(repair.areaBefore()).isCloseTo(0, within(1.0));
            assertThat(repair.areaAfter()).isCloseTo(5000, within(1.0));
        });
        assertThat(run.sink.spaces.get(1).geometry().isValid()).isTrue();
        double areaM2 = CoordinateTransform.between(CoordinateSystem.of("EPSG:4326"), CoordinateSystem.of("EPSG:4544"))
                .apply(run.sink.spaces.get(1).geometry())
                .getArea();
        assertThat(areaM2).isCloseTo(5000, within(1e-3));
    }

    @Test
    void duplicatesAreRemovedAndListed() throws Exception {
        ImportCase run = spaces(
                feature("Polygon", SQUARE, ""),
                feature("Polygon", OTHER_SQUARE, ""),
                feature("Polygon", SAME_SQUARE_FROM_ANOTHER_CORNER, ""));
        ImportReport report = run.run();
        assertThat(run.sink.spaces).hasSize(2);
        assertThat(report.duplicates()).containsExactly("feature 3 is the same as feature 1");
        assertThat(report.accepted()).isEqualTo(2);
    }

    @Test
    void oneCodeForTwoPlacesIsAnErrorThatNamesBoth() throws Exception {
        assertThat(spaces(
                                feature("Polygon", SQUARE, "\"code\":\"A\""),
                                feature("Polygon", OTHER_SQUARE, "\"code\":\"A\""))
                        .validOnly()
                        .error())
                .hasMessageStartingWith("case.geojson, feature 2: code A is also that of feature 1");
    }

    @Test
    void onePlaceUnderTwoCodesIsKeptAndNoted() throws Exception {
        ImportCase run = spaces(
                feature("Polygon", SQUARE, "\"code\":\"A\""),
                feature("Polygon", SQUARE, "\"code\":\"B\""),
                feature("Polygon", SQUARE, "\"code\":\"B\""));
        ImportReport report = run.run();
        assertThat(run.sink.spaces).extracting(MicroSpace::code).containsExactly("A", "B");
        assertThat(report.duplicates()).containsExactly("feature 3 is the same as feature 2");
        assertThat(report.notes()).anyMatch(note -> note.contains("same geometry"));
    }

    @Test
    void surfacesAreDoublesOnlyWithTheSameCover() throws Exception {
        ImportCase run = ImportCase.features(
                        SourceKind.SURFACES,
                        folder,
                        feature("Polygon", SQUARE, "\"cover\":\"green\""),
                        feature("Polygon", SQUARE, "\"cover\":\"Hard \""),
                        feature("Polygon", SQUARE, "\"cover\":\"green\""))
                .crs("EPSG:4544");
        run.run();
        assertThat(run.sink.surfaces).extracting("cover").containsExactly(Cover.GREEN, Cover.HARD);
        assertThat(ImportCase.features(SourceKind.SURFACES, folder, feature("Polygon", SQUARE, "\"cover\":\"lawn\""))
                        .crs("EPSG:4544")
                        .error())
                .hasMessageContaining("feature 1: cover is \"lawn\", but green, hard, water, other are known");
    }

    @Test
    void roadsKnowTheColumnsOfOpenStreetMap() throws Exception {
        String line = "[[635000,3298000],[635100,3298000]]";
        ImportCase run = ImportCase.features(
                        SourceKind.ROADS,
                        folder,
                        feature("LineString", line, "\"highway\":\"footway\",\"bridge\":\"viaduct\",\"layer\":\"-1\""),
                        feature("LineString", "[[635100,3298000],[635000,3298000]]", "\"highway\":\"footway\""),
                        feature(
                                "MultiLineString",
                                "[[[1,2],[1,2]],[[635000,3298000],[635000,3298050]]]",
                                "\"layer\":\"a\""))
                .crs("EPSG:4544");
        ImportReport report = run.run();
        Road road = run.sink.roads.get(0);
        assertThat(road.highway()).isEqualTo("footway");
        assertThat(road.bridge()).isTrue();
        assertThat(road.tunnel()).isFalse();
        assertThat(road.level()).isEqualTo(-1);
        assertThat(report.duplicates()).containsExactly("feature 2 is the same as feature 1");
        assertThat(report.notes()).anyMatch(note -> note.contains("level 0") && note.contains("feature 3"));
        assertThat(report.notes()).anyMatch(note -> note.contains("without length"));
        assertThat(ImportCase.features(SourceKind.ROADS, folder, feature("Polygon", SQUARE, ""))
                        .crs("EPSG:4544")
                        .error())
                .hasMessageContaining("feature 1: is a Polygon, but lines are wanted");
    }

    @Test
    void treesArePointsWithDiametersOrPolygons() throws Exception {
        ImportCase run = ImportCase.features(
                        SourceKind.TREES,
                        folder,
                        feature("Point", "[635000,3298000]", "\"d\":\"4.5\",\"species\":\"香樟\""),
                        feature("MultiPoint", "[[635001,3298000],[635002,3298000]]", ""),
                        feature("Polygon", SQUARE, "\"d\":3"))
                .crs("EPSG:4544")
                .field("crown_diameter_m", "d");
        ImportReport report = run.run();
        assertThat(run.sink.crowns).extracting("diameterM").containsExactly(4.5, null, null, null);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.notes()).anyMatch(note -> note.contains("no crown diameter"));
    }

    @Test
    void theFirstRejectionIsTheHeadlineAndAllAreCounted() throws Exception {
        String[] features = new String[31];
        for (int i = 0; i < 30; i++) {
            features[i] = feature("LineString", "[[0,0],[1,1]]", "");
        }
        features[30] = feature("Polygon", SQUARE, "");
        assertThat(spaces(features).error().headline())
                .startsWith(
                        "case.geojson, feature 1: is a LineString, but polygons are wanted (and 29 more of 31 features)")
                .contains("--valid-only");
        assertThat(spaces(features).error()).hasMessageContaining("... and 10 more");

        ImportCase run = spaces(features).validOnly();
        assertThat(run.run().rejected()).hasSize(30);
        assertThat(run.sink.spaces).hasSize(1);
        assertThat(spaces(features[0]).validOnly().error()).hasMessageContaining("none of the 1 features");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "landuse = 'grass'|1",
                "landuse IS NULL|1",
                "n > 5|1",
                "n IN (3, 4)|1",
                "landuse LIKE 'gr%' OR n = 3|2",
                "LANDUSE = 'grass' AND n BETWEEN 1 AND 20|1"
            })
    void theFilterSelectsOnTheSourcesColumns(String where, int selected) throws Exception {
        ImportCase json = spaces(
                        feature("Polygon", SQUARE, "\"landuse\":\"grass\",\"n\":12"),
                        feature("Polygon", OTHER_SQUARE, "\"n\":3"))
                .where(where);
        ImportReport report = json.run();
        assertThat(report.accepted()).isEqualTo(selected);
        assertThat(report.read()).isEqualTo(2);

        ImportCase csv = ImportCase.text(
                        SourceKind.TREES, folder, "t.csv", "lon,lat,landuse,n\n106.4,29.8,grass,12\n106.5,29.8,,3\n")
                .crs("EPSG:4326")
                .where(where);
        assertThat(csv.run().accepted()).as("numbers that are text in CSV").isEqualTo(selected);
    }

    @Test
    void aWrongFilterIsAnError() throws Exception {
        assertThat(spaces(feature("Polygon", SQUARE, "\"landuse\":\"grass\""))
                        .where("landus = 'x'")
                        .error())
                .hasMessageContaining("no column \"landus\"")
                .hasMessageContaining("did you mean landuse?");
        assertThat(spaces(feature("Polygon", SQUARE, "")).where("a = ").error()).hasMessageContaining("is not ECQL");
    }

    @Test
    void theStudysSystemIsTakenWhenTheFileHasNoneAndItFits() throws Exception {
        String table = "code,x,y\nA,635000,3298000\n";
        ImportCase run =
                ImportCase.text(SourceKind.TREES, folder, "t.csv", table).studyCrs("EPSG:4544");
        ImportReport report = run.run();
        assertThat(report.crsFrom()).isEqualTo("study");
        assertThat(report.notes()).anyMatch(note -> note.contains("taken as the study's EPSG:4544"));

        assertThat(ImportCase.text(SourceKind.TREES, folder, "t.csv", "lon,lat\n106.4,29.8\n")
                        .studyCrs("EPSG:4544")
                        .error())
                .hasMessageContaining("cannot be in the study's EPSG:4544");
        assertThat(ImportCase.text(SourceKind.TREES, folder, "t.csv", table).error())
                .hasMessageContaining("states no coordinate system; name it with --crs");
    }

    @Test
    void aGivenSystemThatContradictsTheFileIsSaid() {
        ImportReport report = ImportCase.of(
                        SourceKind.SPACES, SharedData.path("yuexiu_variants/yuexiu_green_wgs84.geojson"))
                .crs("EPSG:3857")
                .validOnly()
                .run();
        assertThat(report.notes()).anyMatch(note -> note.contains("the file states CRS:84 (file); taken as EPSG:3857"));
    }

    /** The same 354 places once in WGS 84 and once shifted by others to GCJ-02. */
    @Test
    void gcj02ComesBackToItsPlaceWithinFiveCentimetres() {
        ImportCase original =
                ImportCase.of(SourceKind.SPACES, SharedData.path("yuexiu_variants/yuexiu_green_wgs84.geojson"));
        ImportCase shifted = ImportCase.of(
                        SourceKind.SPACES, SharedData.path("yuexiu_variants/yuexiu_green_gcj02.geojson"))
                .crs("GCJ-02");
        original.run();
        shifted.run();
        assertThat(shifted.sink.spaces).hasSize(354);
        CoordinateTransform toMetres =
                CoordinateTransform.between(CoordinateSystem.of("EPSG:4326"), CoordinateSystem.of("EPSG:4547"));
        for (int i = 0; i < 354; i++) {
            MicroSpace one = original.sink.spaces.get(i);
            MicroSpace other = shifted.sink.spaces.get(i);
            assertThat(other.name()).isEqualTo(one.name());
            assertThat(toMetres.apply(other.geometry()).equalsExact(toMetres.apply(one.geometry()), 0.05))
                    .isTrue();
        }
    }

    /** In all 27 published rows the net is the sum of the components to 0.01 kg. */
    @Test
    void thePublishedAccountsAgreeWithTheirSums() {
        ImportCase run = ImportCase.of(SourceKind.CARBON, SharedData.path("published/microspaces.csv"))
                .field("soil_sink_kg", "soil_sink_kg_50y")
                .field("vegetation_sink_kg", "vegetation_sink_kg_50y");
        run.run();
        assertThat(run.sink.accounts).hasSize(27);
        CarbonAccount first = run.sink.accounts.get(0);
        assertThat(first.code()).isEqualTo("A1");
        assertThat(first.netCarbonKg()).isCloseTo(-158.01, within(0.01));
    }

    @Test
    void accountsAreChecked() throws Exception {
        String header = "code,soil_sink_kg,vegetation_sink_kg,material_emission_kg,construction_emission_kg,"
                + "operation_emission_kg,net_carbon_kg,year\n";
        ImportCase good = ImportCase.text(
                SourceKind.CARBON,
                folder,
                "c.csv",
                header + "A,1,2,3,4,5,-9.01,2020\nB,1,2,,4,5,7,\nC,10000,0,0,0,0,10001,\n");
        ImportReport report = good.run();
        assertThat(good.sink.accounts.get(0).year()).isEqualTo(2020);
        assertThat(good.sink.accounts.get(1).materialEmissionKg()).isNull();
        assertThat(report.notes()).anyMatch(note -> note.contains("could not be checked") && note.contains("code B"));

        String bad = header + "A,1,2,3,4,5,-9.02,\nB,1,2,3,4,5,-9,\nC,1,2,3,4,5,9,\n";
        assertThat(ImportCase.text(SourceKind.CARBON, folder, "c.csv", bad).error())
                .hasMessageStartingWith(
                        "c.csv, row 2: code A: net_carbon_kg is -9.02, but sinks less emissions are -9.0000")
                .hasMessageContaining("row 4: code C");
        assertThat(ImportCase.text(SourceKind.CARBON, folder, "c.csv", header + "A,1,2,3,4,5,,\nA,1,2,3,4,5,,\n")
                        .error())
                .hasMessageContaining("row 3: code A is also that of row 2");
        assertThat(ImportCase.text(SourceKind.CARBON, folder, "c.csv", header + "A,-1,2,3,4,5,,\n")
                        .error())
                .hasMessageContaining("soil_sink_kg is -1.0");
    }

    @Test
    void communitiesMayBeATableOrLackTheirBoundary() throws Exception {
        ImportCase table = ImportCase.text(SourceKind.COMMUNITIES, folder, "c.csv", "code,name\n1,斑竹村\n");
        table.run();
        assertThat(table.sink.communities).singleElement().satisfies(community -> {
            assertThat(community.name()).isEqualTo("斑竹村");
            assertThat(community.geometry()).isNull();
        });

        ImportCase areas = ImportCase.features(
                        SourceKind.COMMUNITIES,
                        folder,
                        feature("Polygon", SQUARE, "\"code\":1"),
                        feature("MultiPolygon", "[]", "\"code\":2"))
                .crs("EPSG:4544");
        ImportReport report = areas.run();
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(areas.sink.communities.get(1).geometry()).isNull();
        assertThat(report.notes())
                .anyMatch(note -> note.contains("kept without boundary") && note.contains("feature 2"));
    }
}
