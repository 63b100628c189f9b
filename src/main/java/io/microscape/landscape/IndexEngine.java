package io.microscape.landscape;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;

/**
 * Landscape indices of all spaces of a study, as DEFINITIONS states them; each family of indices is a class of this
 * package that gives formula, unit, range and edge cases.
 *
 * <p>Layers are sorted into canonical order and indexed once (packed Hilbert trees); then the spaces are computed
 * independently of each other over all cores, by work stealing in a pool of the engine's own. Every sum, product and
 * union runs in canonical order: results are the same, bit for bit, for any number of threads and any order of the input.
 * An engine is immutable and can be used by several threads.
 */
public final class IndexEngine {
    private final StudyParameters parameters;
    private final int threads;

    /** An engine that uses all cores. */
    public IndexEngine(StudyParameters parameters) {
        this(parameters, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads number of threads to compute with, at least 1 */
    public IndexEngine(StudyParameters parameters, int threads) {
        this.parameters = parameters;
        this.threads = threads;
    }

    /** Takes the indices of one space at a time; never called by two threads at once, in no particular order. */
    @FunctionalInterface
    public interface Sink {
        /** @param space place of the space in the landscape */
        void accept(int space, LandscapeIndices indices);
    }

    /**
     * The indices of every space, in the order of the spaces.
     *
     * @param progress told of spaces done; what it throws ends the computation
     * @throws io.microscape.study.InvalidInputException if a plant record has no taxon or an impossible count
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; it stays interrupted
     */
    public List<LandscapeIndices> compute(Landscape landscape, Progress progress) {
        LandscapeIndices[] results = new LandscapeIndices[landscape.size()];
        BitSet all = new BitSet();
        all.set(0, landscape.size());
        compute(landscape, all, progress, (space, indices) -> results[space] = indices);
        return List.of(results);
    }

    /**
     * The indices of chosen spaces only; for each of them the same, bit for bit, as {@link #compute(Landscape, Progress)}
     * has.
     *
     * @param chosen places of the spaces
     * @param progress told of chosen spaces done; what it throws ends the computation
     * @param sink gets each result once
     * @throws io.microscape.study.InvalidInputException if a plant record has no taxon or an impossible count
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; it stays interrupted
     */
    public void compute(Landscape landscape, BitSet chosen, Progress progress, Sink sink) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            new Computation(landscape, progress, pool).run(chosen, sink);
        } finally {
            pool.shutdownNow();
        }
    }

    /** One run: the indexed layers and where the results go. */
    private final class Computation {
        private final Landscape landscape;
        private final Geometry[] geometries;
        private final Progress progress;
        private final ForkJoinPool pool;
        private final SurfaceCover surfaces;
        private final FeatureIndex<RoadSegment> segments;
        private final RoadsInZone roads;
        private final CanopyIndices canopy;
        private final SpeciesDiversity species;
        private final IndexColumns columns = IndexColumns.of(parameters);

        Computation(Landscape landscape, Progress progress, ForkJoinPool pool) {
            this.landscape = landscape;
            this.progress = progress;
            this.pool = pool;
            this.geometries = landscape.geometries();
            this.surfaces = new SurfaceCover(landscape.surfaces());
            this.segments = landscape.roads() == null ? null : RoadSegment.index(landscape.roads());
            this.roads = new RoadsInZone(segments, parameters.radiusM(), parameters.roadDensityPer());
            this.canopy = new CanopyIndices(landscape);
            this.species = new SpeciesDiversity(landscape.plantings());
        }

        void run(BitSet chosen, Sink sink) {
            double[][] edgeDistances = edgeDistances();
            RoadNetwork network = parameters.connectivityDistance() == ConnectivityDistance.NETWORK && segments != null
                    ? new RoadNetwork(segments, geometries, reach())
                    : null;
            int[] places = chosen.stream().toArray();
            overAll("computing indices", places.length, i -> {
                int space = places[i];
                LandscapeIndices indices =
                        indices(space, edgeDistances[space], connectivity(space, edgeDistances, network));
                synchronized (sink) {
                    sink.accept(space, indices);
                }
            });
        }

        private double reach() {
            return Connectivity.REACH_IN_RADII * parameters.radiusM();
        }

        /** Ascending distances of each space to the others within reach. */
        private double[][] edgeDistances() {
            int[] order = IntStream.range(0, geometries.length)
                    .boxed()
                    .sorted((a, b) -> geometries[a].compareTo(geometries[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            Proximity proximity = new Proximity(
                    Arrays.stream(order).mapToObj(space -> geometries[space]).toArray(Geometry[]::new), reach());
            Proximity.Neighbour[][] after = new Proximity.Neighbour[order.length][];
            overAll("measuring distances", order.length, place -> after[place] = proximity.neighboursAfter(place));
            double[][] ordered = Proximity.distances(after);
            double[][] distances = new double[order.length][];
            for (int place = 0; place < order.length; place++) {
                distances[order[place]] = ordered[place];
            }
            return distances;
        }

        private Measure connectivity(int space, double[][] edgeDistances, RoadNetwork network) {
            if (parameters.connectivityDistance() == ConnectivityDistance.EDGE) {
                return Measure.of(Connectivity.probability(edgeDistances[space], parameters.radiusM()));
            }
            return network == null
                    ? Measure.absent(RoadsInZone.NO_ROADS)
                    : Measure.of(Connectivity.probability(network.distancesFrom(space), parameters.radiusM()));
        }

        private LandscapeIndices indices(int place, double[] edgeDistances, Measure connectivity) {
            Geometry space = geometries[place];
            String code = landscape.code(place);
            SurfaceCover.Shares cover = surfaces.of(space);
            RoadsInZone.Roads road = roads.of(space);
            SpeciesDiversity.Diversity diversity = species.of(code);
            CanopyIndices.Canopy crowns = canopy.of(space, cover.greenArea());
            Map<String, String> reasons = new TreeMap<>();
            if (diversity.richness() == null) {
                reasons.put(IndexColumns.SPECIES_RICHNESS, SpeciesDiversity.NO_RECORDS);
            }
            return new LandscapeIndices(
                    code,
                    space.getArea(),
                    space.getLength(),
                    cover.green().in(IndexColumns.GREEN_RATIO, reasons),
                    cover.hard().in(IndexColumns.HARD_RATIO, reasons),
                    road.length().in(columns.roadLength(), reasons),
                    road.density().in(columns.roadDensity(), reasons),
                    Connectivity.neighbours(edgeDistances, parameters.radiusM()),
                    connectivity.in(IndexColumns.CONNECTIVITY, reasons),
                    diversity.richness(),
                    diversity.shannon().in(IndexColumns.SHANNON, reasons),
                    diversity.simpson().in(IndexColumns.SIMPSON, reasons),
                    diversity.pielou().in(IndexColumns.PIELOU, reasons),
                    diversity.margalef().in(IndexColumns.MARGALEF, reasons),
                    crowns.cover().in(IndexColumns.CANOPY_COVER, reasons),
                    crowns.density().in(IndexColumns.CANOPY_DENSITY, reasons),
                    reasons);
        }

        /** Does the work for each of them, over all threads of the pool; the first failure ends it. */
        private void overAll(String task, int total, IntConsumer work) {
            AtomicLong done = new AtomicLong();
            progress.at(task, 0, total);
            ForkJoinTask<?> run =
                    pool.submit(() -> IntStream.range(0, total).parallel().forEach(place -> {
                        work.accept(place);
                        progress.at(task, done.incrementAndGet(), total);
                    }));
            try {
                run.get();
            } catch (InterruptedException e) {
                run.cancel(true);
                Thread.currentThread().interrupt();
                throw (CancellationException) new CancellationException("interrupted while " + task).initCause(e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }
}
