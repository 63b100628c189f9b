package io.microscape.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.microscape.store.StudyStore.Origin;
import io.microscape.store.entity.MicroSpaceEntity;
import io.microscape.store.entity.MicroSpaceRepository;
import io.microscape.study.Activity;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonSettings;
import io.microscape.study.CarbonValue;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonGroup;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.InvalidInputException;
import io.microscape.study.InventoryItem;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.LocalizedText;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.MicroSpace;
import io.microscape.study.NeighbourRule;
import io.microscape.study.PatchMetrics;
import io.microscape.study.Planting;
import io.microscape.study.RenovationCase;
import io.microscape.study.RenovationMeasure;
import io.microscape.study.Road;
import io.microscape.study.RoadNetworkMetrics;
import io.microscape.study.SourceKind;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import io.microscape.study.SpatialStatistic.Cluster;
import io.microscape.study.SpatialStatistic.HotSpot;
import io.microscape.study.Study;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import io.microscape.study.Surface;
import io.microscape.study.TreeSize;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What every store keeps, whatever its database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StudyStoreContractTest {
    /** The columns of the joined result as the public contract lists them, and what follows. */
    private static final List<String> ATLAS_COLUMNS = List.of(
            ("study, code, name, community, sampled, area_m2, perimeter_m, green_ratio, hard_ratio, road_length_15m_m, "
                            + "road_density_15m, neighbours_15m, connectivity, species_richness, canopy_cover, "
                            + "canopy_density, soil_sink_kg, vegetation_sink_kg, material_emission_kg, "
                            + "construction_emission_kg, operation_emission_kg, net_carbon_kg, net_carbon_kg_per_m2, "
                            + "net_carbon_kg_per_year, carbon_positive, shannon, simpson, pielou, margalef, radius_m, "
                            + "road_density_per, connectivity_distance, period_years, road_length_in_radius_m, "
                            + "road_density_in_radius, neighbours_in_radius, community_code, "
                            + "shape, frac, para, circle, core_m2, cai, gyrate_m, enn_m, prox, "
                            + "core_at_depth_m2, cai_at_depth, prox_in_search_radius, edge_depth_m, "
                            + "search_radius_m, road_nodes_in_radius, road_edges_in_radius, "
                            + "road_components_in_radius, network_alpha_in_radius, "
                            + "network_beta_in_radius, network_gamma_in_radius, "
                            + "street_density_in_radius_m_per_km2, "
                            + "junction_density_in_radius_per_km2, threshold_m, dpc, dpc_intra, "
                            + "dpc_flux, dpc_connector, diic, diic_intra, diic_flux, diic_connector, "
                            + "net_carbon_local_moran, net_carbon_cluster, "
                            + "net_carbon_gi_star_z, net_carbon_spatial_p, net_carbon_hot_spot, geometry")
                    .split(", "));

    private static final String STUDY_OF_THE_FIRST_VERSION =
            "INSERT INTO study (study_key, radius_m, road_density_per, period_years, connectivity_distance, layers, data_version)"
                    + " VALUES ('old', 15, 'ZONE', 50, 'EDGE', ARRAY[CAST('green_ratio' AS varchar)], 1)";

    private HikariDataSource dataSource;
    private SessionFactory sessions;
    private int studies;
    private String key;
    CloseableStudyStore store;

    /** An empty database. */
    abstract StoreSettings newDatabase() throws Exception;

    @BeforeAll
    void open() throws Exception {
        StoreSettings settings = newDatabase();
        store = StudyStores.open(settings);
        Database database = StudyStores.database(settings);
        dataSource = database.newDataSource();
        sessions = EntityMapping.newSessionFactory(database, dataSource);
    }

    @AfterAll
    void close() {
        sessions.close();
        dataSource.close();
        store.close();
    }

    /** A study of its own for each test. */
    @BeforeEach
    void newStudy() {
        key = "study_" + ++studies;
        store.save(Samples.study(key));
    }

    @Test
    void keepsAStudyAsItWasSaved() {
        Study study = new Study(
                key,
                new LocalizedText(null, "北碚社区小微空间𠮷"),
                null,
                new StudyParameters(7.5, DensityDenominator.SPACE, 30, ConnectivityDistance.NETWORK),
                List.of());

        store.save(study);

        assertThat(store.study(key)).contains(study);
        assertThat(store.studies()).contains(study);
        assertThat(store.study("absent")).isEmpty();
    }

    @Test
    void anUnknownStudyHoldsNothing() {
        assertThat(store.imports("absent")).isEmpty();
        assertThat(store.plantings("absent")).isEmpty();
        assertThat(store.indexParameters("absent")).isEmpty();
        assertThat(store.version("absent")).isZero();
        assertThat(store.delete("absent")).isFalse();
        assertThatThrownBy(() -> store.beginImport("absent"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void bringsEverythingBackAsItWas() {
        MicroSpace space = new MicroSpace(
                "甲-1",
                "𠮷祥花园 GB18030: 㐀𠀀",
                "双柏村",
                false,
                Samples.wkt("MULTIPOLYGON (((106.1 29.1, 106.2 29.1, 106.2 29.2, 106.1 29.1)),"
                        + " ((106.3 29.3, 106.5 29.3, 106.5 29.5, 106.3 29.3), (106.4 29.35, 106.45 29.35, 106.45 29.4,"
                        + " 106.4 29.35)))"));
        Surface surface = new Surface(Cover.WATER, Samples.square(106, 29, 0.1));
        Road road = new Road("北碚路", "footway", true, false, -1, Samples.wkt("LINESTRING (1 2, 3 4)"));
        Road unnamed = new Road(null, null, false, true, 0, Samples.wkt("MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))"));
        Crown tree = new Crown(Samples.wkt("POINT (106.4 29.8)"), 4.5, "黄葛树");
        Crown crown = new Crown(Samples.square(106, 29, 1e-5), null, null);
        CarbonAccount account = new CarbonAccount("甲-1", 1.1, 2.2, 3.3, null, 5.5, "测量", "table 1", 2023);
        Community withoutBoundary = new Community("c1", "双柏村", null);
        Community community = new Community("c2", null, Samples.square(106, 29, 1));
        Planting counted = new Planting("甲-1", "Ficus virens", 3.0);
        Planting uncounted = new Planting("甲-1", "Cinnamomum camphora", null);

        importing(session -> {
            session.source(SourceKind.SPACES, "a");
            session.space(space);
            session.source(SourceKind.SURFACES, "a");
            session.surface(surface);
            session.source(SourceKind.ROADS, "a");
            session.road(road);
            session.road(unnamed);
            session.source(SourceKind.TREES, "a");
            session.crown(tree);
            session.crown(crown);
            session.source(SourceKind.CARBON, "a");
            session.carbon(account);
            session.source(SourceKind.COMMUNITIES, "a");
            session.community(community);
            session.community(withoutBoundary);
            session.source(SourceKind.PLANTS, "a");
            session.planting(counted);
            session.planting(uncounted);
        });

        assertThat(spaces()).containsExactly(space);
        List<Surface> surfaces = new ArrayList<>();
        store.eachSurface(key, surfaces::add);
        assertThat(surfaces).containsExactly(surface);
        List<Road> roads = new ArrayList<>();
        store.eachRoad(key, roads::add);
        assertThat(roads).containsExactly(road, unnamed);
        assertThat(crowns()).containsExactly(tree, crown);
        List<Community> communities = new ArrayList<>();
        store.eachCommunity(key, communities::add);
        assertThat(communities).containsExactly(withoutBoundary, community);
        assertThat(store.carbonAccounts(key)).containsExactly(account);
        assertThat(store.plantings(key)).containsExactly(counted, uncounted);
        assertThat(store.counts(key))
                .containsEntry(SourceKind.SPACES, 1L)
                .containsEntry(SourceKind.ROADS, 2L)
                .containsEntry(SourceKind.TREES, 2L)
                .containsEntry(SourceKind.CANOPY, 0L)
                .containsEntry(SourceKind.COMMUNITIES, 2L)
                .containsEntry(SourceKind.PLANTS, 2L);
    }

    @Test
    void keepsEveryBitOfADouble() {
        Random random = new Random(20261121);
        double[] awkward = {0.1 + 0.2, Math.nextUp(1.0), Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, -1e-300, 0.0};
        Coordinate[] ring = IntStream.range(0, 200)
                .mapToObj(i -> new Coordinate(random.nextDouble() * 360 - 180, Math.scalb(random.nextDouble(), -i)))
                .toArray(Coordinate[]::new);
        ring[199] = ring[0];
        Geometry geometry = Samples.square(0, 0, 1).getFactory().createLineString(ring);

        importing(session -> {
            session.source(SourceKind.CARBON, "c");
            for (int i = 0; i < awkward.length; i++) {
                session.carbon(new CarbonAccount("" + i, awkward[i], null, null, null, null, null, null, null));
            }
            session.source(SourceKind.ROADS, "r");
            session.road(new Road(null, null, false, false, 0, geometry));
        });

        assertThat(store.carbonAccounts(key).stream().mapToDouble(CarbonAccount::soilSinkKg))
                .containsExactly(Arrays.stream(awkward).boxed().toArray(Double[]::new));
        List<Geometry> roads = new ArrayList<>();
        store.eachRoad(key, road -> roads.add(road.geometry()));
        long[] bits = Arrays.stream(roads.get(0).getCoordinates())
                .flatMapToLong(c -> Arrays.stream(new long[] {bits(c.x), bits(c.y)}))
                .toArray();
        assertThat(bits)
                .containsExactly(Arrays.stream(ring)
                        .flatMapToLong(c -> Arrays.stream(new long[] {bits(c.x), bits(c.y)}))
                        .toArray());
    }

    @Test
    void dropsTheThirdDimension() {
        importing(session -> {
            session.source(SourceKind.ROADS, "r");
            session.road(new Road(null, null, false, false, 0, Samples.wkt("LINESTRING Z (1 2 3, 4 5 6)")));
        });

        store.eachRoad(key, road -> {
            assertThat(road.geometry()).isEqualTo(Samples.wkt("LINESTRING (1 2, 4 5)"));
            assertThat(road.geometry().getCoordinate().getZ()).isNaN();
        });
        assertThat(store.counts(key)).containsEntry(SourceKind.ROADS, 1L);
    }

    @Test
    void keepsInventoriesSizesOfPlantsAndWhatIsKnownOfEachValue() {
        InventoryItem whole = new InventoryItem(
                "甲-1",
                Activity.LAMPS,
                "电网电力",
                4,
                "盏",
                new InventoryItem.Haul(20.5, "diesel truck 8 t", 0.96),
                new InventoryItem.Recurrence(2.0, 3, 40, 20.0),
                new InventoryItem.Lamp(20.0, 5.0, 365.0),
                1.25,
                "bill of quantities",
                "inventory.csv, row 2");
        InventoryItem bare = new InventoryItem(
                "甲-1", Activity.EARTHWORKS, "diesel", 0, "L", null, null, null, null, null, "inventory.csv, row 3");
        Planting tree = new Planting("甲-1", "银杏 Ginkgo biloba", 3.0, new TreeSize(12.0, null, 0.6, null));
        CarbonValue measured =
                new CarbonValue(2.5, CarbonValue.Origin.GIVEN, "ring knife", "survey", 2024, 50.0, 12.0, null);
        CarbonAccount account = new CarbonAccount("甲-1", Map.of(CarbonComponent.SOIL_SINK, measured));
        try (ImportSession session = store.beginImport(key)) {
            session.source(SourceKind.INVENTORY, "inventory.csv");
            session.inventory(whole);
            session.inventory(bare);
            session.source(SourceKind.PLANTS, "plants.csv");
            session.planting(tree);
            session.source(SourceKind.CARBON, "carbon.csv");
            session.carbon(account);
            session.commit();
        }
        assertThat(store.inventory(key)).containsExactly(whole, bare);
        assertThat(store.plantings(key)).containsExactly(tree);
        assertThat(store.carbonAccounts(key)).containsExactly(account);
        assertThat(store.counts(key)).containsEntry(SourceKind.INVENTORY, 2L).containsEntry(SourceKind.CARBON, 1L);

        try (ImportSession session = store.beginImport(key)) {
            session.clear(SourceKind.INVENTORY);
            session.commit();
        }
        assertThat(store.inventory(key)).isEmpty();
    }

    @Test
    void keepsWhatAStudyChoosesForItsAccounts() {
        Study study = store.study(key).orElseThrow();
        Study choosing = new Study(
                key,
                study.title(),
                study.crs(),
                study.parameters(),
                study.layers(),
                new CarbonSettings("重庆", "turf soil", null, "USA", 1.5));
        store.save(choosing);
        assertThat(store.study(key)).contains(choosing);
    }

    @Test
    void givenValuesGoBeforeComputedOnesInTheViewAndInTheRows() throws SQLException {
        try (ImportSession session = store.beginImport(key)) {
            session.source(SourceKind.SPACES, "spaces.shp");
            session.space(Samples.space("A"));
            session.space(Samples.space("B"));
            session.source(SourceKind.CARBON, "carbon.csv");
            session.carbon(new CarbonAccount("A", 1.0, null, 3.0, 4.0, 5.0, "m", "s", 2020));
            session.commit();
        }
        store.saveCarbonEstimates(key, 50, List.of(estimate("B", CarbonComponent.SOIL_SINK, 99.0, null)));
        store.saveCarbonEstimates(
                key,
                50,
                List.of(
                        new CarbonAccount(
                                "A",
                                Map.of(
                                        CarbonComponent.VEGETATION_SINK,
                                        computed(20.0, null),
                                        CarbonComponent.SOIL_SINK,
                                        computed(7.0, "1 as given is kept"))),
                        estimate("B", CarbonComponent.SOIL_SINK, null, "no rate")));

        assertThat(rows(
                        "SELECT code, soil_sink_kg, vegetation_sink_kg, net_carbon_kg FROM microspace_atlas WHERE study = '"
                                + key + "' ORDER BY code"))
                .containsExactly("A|1.0|20.0|9.0", "B|null|null|null");
        List<AtlasRow> joined = new ArrayList<>();
        store.eachAtlasRow(key, joined::add);
        assertThat(joined.get(0).carbon().netCarbonKg()).isEqualTo(9.0);
        assertThat(joined.get(0).carbon().value(CarbonComponent.SOIL_SINK).reason())
                .isEqualTo("1 as given is kept");
        assertThat(joined.get(0).carbon().value(CarbonComponent.VEGETATION_SINK).origin())
                .isEqualTo(CarbonValue.Origin.COMPUTED);
        assertThat(joined.get(1).carbon().value(CarbonComponent.SOIL_SINK).reason())
                .isEqualTo("no rate");
    }

    private static CarbonAccount estimate(String code, CarbonComponent component, Double kg, String reason) {
        return new CarbonAccount(code, Map.of(component, computed(kg, reason)));
    }

    private static CarbonValue computed(Double kg, String reason) {
        return new CarbonValue(kg, CarbonValue.Origin.COMPUTED, "rate", "library", null, 50.0, null, reason);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        try (ImportSession session = store.beginImport(key)) {
            session.source(SourceKind.CARBON, "carbon.csv");
            assertThatThrownBy(() ->
                            session.carbon(new CarbonAccount("A", null, value, null, null, null, null, null, null)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("carbon.csv")
                    .hasMessageContaining("vegetation_sink_kg");
            session.source(SourceKind.TREES, "trees.csv");
            Geometry point = Samples.wkt("POINT (1 2)");
            point.getCoordinate().y = value;
            assertThatThrownBy(() -> session.crown(new Crown(point, 1.0, null)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("trees.csv");
        }
        LandscapeIndices bad = new LandscapeIndices(
                "A", value, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                Map.of());
        assertThatThrownBy(() -> store.saveIndices(key, StudyParameters.DEFAULTS, List.of(bad)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("area_m2");
        assertThat(store.indexParameters(key)).isEmpty();
    }

    @Test
    void keepsTheSpatialPatternOfNetCarbonBesideItsSettings() throws Exception {
        importSpaces("s", "A", "B", "C");
        SpatialSettings settings = new SpatialSettings(NeighbourRule.within(250), 499, 42);
        SpatialStatistic hot = new SpatialStatistic("A", 3, 0.75, 2.5, 0.008, Cluster.HIGH_HIGH, HotSpot.HOT_99);
        SpatialStatistic island = new SpatialStatistic("B", 0, null, null, null, null, null);

        store.saveSpatialStatistics(key, "net_carbon_kg", settings, List.of(hot, island));

        List<SpatialStatistic> joined = new ArrayList<>();
        store.eachAtlasRow(key, row -> joined.add(row.netCarbonPattern()));
        assertThat(joined).containsExactly(hot, island, null);
        assertThat(store.spatialSettings(key, "net_carbon_kg")).hasValue(settings);
        assertThat(rows("SELECT net_carbon_gi_star_z, net_carbon_hot_spot, net_carbon_cluster FROM microspace_atlas"
                        + " WHERE study = '" + key + "' AND code = 'A'"))
                .containsExactly("2.5|hot 99 %|high-high");

        store.saveSpatialStatistics(key, "net_carbon_kg", settings, List.of());
        assertThat(store.spatialSettings(key, "net_carbon_kg")).isEmpty();
    }

    @Test
    void refusesTextThatIsNone() {
        try (ImportSession session = store.beginImport(key)) {
            session.source(SourceKind.SPACES, "spaces.shp");
            for (String text : List.of("a\0b", "\uD842")) {
                assertThatThrownBy(() -> session.space(Samples.space("A" + text.length(), text)))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("encoding");
            }
        }
    }

    @Test
    void readsByTheBytesOfTheCode() {
        // In UTF-16 𠮷 comes before Ａ, in a Chinese or English locale b comes before B.
        List<String> codes = List.of("10", "9", "B", "a", "b", "é", "甲", "Ａ", "𠮷");
        List<String> shuffled = List.of("é", "𠮷", "b", "9", "Ａ", "a", "甲", "10", "B");

        importing(session -> {
            session.source(SourceKind.SPACES, "s");
            shuffled.forEach(code -> session.space(Samples.space(code)));
            session.source(SourceKind.CARBON, "c");
            shuffled.forEach(
                    code -> session.carbon(new CarbonAccount(code, 1.0, null, null, null, null, null, null, null)));
            Stream.of("AA", "甲乙", "Ａ0", "𠮷𠮷")
                    .forEach(code ->
                            session.carbon(new CarbonAccount(code, 2.0, null, null, null, null, null, null, null)));
        });

        assertThat(spaces()).extracting(MicroSpace::code).containsExactlyElementsOf(codes);
        assertThat(store.carbonAccounts(key))
                .extracting(CarbonAccount::code)
                .containsExactly("10", "9", "AA", "B", "a", "b", "é", "甲", "甲乙", "Ａ", "Ａ0", "𠮷", "𠮷𠮷");
        List<String> rows = new ArrayList<>();
        List<Double> joined = new ArrayList<>();
        store.eachAtlasRow(key, row -> {
            rows.add(row.space().code());
            joined.add(row.carbon().kg(CarbonComponent.SOIL_SINK));
        });
        assertThat(rows).containsExactlyElementsOf(codes);
        assertThat(joined).hasSameSizeAs(codes).containsOnly(1.0);
    }

    @Test
    void readsInOrderOfImportWhatHasNoCode() {
        importing(session -> {
            session.source(SourceKind.TREES, "t");
            for (int i = 0; i < 3_000; i++) {
                session.crown(new Crown(Samples.wkt("POINT (1 2)"), (double) i, null));
            }
        });

        assertThat(crowns()).extracting(Crown::diameterM).isSorted().hasSize(3_000);
    }

    @Test
    void whatIsNotCommittedIsUndone() {
        importSpaces("old", "A", "B");
        long version = store.version(key);

        try (ImportSession session = store.beginImport(key)) {
            session.clear(SourceKind.SPACES);
            session.source(SourceKind.SPACES, "spaces.geojson");
            IntStream.range(0, 2_000).forEach(i -> session.space(Samples.space("C" + i)));
            session.save(Samples.study(key).withCrs("EPSG:4547"));

            assertThat(spaces()).extracting(MicroSpace::code).containsExactly("A", "B");
            assertThat(store.study(key).orElseThrow().crs()).isEqualTo("EPSG:4544");
        }

        assertThat(spaces()).extracting(MicroSpace::name).containsExactly("old", "old");
        assertThat(store.study(key).orElseThrow().crs()).isEqualTo("EPSG:4544");
        assertThat(store.version(key)).isEqualTo(version);
    }

    @Test
    void theVersionChangesWithEveryCommittedChange() {
        long created = store.version(key);
        importSpaces("x", "A");
        long imported = store.version(key);
        store.saveIndices(key, StudyParameters.DEFAULTS, List.of());
        long analysed = store.version(key);
        store.delete(key);
        store.save(Samples.study(key));

        assertThat(List.of(created, imported, analysed, store.version(key)))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void importingAgainReplacesByCode() {
        importSpaces("old", "A", "B");
        importSpaces("new", "B", "C");

        assertThat(spaces()).extracting(MicroSpace::code).containsExactly("A", "B", "C");
        assertThat(spaces()).extracting(MicroSpace::name).containsExactly("old", "new", "new");
    }

    @Test
    void theSameCodeTwiceInOneImportIsRefused() {
        try (ImportSession session = store.beginImport(key)) {
            session.source(SourceKind.SPACES, "north.geojson");
            session.space(Samples.space("A"));
            session.source(SourceKind.SPACES, "south.geojson");
            assertThatThrownBy(() -> session.space(Samples.space("A")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("code A")
                    .hasMessageContaining("north.geojson")
                    .hasMessageContaining("south.geojson");
            session.source(SourceKind.CARBON, "carbon.csv");
            CarbonAccount account = new CarbonAccount("A", null, null, null, null, null, null, null, null);
            session.carbon(account);
            assertThatThrownBy(() -> session.carbon(account)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void aSecondImportAtTheSameTimeIsRefused() {
        try (ImportSession first = store.beginImport(key)) {
            assertThatThrownBy(() -> store.beginImport(key))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(key)
                    .hasMessageContaining("under way");
            assertThatThrownBy(() -> store.saveIndices(key, StudyParameters.DEFAULTS, List.of()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("under way");
            first.source(SourceKind.SPACES, "s");
            first.space(Samples.space("A"));
            first.commit();
        }
        importSpaces("next", "B");

        assertThat(spaces()).extracting(MicroSpace::code).containsExactly("A", "B");
    }

    @Test
    void importsOfTwoStudiesGoOnAtTheSameTime() {
        String other = key + "b";
        store.save(Samples.study(other));
        try (ImportSession first = store.beginImport(key);
                ImportSession second = store.beginImport(other)) {
            first.source(SourceKind.SPACES, "s");
            second.source(SourceKind.SPACES, "s");
            first.space(Samples.space("A", "one"));
            second.space(Samples.space("A", "two"));
            first.commit();
            second.commit();
        }

        assertThat(spaces()).extracting(MicroSpace::name).containsExactly("one");
        assertThat(store.delete(other)).isTrue();
        assertThat(spaces()).hasSize(1);
    }

    @Test
    void clearsAKindOrWhatAFileBrought() {
        importing(session -> {
            session.source(SourceKind.OSM, "town.osm");
            session.space(Samples.space("osm"));
            session.crown(new Crown(Samples.wkt("POINT (1 2)"), 1.0, "osm"));
            session.record(Samples.report(SourceKind.OSM, "town.osm", 2), Origin.STUDY_FILE);
            session.source(SourceKind.TREES, "trees.csv");
            session.crown(new Crown(Samples.wkt("POINT (1 2)"), 1.0, "csv"));
            session.record(Samples.report(SourceKind.TREES, "trees.csv", 1), Origin.STUDY_FILE);
            session.source(SourceKind.CANOPY, "crowns.shp");
            session.crown(new Crown(Samples.square(1, 2, 1), null, "canopy"));
            session.record(Samples.report(SourceKind.CANOPY, "crowns.shp", 1), Origin.COMMAND);
        });
        assertThat(store.counts(key)).containsEntry(SourceKind.TREES, 2L).containsEntry(SourceKind.CANOPY, 1L);

        importing(session -> session.clear(SourceKind.TREES, "town.osm"));
        assertThat(crowns()).extracting(Crown::species).containsExactly("csv", "canopy");
        assertThat(spaces()).hasSize(1);

        importing(session -> session.clear(SourceKind.TREES));
        assertThat(crowns()).extracting(Crown::species).containsExactly("canopy");
        assertThat(importedFiles()).containsExactly("town.osm", "crowns.shp");

        importing(session -> session.clear(SourceKind.OSM, "town.osm"));
        assertThat(spaces()).isEmpty();

        importing(session -> session.clear(SourceKind.CANOPY, "nothing of that name"));
        importing(session -> session.clear(SourceKind.CANOPY));
        assertThat(crowns()).isEmpty();
        assertThat(importedFiles()).isEmpty();
    }

    @Test
    void recordsTheFilesThatAreInTheStudyNow() {
        importing(session -> {
            session.source(SourceKind.SPACES, "空间.shp");
            session.space(Samples.space("A"));
            session.record(Samples.report(SourceKind.SPACES, "空间.shp", 1), Origin.STUDY_FILE);
            session.source(SourceKind.ROADS, "empty.shp");
            session.record(Samples.report(SourceKind.ROADS, "empty.shp", 0), Origin.COMMAND);
        });

        assertThat(store.imports(key))
                .extracting(StudyStore.ImportRecord::report, StudyStore.ImportRecord::origin)
                .containsExactly(
                        tuple(Samples.report(SourceKind.SPACES, "空间.shp", 1), Origin.STUDY_FILE),
                        tuple(Samples.report(SourceKind.ROADS, "empty.shp", 0), Origin.COMMAND));

        importing(session -> {
            session.source(SourceKind.SPACES, "newer.shp");
            session.space(Samples.space("A"));
            session.record(Samples.report(SourceKind.SPACES, "newer.shp", 1), Origin.COMMAND);
        });
        assertThat(importedFiles()).containsExactly("empty.shp", "newer.shp");
    }

    @Test
    void keepsCanopyRasters() {
        byte[] covered = new byte[CanopyRaster.TILE_SIZE * CanopyRaster.TILE_SIZE / 8];
        new Random(1).nextBytes(covered);
        byte[] known = new byte[covered.length];
        Arrays.fill(known, (byte) -1);
        double[] gridToCrs = {445_000.25, 0.5, 0, 3_300_000.75, 0, -0.5};

        importing(session -> {
            session.source(SourceKind.CANOPY, "a.tif");
            session.canopyRaster(new CanopyRaster("EPSG:32611", new double[6], 10, 10));
            session.canopyTile(new CanopyTile(0, 0, known, known));
            session.source(SourceKind.CANOPY, "b.tif");
            session.canopyRaster(new CanopyRaster("EPSG:4547", gridToCrs, 300, 200));
            session.canopyTile(new CanopyTile(1, 0, covered, known));
            session.canopyTile(new CanopyTile(0, 0, known, covered));
        });

        CanopyRaster raster = store.canopyRasters(key).get(1);
        assertThat(raster.crs()).isEqualTo("EPSG:4547");
        assertThat(raster.gridToCrs()).containsExactly(gridToCrs);
        assertThat(List.of(raster.width(), raster.height())).containsExactly(300, 200);
        List<CanopyTile> tiles = new ArrayList<>();
        store.eachCanopyTile(key, 1, tiles::add);
        assertThat(tiles).extracting(CanopyTile::tileColumn).containsExactly(0, 1);
        assertThat(tiles.get(1).covered()).containsExactly(covered);
        assertThat(tiles.get(1).known()).containsExactly(known);
        assertThatThrownBy(() -> store.eachCanopyTile(key, 2, tiles::add))
                .isInstanceOf(IndexOutOfBoundsException.class);

        importing(session -> session.clear(SourceKind.CANOPY));
        assertThat(store.canopyRasters(key)).isEmpty();
    }

    @Test
    void deletesAStudyWithAllItHolds() throws SQLException {
        importSpaces("x", "A");
        importing(session -> {
            session.source(SourceKind.CANOPY, "a.tif");
            session.canopyRaster(new CanopyRaster("EPSG:32611", new double[6], 10, 10));
            session.canopyTile(new CanopyTile(0, 0, new byte[1], new byte[1]));
        });
        store.saveIndices(key, StudyParameters.DEFAULTS, List.of(Samples.indices("A")));

        assertThat(store.delete(key)).isTrue();

        assertThat(store.study(key)).isEmpty();
        assertThat(spaces()).isEmpty();
        assertThat(rows("SELECT count(*) FROM micro_space m WHERE NOT EXISTS"
                        + " (SELECT 1 FROM study s WHERE s.id = m.study_id)"))
                .containsExactly("0");
        assertThat(rows("SELECT count(*) FROM microspace_atlas WHERE study = '" + key + "'"))
                .containsExactly("0");
    }

    @Test
    void replacesIndicesWithTheirParameters() {
        importSpaces("x", "A", "B");
        StudyParameters parameters =
                new StudyParameters(20, DensityDenominator.SPACE, 40, ConnectivityDistance.NETWORK);
        store.saveIndices(key, StudyParameters.DEFAULTS, List.of(Samples.indices("A"), Samples.indices("B")));
        store.saveIndices(key, parameters, List.of(Samples.indices("B")));

        assertThat(store.indexParameters(key)).contains(parameters);
        List<AtlasRow> rows = new ArrayList<>();
        store.eachAtlasRow(key, rows::add);
        assertThat(rows).extracting(AtlasRow::indices).containsExactly(null, Samples.indices("B"));
        assertThat(rows).extracting(AtlasRow::carbon).containsOnlyNulls();
        assertThat(rows).extracting(AtlasRow::study).containsOnly(key);
    }

    @Test
    void theAtlasViewJoinsAndDerives() throws SQLException {
        importSpaces("x", "A", "B", "C");
        importing(session -> {
            session.source(SourceKind.CARBON, "c");
            session.carbon(new CarbonAccount("A", 1000.5, 500.25, 200.0, 50.0, 0.75, "m", "s", 2020));
            session.carbon(new CarbonAccount("B", 1000.0, null, 200.0, 50.0, 0.75, "m", "s", 2020));
            session.carbon(new CarbonAccount("no such space", 1.0, 1.0, 1.0, 1.0, 1.0, null, null, null));
        });
        store.saveIndices(key, StudyParameters.DEFAULTS, List.of(Samples.indices("A")));

        // 1000.5 + 500.25 - 200 - 50 - 0.75 = 1250; / 200 m2 = 6.25; / 50 years = 25
        assertThat(rows("SELECT code, net_carbon_kg, net_carbon_kg_per_m2, net_carbon_kg_per_year, carbon_positive,"
                        + " road_length_15m_m, road_density_15m, neighbours_15m, radius_m FROM microspace_atlas"
                        + " WHERE study = '" + key + "' ORDER BY code"))
                .containsExactly(
                        "A|1250.0|6.25|25.0|true|31.0|0.0155|3|15.0",
                        "B|null|null|null|null|null|null|null|null",
                        "C|null|null|null|null|null|null|null|null");

        store.saveIndices(
                key,
                new StudyParameters(20, DensityDenominator.SPACE, 100, ConnectivityDistance.EDGE),
                List.of(Samples.indices("A")));
        assertThat(rows("SELECT road_length_15m_m, road_density_15m, neighbours_15m, road_length_in_radius_m,"
                        + " road_density_in_radius, neighbours_in_radius, radius_m, road_density_per,"
                        + " connectivity_distance, period_years, net_carbon_kg_per_year"
                        + " FROM microspace_atlas WHERE study = '" + key + "' AND code = 'A'"))
                .containsExactly("null|null|null|31.0|0.0155|3|20.0|SPACE|EDGE|100.0|12.5");
    }

    @Test
    void keepsCommunitiesWithTheirAccountsAndRenovations() {
        Community community = new Community(
                "c1", "新村", Samples.square(106, 29, 1), new Community.Facts(10119.0, 4195.0, 379_000.5, 2.2, 58.68));
        CommunityCarbonItem given = new CommunityCarbonItem(
                "新村",
                CommunityCarbonGroup.FIXATION,
                "植物固碳",
                new CommunityCarbonItem.Given(-0.07, null),
                null,
                "report",
                "c.csv, row 2");
        CommunityCarbonItem activity = new CommunityCarbonItem(
                "c1",
                CommunityCarbonGroup.TRAVEL,
                "bus",
                null,
                new CommunityCarbonItem.ActivityData(2, null, "bus", 5.5, CommunityCarbonItem.Basis.PERSON, 250),
                null,
                "c.csv, row 3");
        RenovationCase renovation = new RenovationCase(
                "c1",
                "2023-2026",
                Map.of(RenovationMeasure.DEMOLITION, 7357.0, RenovationMeasure.STRENGTHENING, 0.0),
                3.17,
                null,
                "r.csv, row 2");
        importing(session -> {
            session.source(SourceKind.COMMUNITIES, "a");
            session.community(community);
            session.source(SourceKind.COMMUNITY_CARBON, "c.csv");
            session.communityCarbon(given);
            session.communityCarbon(activity);
            session.source(SourceKind.RENOVATION, "r.csv");
            session.renovation(renovation);
        });
        List<Community> communities = new ArrayList<>();
        store.eachCommunity(key, communities::add);
        assertThat(communities).containsExactly(community);
        assertThat(store.communityCarbon(key)).containsExactly(given, activity);
        assertThat(store.renovations(key)).containsExactly(renovation);
        assertThat(store.counts(key))
                .containsEntry(SourceKind.COMMUNITY_CARBON, 2L)
                .containsEntry(SourceKind.RENOVATION, 1L);
        importing(session -> session.clear(SourceKind.COMMUNITY_CARBON));
        assertThat(store.communityCarbon(key)).isEmpty();
        assertThat(store.renovations(key)).hasSize(1);
    }

    /**
     * By hand: A of 100 m² and B of 300 m² count to W, of which only A has an account; N is a neighbour that was not
     * sampled; O is in no community. Green: (0.2 · 100 + 0.6 · 300) / 400 = 0.5. Canopy only of B: 0.3.
     */
    @Test
    void spacesAddUpToTheirCommunities() throws SQLException {
        importing(session -> {
            session.source(SourceKind.SPACES, "s");
            for (String code : List.of("A", "B", "O")) {
                session.space(Samples.space(code, code));
            }
            session.space(new MicroSpace("N", "", null, false, Samples.square(106, 29, 0.001)));
            session.source(SourceKind.CARBON, "c");
            session.carbon(new CarbonAccount("A", 0.1, 0.2, 0.0, 0.0, 0.0, null, null, null));
            session.carbon(new CarbonAccount("B", 7.0, null, 0.0, 0.0, 0.0, null, null, null));
            session.carbon(new CarbonAccount("N", 1000.0, 1000.0, 0.0, 0.0, 0.0, null, null, null));
            session.source(SourceKind.COMMUNITIES, "k");
            session.community(new Community("W", "西村", Samples.square(106, 29, 1)));
            session.community(new Community("V", "空村", null));
        });
        List<CommunityMembership> memberships = List.of(
                new CommunityMembership("A", "W", CommunityMembership.From.LOCATION, 1.0, null),
                new CommunityMembership("B", "W", CommunityMembership.From.ATTRIBUTE, 0.25, "names another"),
                new CommunityMembership("N", "W", CommunityMembership.From.LOCATION, 1.0, null),
                new CommunityMembership("O", null, null, null, "lies in none"));
        store.saveMemberships(key, List.of(memberships.get(0)));
        store.saveMemberships(key, memberships);
        store.saveIndices(
                key,
                StudyParameters.DEFAULTS,
                List.of(
                        greenAndCanopy("A", 100, 0.2, null), greenAndCanopy("B", 300, 0.6, 0.3),
                        greenAndCanopy("N", 5000, 1.0, 1.0), greenAndCanopy("O", 700, 0.9, 0.9)));

        assertThat(store.memberships(key)).containsExactlyElementsOf(memberships);
        List<CommunitySummary> summaries = store.communitySummaries(key);
        assertThat(summaries).extracting(summary -> summary.community().code()).containsExactly("V", "W");
        assertThat(summaries.get(0))
                .isEqualTo(new CommunitySummary(
                        new Community("V", "空村", null),
                        0,
                        0,
                        null,
                        summaries.get(0).indices(),
                        summaries.get(0).carbon(),
                        null,
                        null,
                        null,
                        false));
        assertThat(summaries.get(0).remarks()).isEqualTo("no micro-space lies in it");
        CommunitySummary west = summaries.get(1);
        assertThat(west.community().name()).isEqualTo("西村");
        assertThat(west.spaces()).isEqualTo(3);
        assertThat(west.sampledSpaces()).isEqualTo(2);
        assertThat(west.areaM2()).isEqualTo(400);
        assertThat(west.indices().get("green_ratio")).isEqualTo(new CommunitySummary.Total(0.5, 2));
        assertThat(west.indices().get("canopy_cover")).isEqualTo(new CommunitySummary.Total(0.3, 1));
        assertThat(west.indices().get("shannon")).isEqualTo(new CommunitySummary.Total(null, 0));
        assertThat(west.carbon().get("soil_sink_kg")).isEqualTo(new CommunitySummary.Total(7.1, 2));
        assertThat(west.carbon().get("vegetation_sink_kg")).isEqualTo(new CommunitySummary.Total(0.2, 1));
        assertThat(west.carbon().get("net_carbon_kg")).isEqualTo(new CommunitySummary.Total(0.3, 1));
        assertThat(west.netCarbonKgPerM2()).isEqualTo(0.003);
        assertThat(west.carbonPositiveSpaces()).isEqualTo(1);
        assertThat(west.carbonPositiveShare()).isEqualTo(1);
        assertThat(west.accountsComplete()).isFalse();
        assertThat(west.remarks()).isEqualTo("1 of 2 sampled spaces have no complete carbon account");
        assertThat(rows("SELECT code, community_code FROM microspace_atlas WHERE study = '" + key + "' ORDER BY code"))
                .containsExactly("A|W", "B|W", "N|W", "O|null");
        assertThat(rows("SELECT definition FROM community_atlas_columns ORDER BY ordinal_position"))
                .hasSize(rows("SELECT column_name FROM community_atlas_columns").size())
                .allSatisfy(definition -> assertThat(definition).isNotBlank().isNotEqualTo("null"));
    }

    private static LandscapeIndices greenAndCanopy(String code, double areaM2, Double green, Double canopy) {
        return new LandscapeIndices(
                code, areaM2, null, green, null, null, null, null, null, null, null, null, null, null, canopy, null,
                Map.of());
    }

    @Test
    void theAtlasViewAndTheExportsGiveTheSameValues() throws SQLException {
        List<CarbonAccount> accounts = List.of(
                // 0.71 + 1086.08 - 104.99 - 14.73 - 143.93 = 823.14; in binary 823.1399999999999
                new CarbonAccount("A", 0.71, 1086.08, 104.99, 14.73, 143.93, null, null, null),
                new CarbonAccount("B", 0.1, 0.2, 0.3, 0.0, 0.0, null, null, null),
                new CarbonAccount("C", 123456789012.34, 0.01, 1e-9, 1.0 / 3, 2.0 / 3, null, null, null),
                new CarbonAccount("D", 1.0, 2.0, null, 3.0, 4.0, null, null, null));
        importSpaces("x", "A", "B", "C", "D", "E");
        importing(session -> {
            session.source(SourceKind.CARBON, "c");
            accounts.forEach(session::carbon);
        });
        store.saveIndices(
                key,
                StudyParameters.DEFAULTS,
                Stream.of("A", "B", "C", "D").map(Samples::indices).toList());
        List<AtlasColumn> columns = AtlasColumns.of(StudyParameters.DEFAULTS).stream()
                .filter(column -> ATLAS_COLUMNS.contains(column.name()))
                .toList();

        List<String> expected = new ArrayList<>();
        store.eachAtlasRow(
                key,
                row -> expected.add(columns.stream()
                        .map(column -> String.valueOf(column.valueOf(row)))
                        .collect(Collectors.joining("|"))));

        assertThat(rows("SELECT " + columns.stream().map(AtlasColumn::name).collect(Collectors.joining(", "))
                        + " FROM microspace_atlas WHERE study = '" + key + "' ORDER BY code"))
                .containsExactlyElementsOf(expected);
        assertThat(rows("SELECT net_carbon_kg, carbon_positive FROM microspace_atlas WHERE study = '" + key
                        + "' ORDER BY code"))
                .containsExactly("823.14|true", "0.0|false", "1.2345678901135E11|true", "null|null", "null|null");
    }

    @Test
    void theAtlasViewHasTheColumnsOfTheContractEachWithAComment() throws SQLException {
        Map<String, String> comments = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            boolean upperCase = connection.getMetaData().storesUpperCaseIdentifiers();
            try (ResultSet columns = connection
                    .getMetaData()
                    .getColumns(null, null, upperCase ? "MICROSPACE_ATLAS" : "microspace_atlas", null)) {
                while (columns.next()) {
                    comments.put(columns.getString("COLUMN_NAME").toLowerCase(), columns.getString("REMARKS"));
                }
            }
        }

        assertThat(comments.keySet()).containsExactlyElementsOf(ATLAS_COLUMNS);
        assertThat(comments.values()).allSatisfy(comment -> assertThat(comment).isNotBlank());
        assertThat(rows("SELECT column_name FROM microspace_atlas_columns ORDER BY ordinal_position").stream()
                        .map(String::toLowerCase))
                .containsExactlyElementsOf(ATLAS_COLUMNS);
        assertThat(rows("SELECT definition FROM microspace_atlas_columns ORDER BY ordinal_position"))
                .containsExactlyElementsOf(comments.values());
    }

    @Test
    void metricsAndTheirParametersComeBackAsTheyWereComputed() throws SQLException {
        MetricOptions options =
                new MetricOptions(EnumSet.allOf(MetricGroup.class), 2.5, 300, List.of(100.0, 250.5), 123456.75);
        StudyParameters parameters = StudyParameters.DEFAULTS.withMetrics(options);
        importSpaces("x", "A", "B");
        PatchMetrics patch = new PatchMetrics(1.25, null, 0.5, 0.1, 0.0, 0.0, 3.5, 7.25, 0.1 + 0.2);
        RoadNetworkMetrics network = new RoadNetworkMetrics(4, 3, 1, 0.0, 0.75, 0.5, 12345.6, 0.0);
        List<SpaceConnectivity> importance = List.of(
                new SpaceConnectivity(100, 50, 10, 30, 10, 40, 20, 15, 5),
                new SpaceConnectivity(250.5, 60, 10, 40, 10, 45, 20, 20, 5));
        LandscapeIndices a = Samples.indices("A").with(patch, network, importance, Map.of("frac", "of 1 m²"));
        LandscapeIndices b = Samples.indices("B")
                .with(patch, new RoadNetworkMetrics(0, 0, 0, null, null, null, 0.0, 0.0), List.of(), Map.of());
        List<StudyConnectivity> ofStudy = List.of(
                new StudyConnectivity(100, 2, 50.0, 0.25, 0.125, 10.5, 9.5, 123456.75, Map.of()),
                new StudyConnectivity(250.5, 2, null, null, null, 1.0, 2.0, null, Map.of("pc", "no area 无面积")));
        store.saveIndices(key, parameters, List.of(a, b), ofStudy);

        List<LandscapeIndices> found = new ArrayList<>();
        store.eachAtlasRow(key, row -> found.add(row.indices()));
        assertThat(found).containsExactly(a, b);
        assertThat(store.connectivity(key)).isEqualTo(ofStudy);
        assertThat(store.indexParameters(key)).contains(parameters);
        assertThat(rows("SELECT core_m2, core_at_depth_m2, edge_depth_m, prox, prox_in_search_radius,"
                        + " road_nodes_in_radius, threshold_m, dpc_connector FROM microspace_atlas WHERE study = '"
                        + key
                        + "' ORDER BY code"))
                .containsExactly(
                        "null|0.0|2.5|null|0.30000000000000004|4|100.0|10.0",
                        "null|0.0|2.5|null|0.30000000000000004|0|null|null");
        assertThat(rows("SELECT code, threshold_m, dpc, diic FROM microspace_connectivity WHERE study = '" + key
                        + "' ORDER BY threshold_m"))
                .containsExactly("A|100.0|50.0|40.0", "A|250.5|60.0|45.0");

        store.saveIndices(key, StudyParameters.DEFAULTS, List.of(Samples.indices("A")));
        assertThat(store.connectivity(key)).isEmpty();
        assertThat(rows("SELECT code FROM microspace_connectivity WHERE study = '" + key + "'"))
                .isEmpty();
    }

    @Test
    void aDatabaseOfTheFirstVersionIsBroughtUpToDateAndNotAskedAgain() throws Exception {
        StoreSettings settings = newDatabase();
        Database database = StudyStores.database(settings);
        try (HikariDataSource old = database.newDataSource()) {
            try (Connection connection = database.open(old)) {
                Flyway.configure()
                        .dataSource(old)
                        .locations("classpath:" + database.migrations())
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .target("1")
                        .repeatableSqlMigrationPrefix("none")
                        .load()
                        .migrate();
                connection.createStatement().execute(STUDY_OF_THE_FIRST_VERSION);
                assertThat(rows(old, "SELECT \"script\" FROM \"flyway_schema_history\" WHERE \"checksum\" <> 0"))
                        .containsExactly("V1__studies_and_their_atlas.sql");
            }
            try (CloseableStudyStore migrated = StudyStores.open(settings)) {
                assertThat(migrated.study("old").orElseThrow().parameters()).isEqualTo(StudyParameters.DEFAULTS);
                try (ImportSession session = migrated.beginImport("old")) {
                    session.source(SourceKind.SPACES, "s");
                    session.space(Samples.space("A", "Ä"));
                    session.commit();
                }
                assertThat(rows(old, "SELECT study, code, name FROM microspace_atlas"))
                        .containsExactly("old|A|Ä");
                assertThat(rows(old, "SELECT column_name FROM microspace_atlas_columns ORDER BY ordinal_position"))
                        .containsExactlyElementsOf(ATLAS_COLUMNS);
                try (Connection connection = database.open(old)) {
                    assertThat(new SchemaMigration(database).migrate(old, connection))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void findsTheSpacesThatMeetAnEnvelope() {
        Random random = new Random(7);
        List<MicroSpace> all = IntStream.range(0, 500)
                .mapToObj(i ->
                        new MicroSpace("s" + (1000 + i), "", null, true, Samples.wkt("POLYGON ((0 0, 1 0, 0 1, 0 0))")))
                .map(space -> {
                    Geometry triangle = space.geometry();
                    double x = 113 + random.nextDouble() * 0.01;
                    double y = 23 + random.nextDouble() * 0.01;
                    Arrays.stream(triangle.getCoordinates()).distinct().forEach(c -> {
                        c.x = x + c.x * 0.001;
                        c.y = y + c.y * 0.001;
                    });
                    triangle.geometryChanged();
                    return space;
                })
                .toList();
        importing(session -> {
            session.source(SourceKind.SPACES, "s");
            all.forEach(session::space);
        });
        Envelope envelope = new Envelope(113.002, 113.0045, 23.003, 23.0041);

        assertThat(codes(spaces -> spaces.meeting(studyId(), envelope)))
                .isNotEmpty()
                .containsExactlyElementsOf(all.stream()
                        .filter(space -> space.geometry()
                                .intersects(Samples.square(0, 0, 1).getFactory().toGeometry(envelope)))
                        .map(MicroSpace::code)
                        .toList());
    }

    @Test
    void findsTheSpacesWithinADistanceInMetres() {
        // The corner that is nearest to the tree lies exactly so far to its south-west, by the geodesic on WGS 84.
        double[] distances = {0, 14.99, 15.01, 149.99, 150.01, 2999.9, 3000.1};
        importing(session -> {
            session.source(SourceKind.SPACES, "s");
            for (double distance : distances) {
                GeodesicData corner = Geodesic.WGS84.Direct(29.8, 106.4, 225, distance);
                session.space(new MicroSpace(
                        "%07.2f".formatted(distance),
                        "",
                        null,
                        true,
                        Samples.square(corner.lon2 - 1e-4, corner.lat2 - 1e-4, 1e-4)));
            }
        });
        Geometry tree = Samples.wkt("POINT (106.4 29.8)");

        assertThat(codes(spaces -> spaces.within(studyId(), tree, 15))).containsExactly("0000.00", "0014.99");
        assertThat(codes(spaces -> spaces.within(studyId(), tree, 150)))
                .containsExactly("0000.00", "0014.99", "0015.01", "0149.99");
        assertThat(codes(spaces -> spaces.within(studyId(), tree, 3000)))
                .hasSize(6)
                .doesNotContain("3000.10");
    }

    @Test
    void aKilledImportLeavesTheOldDataAndDoesNotHinderTheNext() throws Exception {
        StoreSettings settings = newDatabase();
        Random random = new Random();
        String present = "before";
        try (CloseableStudyStore own = StudyStores.open(settings)) {
            own.save(Samples.study("victim"));
            importGeneration(own, present);
        }
        for (String moment : List.of("begun", "halfway", "halfway", "committed")) {
            String generation = moment + "-" + random.nextInt();
            try (ImportInAnotherProcess process = ImportInAnotherProcess.start(settings, "victim", generation)) {
                process.await(moment);
                if (!moment.equals("committed")) {
                    Thread.sleep(random.nextInt(150));
                }
                process.kill();
            }
            try (CloseableStudyStore own = StudyStores.open(settings)) {
                List<String> spaces = new ArrayList<>();
                own.eachSpace("victim", space -> spaces.add(space.name()));
                List<String> trees = new ArrayList<>();
                own.eachCrown("victim", crown -> trees.add(crown.species()));
                if (moment.equals("committed") || spaces.contains(generation)) {
                    assertThat(spaces).hasSize(ImportInAnotherProcess.FEATURES).containsOnly(generation);
                    assertThat(trees).hasSize(ImportInAnotherProcess.FEATURES).containsOnly(generation);
                } else {
                    assertThat(spaces).containsExactly(present, present);
                    assertThat(trees).containsExactly(present);
                }
                present = "after " + moment;
                importGeneration(own, present);
            }
        }
    }

    private static void importGeneration(StudyStore own, String generation) {
        try (ImportSession session = beginWhenReleased(own)) {
            session.clear(SourceKind.SPACES);
            session.clear(SourceKind.TREES);
            session.source(SourceKind.SPACES, "s");
            session.space(Samples.space("A", generation));
            session.space(Samples.space("B", generation));
            session.source(SourceKind.TREES, "t");
            session.crown(new Crown(Samples.wkt("POINT (1 2)"), 1.0, generation));
            session.commit();
        }
    }

    /** A database server takes a moment to see that its client is dead. */
    private static ImportSession beginWhenReleased(StudyStore own) {
        for (int attempt = 0; ; attempt++) {
            try {
                return own.beginImport("victim");
            } catch (InvalidInputException e) {
                if (attempt == 50) {
                    throw e;
                }
                try {
                    Thread.sleep(200);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }

    private void importing(Consumer<ImportSession> work) {
        try (ImportSession session = store.beginImport(key)) {
            work.accept(session);
            session.commit();
        }
    }

    private void importSpaces(String name, String... codes) {
        importing(session -> {
            session.source(SourceKind.SPACES, "spaces.geojson");
            Stream.of(codes).forEach(code -> session.space(Samples.space(code, name)));
        });
    }

    private List<MicroSpace> spaces() {
        List<MicroSpace> spaces = new ArrayList<>();
        store.eachSpace(key, spaces::add);
        return spaces;
    }

    private List<Crown> crowns() {
        List<Crown> crowns = new ArrayList<>();
        store.eachCrown(key, crowns::add);
        return crowns;
    }

    private List<String> importedFiles() {
        return store.imports(key).stream().map(record -> record.report().file()).toList();
    }

    private long studyId() {
        try {
            return Long.parseLong(
                    rows("SELECT id FROM study WHERE study_key = '" + key + "'").get(0));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> codes(Function<MicroSpaceRepository, List<MicroSpaceEntity>> search) {
        return sessions.fromSession(session -> search.apply(new MicroSpaceRepository(session)).stream()
                .map(space -> space.toDomain().code())
                .toList());
    }

    /** Rows of a query, values joined by bars. */
    List<String> rows(String sql) throws SQLException {
        return rows(dataSource, sql);
    }

    private static List<String> rows(DataSource dataSource, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
