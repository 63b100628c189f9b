package io.microscape.landscape;

import io.microscape.landscape.connectivity.GraphConnectivity;
import io.microscape.landscape.connectivity.PairDistances;
import io.microscape.landscape.network.StreetGraph;
import io.microscape.landscape.patch.Gyration;
import io.microscape.landscape.patch.Isolation;
import io.microscape.landscape.patch.PatchShape;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MetricColumns;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.PatchMetrics;
import io.microscape.study.Progress;
import io.microscape.study.RoadNetworkMetrics;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;

/**
 * The metrics that a study asks for beside the basic indices: patch, road network, and connectivity of all spaces. Each is
 * a class of a package below this one, or of this one, that gives formula, unit, range and edge cases.
 *
 * <p>Spaces are taken in canonical order, by their coordinates: results are the same, bit for bit, for any number of
 * threads and any order of the input. Immutable, can be used by several threads.
 */
public final class MetricEngine {
    private static final String ONE_SPACE = "there is no other space";
    private static final String SQUARE_METRE = "an area of 1 m² has no fractal dimension";

    private final StudyParameters parameters;
    private final MetricOptions options;
    private final int threads;

    /** An engine that uses all cores. */
    public MetricEngine(StudyParameters parameters) {
        this(parameters, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads number of threads to compute with, at least 1 */
    public MetricEngine(StudyParameters parameters, int threads) {
        this.parameters = parameters;
        this.options = parameters.metrics();
        this.threads = threads;
    }

    /**
     * What was computed.
     *
     * @param indices the basic indices with the metrics of each space, in the order of the spaces
     * @param connectivity of all spaces together, one a threshold; empty unless the study asks for it
     * @param importance what each space, in their order, contributes to the connectivity; empty unless the study asks for it
     */
    public record Result(
            List<LandscapeIndices> indices,
            List<StudyConnectivity> connectivity,
            List<List<SpaceConnectivity>> importance) {}

    /**
     * Adds the metrics to the basic indices.
     *
     * @param landscape geometries in a metric CRS (m)
     * @param basic basic indices of the spaces, in their order; null for a space whose metrics are not asked for, which has
     *     null in the result
     * @param ofAll whether to compute the connectivity of all spaces together; without it results have no importance
     * @param progress told of spaces done
     */
    public Result compute(Landscape landscape, List<LandscapeIndices> basic, boolean ofAll, Progress progress) {
        if (options.groups().size() == 1) {
            return new Result(basic, List.of(), List.of());
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return new Computation(landscape, progress, pool).run(basic, ofAll);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The same for every space, with the connectivity of all spaces where the study asks for it. */
    public Result compute(Landscape landscape, List<LandscapeIndices> basic, Progress progress) {
        return compute(landscape, basic, true, progress);
    }

    /** One run: spaces in canonical order. */
    private final class Computation {
        private final Progress progress;
        private final ForkJoinPool pool;
        private final int[] order;
        private final Geometry[] spaces;
        private final FeatureIndex<RoadSegment> segments;

        Computation(Landscape landscape, Progress progress, ForkJoinPool pool) {
            this.progress = progress;
            this.pool = pool;
            Geometry[] given = landscape.geometries();
            this.order = IntStream.range(0, given.length)
                    .boxed()
                    .sorted((a, b) -> given[a].compareTo(given[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.spaces = Arrays.stream(order).mapToObj(space -> given[space]).toArray(Geometry[]::new);
            this.segments = landscape.roads() == null ? null : RoadSegment.index(landscape.roads());
        }

        Result run(List<LandscapeIndices> basic, boolean ofAll) {
            int[] chosen = IntStream.range(0, spaces.length)
                    .filter(i -> basic.get(order[i]) != null)
                    .toArray();
            List<Map<String, String>> reasons = new ArrayList<>();
            for (int i = 0; i < spaces.length; i++) {
                reasons.add(new HashMap<>());
            }
            PatchMetrics[] patch = new PatchMetrics[spaces.length];
            if (options.has(MetricGroup.PATCH)) {
                Isolation isolation = new Isolation(spaces);
                over("measuring shapes", chosen, i -> patch[i] = patch(i, isolation, reasons.get(i)));
            }
            RoadNetworkMetrics[] network = new RoadNetworkMetrics[spaces.length];
            if (options.has(MetricGroup.NETWORK)) {
                ZoneNetwork zones = new ZoneNetwork(segments, parameters.radiusM());
                over("measuring road networks", chosen, i -> network[i] = network(i, zones, reasons.get(i)));
            }
            StudyGraph graph = graph(ofAll);
            LandscapeIndices[] results = new LandscapeIndices[spaces.length];
            List<List<SpaceConnectivity>> importance = new ArrayList<>(Collections.nCopies(spaces.length, List.of()));
            for (int i = 0; i < spaces.length; i++) {
                importance.set(order[i], graph.importance(i));
            }
            for (int i : chosen) {
                reasons.get(i).putAll(graph.reasons);
                results[order[i]] = basic.get(order[i]).with(patch[i], network[i], graph.importance(i), reasons.get(i));
            }
            return new Result(Arrays.asList(results), graph.ofStudy, importance);
        }

        private StudyGraph graph(boolean ofAll) {
            if (!options.has(MetricGroup.CONNECTIVITY)) {
                return StudyGraph.NONE;
            }
            return ofAll
                    ? connectivity()
                    : new StudyGraph(
                            null, List.of(), absentReason().map(this::reasons).orElse(Map.of()));
        }

        private PatchMetrics patch(int place, Isolation isolation, Map<String, String> reasons) {
            Geometry space = spaces[place];
            PatchShape shape = PatchShape.of(space);
            double core = CoreArea.of(space, options.edgeDepthM());
            double nearest = isolation.nearest(place);
            Measure frac = Double.isFinite(shape.frac()) ? Measure.of(shape.frac()) : Measure.absent(SQUARE_METRE);
            Measure enn = Double.isFinite(nearest) ? Measure.of(nearest) : Measure.absent(ONE_SPACE);
            return new PatchMetrics(
                    shape.shape(),
                    frac.in("frac", reasons),
                    shape.para(),
                    shape.circle(),
                    core,
                    CoreArea.index(core, shape.area()),
                    Gyration.of(space),
                    enn.in("enn_m", reasons),
                    isolation.proximity(place, options.searchRadiusM()));
        }

        private RoadNetworkMetrics network(int place, ZoneNetwork zones, Map<String, String> reasons) {
            if (segments == null) {
                MetricColumns.network(parameters).forEach(column -> reasons.put(column, RoadsInZone.NO_ROADS));
                return new RoadNetworkMetrics(null, null, null, null, null, null, null, null);
            }
            RoadNetworkMetrics found = zones.of(spaces[place]);
            if (found.alpha() == null) {
                MetricColumns.networkIndices(parameters)
                        .forEach(column -> reasons.put(column, StreetGraph.Counts.TOO_FEW_NODES));
            }
            return found;
        }

        /** Why there is no connectivity of all spaces; empty when there is. */
        private Optional<String> absentReason() {
            if (parameters.connectivityDistance() == ConnectivityDistance.NETWORK && segments == null) {
                return Optional.of(RoadsInZone.NO_ROADS);
            }
            return spaces.length > GraphConnectivity.MOST_SPACES
                    ? Optional.of("PC and IIC are computed for at most " + GraphConnectivity.MOST_SPACES
                            + " spaces, the study has " + spaces.length)
                    : Optional.empty();
        }

        private Map<String, String> reasons(String reason) {
            Map<String, String> ofSpaces = new HashMap<>();
            MetricColumns.connectivity(parameters).forEach(column -> ofSpaces.put(column, reason));
            return ofSpaces;
        }

        private StudyGraph connectivity() {
            boolean network = parameters.connectivityDistance() == ConnectivityDistance.NETWORK;
            Optional<String> reason = absentReason();
            if (reason.isPresent()) {
                return absent(network ? threshold -> null : this::connect, reason.get());
            }
            PairDistances distances = new PairDistances(spaces.length);
            if (network) {
                RoadNetwork roads = new RoadNetwork(
                        segments, spaces, Connectivity.REACH_IN_RADII * parameters.radiusM(), Double.POSITIVE_INFINITY);
                overAll(
                        "measuring ways",
                        i -> roads.nearestFrom(i).forEach((j, distance) -> {
                            if (i < j) {
                                distances.set(i, j, distance);
                            }
                        }));
            } else {
                overAll("measuring distances", i -> {
                    for (int j = 0; j < i; j++) {
                        distances.set(i, j, spaces[j].distance(spaces[i]));
                    }
                });
            }
            progress.at("computing connectivity", 0, -1);
            double[] areas =
                    Arrays.stream(spaces).mapToDouble(Geometry::getArea).toArray();
            GraphConnectivity graph = pool.submit(() ->
                            new GraphConnectivity(areas, distances, options.thresholdsM(), options.landscapeAreaM2()))
                    .join();
            return new StudyGraph(graph, graph.ofStudy(), Map.of());
        }

        /** {@code connect} alone, from the spaces near each. */
        private Double connect(double threshold) {
            Isolation isolation = new Isolation(spaces);
            LongAdder joined = new LongAdder();
            overAll("counting pairs", i -> joined.add(isolation.joinedAfter(i, threshold)));
            return GraphConnectivity.connect(joined.sum(), spaces.length);
        }

        private StudyGraph absent(DoubleFunction<Double> connect, String reason) {
            List<StudyConnectivity> ofStudy = new ArrayList<>();
            for (double threshold : options.thresholdsM()) {
                Map<String, String> reasons = new HashMap<>();
                List.of("pc", "iic", "ec_pc_m2", "ec_iic_m2").forEach(name -> reasons.put(name, reason));
                Double joined = connect.apply(threshold);
                if (joined == null) {
                    reasons.put("connect", reason);
                }
                ofStudy.add(new StudyConnectivity(
                        threshold, spaces.length, joined, null, null, null, null, options.landscapeAreaM2(), reasons));
            }
            return new StudyGraph(null, ofStudy, reasons(reason));
        }

        private void overAll(String task, IntConsumer work) {
            over(task, IntStream.range(0, spaces.length).toArray(), work);
        }

        private void over(String task, int[] places, IntConsumer work) {
            AtomicLong done = new AtomicLong();
            progress.at(task, 0, places.length);
            pool.submit(() -> Arrays.stream(places).parallel().forEach(space -> {
                        work.accept(space);
                        progress.at(task, done.incrementAndGet(), places.length);
                    }))
                    .join();
        }
    }

    /** Connectivity of all spaces, or why there is none. */
    private record StudyGraph(GraphConnectivity graph, List<StudyConnectivity> ofStudy, Map<String, String> reasons) {
        static final StudyGraph NONE = new StudyGraph(null, List.of(), Map.of());

        List<SpaceConnectivity> importance(int space) {
            return graph == null ? List.of() : graph.ofSpace(space);
        }
    }
}
