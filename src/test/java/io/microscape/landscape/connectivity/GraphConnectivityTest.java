package io.microscape.landscape.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyConnectivity;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphConnectivityTest {
    /** Places of the random spaces. */
    enum Town {
        /** Discs of some size: links are replaced by ways through others. */
        DISCS,
        /** Points: no link can be left out. */
        POINTS,
        /** A grid: many ways are equally long, many spaces touch. */
        GRID,
        /** Lengths that no plane has, some pairs without any way, some touching. */
        ANY
    }

    /**
     * Three spaces in a row, A–B 100 m, B–C 100 m, A–C 300 m; areas 3, 2 and 1; threshold 100 m, so that a link of 100 m
     * has p = 1/2. By hand: p*(A,B) = p*(B,C) = 1/2, p*(A,C) = 1/4 by way of B (1/8 directly).
     * ΣΣ = 9 + 4 + 1 + 2 (6/2 + 2/2 + 3/4) = 23.5. Without B: 9 + 1 + 2 · 3/8 = 10.75.
     */
    @Test
    void threeSpacesByHand() {
        PairDistances distances = new PairDistances(3);
        distances.set(0, 1, 100);
        distances.set(1, 2, 100);
        distances.set(0, 2, 300);
        GraphConnectivity graph = new GraphConnectivity(new double[] {3, 2, 1}, distances, List.of(100.0), 10.0);

        StudyConnectivity study = graph.ofStudy().get(0);
        assertThat(study.pc()).isCloseTo(0.235, within(1e-15));
        assertThat(study.ecPcM2()).isCloseTo(Math.sqrt(23.5), within(1e-15));
        // nl: A–B 1, B–C 1, A–C 2: 14 + 2 (6/2 + 2/2 + 3/3) = 24
        assertThat(study.iic()).isCloseTo(0.24, within(1e-15));
        assertThat(study.connect()).isCloseTo(200.0 / 3, within(1e-12));
        SpaceConnectivity b = graph.ofSpace(1).get(0);
        assertThat(b.dpc()).isCloseTo(100 * (23.5 - 10.75) / 23.5, within(1e-12));
        assertThat(b.dpcIntra()).isCloseTo(100 * 4 / 23.5, within(1e-12));
        assertThat(b.dpcFlux()).isCloseTo(100 * 8 / 23.5, within(1e-12));
        assertThat(b.dpcConnector()).isCloseTo(100 * 0.75 / 23.5, within(1e-12));
        // without B, A and C are not linked: 9 + 1
        assertThat(b.diic()).isCloseTo(100 * 14.0 / 24, within(1e-12));
        assertThat(b.diicConnector()).isCloseTo(100 * 2.0 / 24, within(1e-12));
        assertThat(graph.ofSpace(0).get(0).dpcConnector()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Town.class)
    void agreesWithRemovalComputedFromScratch(Town town) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(22);
            PairDistances distances = distances(town, size, random);
            double[] areas = random.doubles(size, 1, 1000).toArray();
            List<Double> thresholds = List.of(30.0, 120.0, 500.0);

            GraphConnectivity graph = new GraphConnectivity(areas, distances, thresholds, 1e6);

            for (int t = 0; t < thresholds.size(); t++) {
                double threshold = thresholds.get(t);
                StudyConnectivity study = graph.ofStudy().get(t);
                BiFunction<Integer, Integer, Double> links = (i, j) -> Math.pow(2, -distances.get(i, j) / threshold);
                double pc = probability(areas, links, -1);
                double iic = integral(areas, distances, threshold, -1);
                assertThat(study.pc()).isCloseTo(pc / 1e12, within(1e-12 * pc / 1e12));
                assertThat(study.iic()).isCloseTo(iic / 1e12, within(1e-12 * iic / 1e12));
                assertThat(study.ecPcM2()).isCloseTo(Math.sqrt(pc), within(1e-9));
                for (int k = 0; k < size; k++) {
                    SpaceConnectivity space = graph.ofSpace(k).get(t);
                    assertThat(space.dpc())
                            .as("%s %s %s", town, seed, k)
                            .isCloseTo(100 * (pc - probability(areas, links, k)) / pc, within(1e-9));
                    assertThat(space.diic())
                            .isCloseTo(100 * (iic - integral(areas, distances, threshold, k)) / iic, within(1e-9));
                    assertThat(space.dpc())
                            .isCloseTo(space.dpcIntra() + space.dpcFlux() + space.dpcConnector(), within(1e-12));
                    assertThat(space.diic())
                            .isCloseTo(space.diicIntra() + space.diicFlux() + space.diicConnector(), within(1e-12));
                    assertThat(space.dpcConnector()).isNotNegative();
                }
            }
        }
    }

    @Test
    void resultsAreTheSameForAnyNumberOfThreads() {
        Random random = new Random(9);
        int size = 300;
        PairDistances distances = distances(Town.DISCS, size, random);
        double[] areas = random.doubles(size, 1, 1000).toArray();
        GraphConnectivity[] graphs = new GraphConnectivity[2];
        for (int i = 0; i < 2; i++) {
            int run = i;
            ForkJoinPool pool = new ForkJoinPool(i == 0 ? 1 : 7);
            pool.submit(() -> graphs[run] = new GraphConnectivity(areas, distances, List.of(50.0, 150.0), null))
                    .join();
            pool.shutdown();
        }
        assertThat(graphs[0].ofStudy()).isEqualTo(graphs[1].ofStudy());
        for (int k = 0; k < size; k++) {
            assertThat(graphs[0].ofSpace(k)).isEqualTo(graphs[1].ofSpace(k));
        }
    }

    @Test
    void aTownKeepsFewOfItsLinks() {
        LinkGraph graph = LinkGraph.ofShortestPaths(distances(Town.DISCS, 400, new Random(2)));
        assertThat(graph.target.length).isLessThan(400 * 399 / 4);
    }

    @Test
    void withoutALandscapeAreaThereAreNoFractions() {
        PairDistances distances = new PairDistances(1);
        StudyConnectivity none = new GraphConnectivity(new double[] {5}, distances, List.of(150.0), null)
                .ofStudy()
                .get(0);
        assertThat(none.pc()).isNull();
        assertThat(none.reasons()).containsEntry("iic", GraphConnectivity.NO_LANDSCAPE_AREA);
        assertThat(none.ecPcM2()).isEqualTo(5);
        assertThat(none.connect()).isZero();

        StudyConnectivity small = new GraphConnectivity(new double[] {5}, distances, List.of(150.0), 4.0)
                .ofStudy()
                .get(0);
        assertThat(small.pc()).isNull();
        assertThat(small.reasons().get("pc")).contains("5.0 m²");
    }

    @Test
    void tooManySpacesAreRefused() {
        assertThatThrownBy(() -> new GraphConnectivity(
                        new double[GraphConnectivity.MOST_SPACES + 1], new PairDistances(0), List.of(1.0), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PairDistances distances(Town town, int size, Random random) {
        PairDistances distances = new PairDistances(size);
        double extent = 60 * Math.sqrt(size);
        double[] x = random.doubles(size, 0, extent).toArray();
        double[] y = random.doubles(size, 0, extent).toArray();
        double[] radius = random.doubles(size, 1, 20).toArray();
        int side = (int) Math.ceil(Math.sqrt(size));
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double between = Math.hypot(x[i] - x[j], y[i] - y[j]);
                double distance = switch (town) {
                    case POINTS -> between;
                    case DISCS -> Math.max(0, between - radius[i] - radius[j]);
                    case GRID -> 30.0 * (Math.abs(i / side - j / side) + Math.abs(i % side - j % side) - 1);
                    case ANY ->
                        switch (random.nextInt(5)) {
                            case 0 -> 0;
                            case 1, 2 -> Double.POSITIVE_INFINITY;
                            default -> random.nextDouble() * 300;
                        };
                };
                distances.set(i, j, distance);
            }
        }
        return distances;
    }

    /** ΣΣ a_i a_j p*_ij by the algorithm of Floyd and Warshall over products, without one space. */
    private static double probability(double[] areas, BiFunction<Integer, Integer, Double> link, int without) {
        int[] kept = IntStream.range(0, areas.length).filter(i -> i != without).toArray();
        double[][] best = new double[areas.length][areas.length];
        for (int i : kept) {
            for (int j : kept) {
                best[i][j] = i == j ? 1 : link.apply(i, j);
            }
        }
        for (int via : kept) {
            for (int i : kept) {
                for (int j : kept) {
                    best[i][j] = Math.max(best[i][j], best[i][via] * best[via][j]);
                }
            }
        }
        return Arrays.stream(kept)
                .mapToDouble(i -> Arrays.stream(kept)
                        .mapToDouble(j -> areas[i] * areas[j] * best[i][j])
                        .sum())
                .sum();
    }

    /** ΣΣ a_i a_j/(1 + nl_ij), links counted in the same way. */
    private static double integral(double[] areas, PairDistances distances, double threshold, int without) {
        int[] kept = IntStream.range(0, areas.length).filter(i -> i != without).toArray();
        double[][] links = new double[areas.length][areas.length];
        for (int i : kept) {
            for (int j : kept) {
                links[i][j] = i == j ? 0 : distances.get(i, j) <= threshold ? 1 : Double.POSITIVE_INFINITY;
            }
        }
        for (int via : kept) {
            for (int i : kept) {
                for (int j : kept) {
                    links[i][j] = Math.min(links[i][j], links[i][via] + links[via][j]);
                }
            }
        }
        return Arrays.stream(kept)
                .mapToDouble(i -> Arrays.stream(kept)
                        .mapToDouble(j -> areas[i] * areas[j] / (1 + links[i][j]))
                        .sum())
                .sum();
    }
}
