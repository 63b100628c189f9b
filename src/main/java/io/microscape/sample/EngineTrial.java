package io.microscape.sample;

import com.sun.management.OperatingSystemMXBean;
import io.microscape.landscape.IndexEngine;
import io.microscape.landscape.Landscape;
import io.microscape.landscape.LandscapeBuilder;
import io.microscape.study.Crown;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import java.lang.management.ManagementFactory;
import java.util.BitSet;

/**
 * Times of one run of the index engine over a {@link SyntheticCity} that is streamed into it, as a database would.
 *
 * @param spaces how many
 * @param packS making the features and packing them, s
 * @param indexS ordering them and building the trees, s
 * @param computeS computing all basic indices, s
 * @param processorS processor time of the whole JVM while indexing and computing, s
 * @param heapMb heap in use at the end, garbage included, MB
 */
public record EngineTrial(int spaces, double packS, double indexS, double computeS, double processorS, long heapMb) {
    /** What is measured: the trees and the indices, s. */
    public double measuredS() {
        return indexS + computeS;
    }

    /** Runs once over a town of that many spaces. */
    public static EngineTrial run(int spaces) {
        long start = System.nanoTime();
        LandscapeBuilder builder =
                Landscape.builder().withSurfaces().withRoads().withCrowns();
        new SyntheticCity(spaces, SyntheticCity.SEED).build(new Packing(builder));
        double pack = secondsSince(start);
        start = System.nanoTime();
        long processor = processorNs();
        Landscape landscape = builder.build();
        double index = secondsSince(start);
        start = System.nanoTime();
        BitSet all = new BitSet();
        all.set(0, spaces);
        LandscapeIndices[] results = new LandscapeIndices[spaces];
        new IndexEngine(StudyParameters.DEFAULTS)
                .compute(landscape, all, Progress.NONE, (space, indices) -> results[space] = indices);
        double compute = secondsSince(start);
        Runtime jvm = Runtime.getRuntime();
        return new EngineTrial(
                results.length,
                pack,
                index,
                compute,
                (processorNs() - processor) / 1e9,
                (jvm.totalMemory() - jvm.freeMemory()) >> 20);
    }

    /** Processor time of this JVM, ns. */
    private static long processorNs() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private record Packing(LandscapeBuilder builder) implements SyntheticCity.Receiver {
        @Override
        public void space(MicroSpace space) {
            builder.add(space);
        }

        @Override
        public void surface(Surface surface) {
            builder.add(surface);
        }

        @Override
        public void road(Road road) {
            builder.add(road);
        }

        @Override
        public void crown(Crown crown) {
            builder.add(crown);
        }
    }
}
