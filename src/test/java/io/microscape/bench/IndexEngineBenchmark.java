package io.microscape.bench;

import io.microscape.landscape.IndexEngine;
import io.microscape.landscape.Landscape;
import io.microscape.sample.EngineTrial;
import io.microscape.sample.SyntheticCity;
import io.microscape.study.Crown;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import io.microscape.testing.PostgisServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The index engine against PostGIS, and its growth. {@code compare SPACES ROUNDS}: both sides in turn on the same town,
 * medians, ratio, results compared. {@code growth SPACES…}: time and heap of towns of those sizes, streamed into the engine.
 */
public final class IndexEngineBenchmark {
    private static final int WARM_UP = 30;

    private IndexEngineBenchmark() {}

    public static void main(String[] args) throws SQLException {
        System.out.printf(
                "%d cores, Java %s, heap %d MB%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20);
        if (args[0].equals("compare")) {
            compare(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        } else {
            growth(Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray());
        }
        System.exit(0);
    }

    private record City(List<MicroSpace> spaces, List<Surface> surfaces, List<Road> roads, List<Crown> crowns)
            implements SyntheticCity.Receiver {
        static City of(int spaces) {
            City city = new City(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            new SyntheticCity(spaces, SyntheticCity.SEED).build(city);
            return city;
        }

        @Override
        public void space(MicroSpace space) {
            spaces.add(space);
        }

        @Override
        public void surface(Surface surface) {
            surfaces.add(surface);
        }

        @Override
        public void road(Road road) {
            roads.add(road);
        }

        @Override
        public void crown(Crown crown) {
            crowns.add(crown);
        }

        Landscape packed() {
            return Landscape.of(spaces, surfaces, roads, crowns, null, null);
        }
    }

    private static void compare(int spaces, int rounds) throws SQLException {
        long start = System.nanoTime();
        City city = City.of(spaces);
        System.out.printf(Locale.ROOT, "%,d spaces; made in %.2f s%n", spaces, seconds(start));
        City small = City.of(Math.min(spaces, 10_000));
        for (int done = 0; done < WARM_UP * 10_000; done += small.spaces.size()) {
            new IndexEngine(StudyParameters.DEFAULTS).compute(small.packed(), Progress.NONE);
        }
        PostgisServer server = PostgisServer.get();
        try (PostgisIndices postgis =
                new PostgisIndices(server.newDatabase("bench"), server.user(), server.password())) {
            start = System.nanoTime();
            postgis.load(city.spaces, city.surfaces, city.roads, city.crowns);
            System.out.printf(
                    Locale.ROOT, "%s; loaded, indexed and analysed in %.2f s%n", postgis.version(), seconds(start));
            for (int segments : new int[] {PostgisIndices.CUSTOMARY_SEGMENTS, PostgisIndices.ACCURATE_SEGMENTS}) {
                compare(city, postgis, segments, rounds);
            }
        }
    }

    private static void compare(City city, PostgisIndices postgis, int segments, int rounds) throws SQLException {
        System.out.printf("%nPostGIS with buffers of %d segments a quadrant; ", segments);
        postgis.useSegments(segments);
        postgis.compute();
        System.out.println(postgis.workers());
        double[] packing = new double[rounds];
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        List<LandscapeIndices> indices = List.of();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            Landscape landscape = city.packed();
            packing[round] = seconds(start);
            indices = new IndexEngine(StudyParameters.DEFAULTS).compute(landscape, Progress.NONE);
            ours[round] = seconds(start);
            start = System.nanoTime();
            postgis.compute();
            theirs[round] = seconds(start);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: Microscape %.3f s, of which packing and indexing %.3f s; PostGIS %.3f s%n",
                    round + 1,
                    ours[round],
                    packing[round],
                    theirs[round]);
        }
        System.out.printf(
                Locale.ROOT,
                "medians: Microscape %.3f s, PostGIS, its indexes made before, %.3f s: ratio %.1f, without our packing and indexing %.1f%n",
                median(ours),
                median(theirs),
                median(theirs) / median(ours),
                median(theirs) / (median(ours) - median(packing)));
        postgis.compareWith(indices, segments);
    }

    private static void growth(int[] sizes) {
        for (int i = 0; i < WARM_UP; i++) {
            EngineTrial.run(10_000);
        }
        double first = 0;
        System.out.printf(
                "%10s %10s %10s %12s %10s %10s %9s %14s%n",
                "spaces", "make+pack", "index", "indices", "per space", "processor", "heap", "against first");
        for (int size : sizes) {
            EngineTrial trial = EngineTrial.run(size);
            double perSpace = trial.measuredS() / size;
            first = first == 0 ? perSpace : first;
            System.out.printf(
                    Locale.ROOT,
                    "%,10d %8.2f s %8.2f s %10.2f s %7.1f µs %8.2f s %6d MB %+12.1f %%%n",
                    size,
                    trial.packS(),
                    trial.indexS(),
                    trial.computeS(),
                    1e6 * perSpace,
                    trial.processorS(),
                    trial.heapMb(),
                    100 * (perSpace / first - 1));
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
