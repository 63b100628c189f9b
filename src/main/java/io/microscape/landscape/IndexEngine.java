package io.microscape.landscape;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import java.util.BitSet;
import java.util.List;

/**
 * Landscape indices of all spaces of a study, as DEFINITIONS states them; each family of indices is a class of this
 * package that gives formula, unit, range and edge cases.
 *
 * <p>The layers of a {@link Landscape} are in canonical order under packed Hilbert trees; the spaces are computed
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
        RoadNetwork network =
                parameters.connectivityDistance() == ConnectivityDistance.NETWORK && landscape.roads() != null
                        ? network(landscape)
                        : null;
        SpeciesDiversity species = new SpeciesDiversity(landscape.plantings());
        BitSet items = new BitSet(landscape.size());
        chosen.stream().forEach(space -> items.set(landscape.item(space)));
        int[] inOrder = items.stream().toArray();
        Object oneAtATime = new Object();
        new SharedWork(threads, "computing indices", progress)
                .run(inOrder.length, () -> new SpaceIndices(landscape, parameters, species, network), (worker, i) -> {
                    int space = landscape.spaces().source(inOrder[i]);
                    LandscapeIndices indices = worker.of(inOrder[i]);
                    synchronized (oneAtATime) {
                        sink.accept(space, indices);
                    }
                });
    }

    private RoadNetwork network(Landscape landscape) {
        double reach = Connectivity.REACH_IN_RADII * parameters.radiusM();
        return new RoadNetwork(RoadSegment.index(landscape.roads()), landscape.geometries(), reach);
    }
}
