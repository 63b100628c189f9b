package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.store.CloseableStudyStore;
import io.microscape.store.ImportSession;
import io.microscape.store.IndexChanges;
import io.microscape.store.StoreSettings;
import io.microscape.store.StudyStore;
import io.microscape.store.StudyStores;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.ImportReport;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.LocalizedText;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import io.microscape.study.Surface;
import io.microscape.testing.PostgisServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A random town is edited at random: a space, surface, road, crown or plant record is added, moved or removed. After each
 * edit an incremental analysis must leave the same rows as a full one, bit for bit, and must have computed the spaces in
 * reach of the edit, which the test finds by itself, and no others.
 */
class IncrementalAnalysisTest {
    private static final CoordinateSystem METRIC = CoordinateSystem.of("EPSG:4544");
    private static final CoordinateTransform TO_LON_LAT =
            CoordinateTransform.between(METRIC, CoordinateSystem.of("CRS:84"));
    private static final CoordinateTransform TO_METRIC =
            CoordinateTransform.between(CoordinateSystem.of("CRS:84"), METRIC);
    private static final double TOWN_M = 1200;
    private static final double RADIUS_M = 15;

    @TempDir
    private Path home;

    @Test
    void editsOfATown() {
        try (CloseableStudyStore store = StudyStores.open(StoreSettings.embedded(home))) {
            new Town(store, 1, StudyParameters.DEFAULTS).edit(40, true);
        }
    }

    @Test
    void editsOfATownOnPostgis() {
        PostgisServer server = PostgisServer.get();
        StoreSettings settings =
                new StoreSettings(home, server.newDatabase("incremental"), server.user(), server.password());
        try (CloseableStudyStore store = StudyStores.open(settings)) {
            new Town(store, 2, StudyParameters.DEFAULTS).edit(10, true);
        }
    }

    /** Ways along roads lead farther than boxes: the result is compared, the set of spaces is not. */
    @Test
    void editsWithNetworkDistances() {
        StudyParameters network =
                new StudyParameters(RADIUS_M, DensityDenominator.SPACE, 50, ConnectivityDistance.NETWORK);
        try (CloseableStudyStore store = StudyStores.open(StoreSettings.embedded(home))) {
            new Town(store, 3, network).edit(25, false);
        }
    }

    /** The nearest space may be far, and the connectivity of all hangs on all. */
    @Test
    void editsWithEveryMetric() {
        StudyParameters every = StudyParameters.DEFAULTS.withMetrics(
                MetricOptions.defaults(RADIUS_M).withGroups(Set.of(MetricGroup.values())));
        try (CloseableStudyStore store = StudyStores.open(StoreSettings.embedded(home))) {
            new Town(store, 4, every).edit(25, false);
        }
    }

    @Test
    void otherParametersAndAllComputeEverySpace() {
        try (CloseableStudyStore store = StudyStores.open(StoreSettings.embedded(home))) {
            Town town = new Town(store, 5, StudyParameters.DEFAULTS);
            town.save();
            int spaces = town.spaces.size();
            assertThat(town.analyse(false)).isEqualTo(town.spaces.keySet());
            long version = store.version("town");
            assertThat(town.analyse(false)).isEmpty();
            assertThat(store.version("town")).as("nothing was written").isEqualTo(version);
            assertThat(town.analyse(true)).hasSize(spaces);
            town.parameters = new StudyParameters(20, DensityDenominator.ZONE, 50, ConnectivityDistance.EDGE);
            town.save();
            assertThat(town.analyse(false)).hasSize(spaces);
        }
    }

    /** Features by name, in EPSG:4544; what an edit touched is remembered. */
    private static final class Town {
        private final StudyStore store;
        private final Random random;
        private final GeometryFactory factory = new GeometryFactory();
        private final Map<String, Geometry> spaces = new TreeMap<>();
        private final List<Surface> surfaces = new ArrayList<>();
        private final List<Road> roads = new ArrayList<>();
        private final List<Crown> crowns = new ArrayList<>();
        private final List<Planting> plants = new ArrayList<>();
        private StudyParameters parameters;
        private int named;

        Town(StudyStore store, long seed, StudyParameters parameters) {
            this.store = store;
            this.random = new Random(seed);
            this.parameters = parameters;
            for (int i = 0; i < 50; i++) {
                spaces.put("S" + named++, star(25));
                surfaces.add(new Surface(random.nextBoolean() ? Cover.GREEN : Cover.HARD, star(30)));
                roads.add(road());
                crowns.add(crown());
                plants.add(
                        new Planting("S" + random.nextInt(50), "taxon " + random.nextInt(9), 1.0 + random.nextInt(9)));
            }
            // edits never make a layer of one cover appear or vanish: that concerns every space
            surfaces.add(new Surface(Cover.GREEN, star(30)));
            surfaces.add(new Surface(Cover.HARD, star(30)));
        }

        void edit(int edits, boolean compareReach) {
            save();
            analyse(false);
            for (int i = 0; i < edits; i++) {
                Map<String, Geometry> before = new TreeMap<>(spaces);
                List<Envelope> touched = new ArrayList<>();
                Set<String> concerned = new HashSet<>();
                String edit = editOnce(touched, concerned);
                save();
                Set<String> computed = analyse(false);
                List<String> incremental = rows();
                if (compareReach) {
                    for (String code : spaces.keySet()) {
                        boolean own = !spaces.get(code).equals(before.get(code));
                        if (own || touched.stream().anyMatch(box -> inReach(edit, code, box))) {
                            concerned.add(code);
                        }
                    }
                    concerned.retainAll(spaces.keySet());
                    assertThat(computed).as("edit %d: %s", i, edit).isEqualTo(new TreeSet<>(concerned));
                }
                analyse(true);
                assertThat(rows()).as("edit %d: %s", i, edit).isEqualTo(incremental);
            }
        }

        /** Changes one feature and adds where it was and is. */
        private String editOnce(List<Envelope> touched, Set<String> concerned) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    String code = List.copyOf(spaces.keySet()).get(random.nextInt(spaces.size()));
                    int what = random.nextInt(3);
                    if (what < 2) {
                        touched.add(spaces.get(code).getEnvelopeInternal());
                    }
                    if (what == 0) {
                        spaces.remove(code);
                    } else {
                        String name = what == 1 ? code : "S" + named++;
                        spaces.put(name, star(25));
                        touched.add(spaces.get(name).getEnvelopeInternal());
                    }
                    return "space";
                }
                case 1 -> {
                    int place = random.nextInt(surfaces.size() - 2);
                    Surface old = surfaces.get(place);
                    touched.add(old.geometry().getEnvelopeInternal());
                    surfaces.set(place, old.withGeometry(star(30)));
                    touched.add(surfaces.get(place).geometry().getEnvelopeInternal());
                    return "surface";
                }
                case 2 -> {
                    Road old = roads.remove(random.nextInt(roads.size()));
                    touched.add(old.geometry().getEnvelopeInternal());
                    if (random.nextInt(3) > 0 || roads.size() < 10) {
                        roads.add(road());
                        touched.add(roads.get(roads.size() - 1).geometry().getEnvelopeInternal());
                    }
                    return "road";
                }
                case 3 -> {
                    Crown old = crowns.remove(random.nextInt(crowns.size()));
                    touched.add(box(old));
                    if (random.nextInt(3) > 0 || crowns.size() < 10) {
                        crowns.add(crown());
                        touched.add(box(crowns.get(crowns.size() - 1)));
                    }
                    return "crown";
                }
                default -> {
                    String code = List.copyOf(spaces.keySet()).get(random.nextInt(spaces.size()));
                    plants.add(new Planting(code, "taxon " + named++, 2.0));
                    concerned.add(code);
                    return "plant";
                }
            }
        }

        /** Roads of this town are parallel to an axis, so that their boxes are the roads themselves. */
        private boolean inReach(String edit, String code, Envelope box) {
            Envelope space = spaces.get(code).getEnvelopeInternal();
            double dx = Math.max(0, Math.max(box.getMinX() - space.getMaxX(), space.getMinX() - box.getMaxX()));
            double dy = Math.max(0, Math.max(box.getMinY() - space.getMaxY(), space.getMinY() - box.getMaxY()));
            return switch (edit) {
                case "space" -> Math.hypot(dx, dy) <= 10 * RADIUS_M && !space.equals(box);
                case "road" -> dx <= RADIUS_M && dy <= RADIUS_M;
                default -> dx == 0 && dy == 0;
            };
        }

        private static Envelope box(Crown crown) {
            Envelope box = crown.geometry().getEnvelopeInternal().copy();
            box.expandBy(crown.diameterM() / 2);
            return box;
        }

        /** Analyses and tells for which spaces rows were written. */
        Set<String> analyse(boolean all) {
            Set<String> computed = new TreeSet<>();
            StudyStore watched = (StudyStore) Proxy.newProxyInstance(
                    StudyStore.class.getClassLoader(),
                    new Class<?>[] {StudyStore.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("changeIndices")) {
                            ((IndexChanges) arguments[1])
                                    .computed().stream()
                                            .map(LandscapeIndices::code)
                                            .forEach(computed::add);
                        }
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            StudyAnalysis.Counts result =
                    new StudyAnalysis(watched).analyse(store.study("town").orElseThrow(), all, Progress.NONE);
            assertThat(result.computed()).isEqualTo(computed.size());
            assertThat(result.unchanged()).isEqualTo(spaces.size() - computed.size());
            return computed;
        }

        private List<String> rows() {
            List<String> rows = new ArrayList<>();
            store.eachAtlasRow("town", row -> rows.add(row.space().code() + " " + row.indices()));
            assertThat(rows).hasSameSizeAs(spaces.entrySet());
            rows.add(store.connectivity("town").toString());
            return rows;
        }

        /** Puts the whole town into the store, as another import does. */
        void save() {
            Study study = new Study("town", new LocalizedText("Town", "小镇"), "EPSG:4544", parameters, List.of());
            store.save(study);
            try (ImportSession session = store.beginImport("town")) {
                begin(session, SourceKind.SPACES);
                spaces.forEach((code, geometry) ->
                        session.space(new MicroSpace(code, "", null, true, TO_LON_LAT.apply(geometry))));
                end(session, SourceKind.SPACES);
                begin(session, SourceKind.SURFACES);
                surfaces.forEach(one -> session.surface(one.withGeometry(TO_LON_LAT.apply(one.geometry()))));
                end(session, SourceKind.SURFACES);
                begin(session, SourceKind.ROADS);
                roads.forEach(one -> session.road(one.withGeometry(TO_LON_LAT.apply(one.geometry()))));
                end(session, SourceKind.ROADS);
                begin(session, SourceKind.TREES);
                crowns.forEach(one -> session.crown(one.withGeometry(TO_LON_LAT.apply(one.geometry()))));
                end(session, SourceKind.TREES);
                begin(session, SourceKind.PLANTS);
                plants.forEach(session::planting);
                end(session, SourceKind.PLANTS);
                session.commit();
            }
        }

        private static void begin(ImportSession session, SourceKind kind) {
            session.clear(kind);
            session.source(kind, "town");
        }

        private static void end(ImportSession session, SourceKind kind) {
            session.record(
                    new ImportReport(
                            kind, "town", "none", null, null, null, null, null, 1, 1, List.of(), List.of(), List.of(),
                            List.of()),
                    StudyStore.Origin.COMMAND);
        }

        private Geometry star(double size) {
            int corners = 3 + random.nextInt(9);
            Coordinate[] ring = new Coordinate[corners + 1];
            for (int i = 0; i < corners; i++) {
                double radius = size * (0.2 + 0.8 * random.nextDouble());
                double angle = 2 * Math.PI * i / corners;
                ring[i] = new Coordinate(radius * Math.cos(angle), radius * Math.sin(angle));
            }
            ring[corners] = ring[0].copy();
            return exact(
                    AffineTransformation.translationInstance(east(), north()).transform(factory.createPolygon(ring)));
        }

        private Road road() {
            double east = east();
            double north = north();
            boolean along = random.nextBoolean();
            double length = 20 + 200 * random.nextDouble();
            Coordinate end = new Coordinate(east + (along ? length : 0), north + (along ? 0 : length));
            Geometry line = factory.createLineString(new Coordinate[] {new Coordinate(east, north), end});
            return new Road(null, null, false, false, 0, exact(line));
        }

        private Crown crown() {
            Geometry tree = factory.createPoint(new Coordinate(east(), north()));
            return new Crown(exact(tree), 2 + 6 * random.nextDouble(), null);
        }

        /** As it comes back from the store. */
        private static Geometry exact(Geometry geometry) {
            return TO_METRIC.apply(TO_LON_LAT.apply(geometry));
        }

        private double east() {
            return 440_000 + TOWN_M * random.nextDouble();
        }

        private double north() {
            return 3_300_000 + TOWN_M * random.nextDouble();
        }
    }
}
