package io.microscape.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.source.Reading;
import io.microscape.study.NeighbourRule;
import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import io.microscape.study.SpatialStatistic.Cluster;
import io.microscape.study.SpatialStatistic.HotSpot;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Moran's I against the published values of columbus (PySAL); the local statistics against their formulas written down with
 * matrices in NumPy 2.4.6, where {@code nb} are the lists of neighbours and x the values of {@link #VALUES}:
 *
 * <pre>
 * z = x - x.mean(); W = np.zeros((10, 10)); S = np.eye(10)
 * for i, a in enumerate(nb):
 *     for j in a: W[i, j] = 1 / len(a); S[i, j] = 1
 * I = 10 / W.sum() * (z @ W @ z) / (z @ z); Ii = z * (W @ z) / (z @ z / 10)
 * s = np.sqrt((x**2).mean() - x.mean()**2)
 * G = (S @ x - x.mean() * S.sum(1)) / (s * np.sqrt((10 * (S**2).sum(1) - S.sum(1)**2) / 9))
 * </pre>
 */
class SpatialAutocorrelationTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double[] VALUES = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    private static final int[][] NEIGHBOURS = {
        {1, 2}, {0, 2}, {1, 3, 4}, {2, 4}, {3, 5, 6}, {4, 6}, {5, 7}, {6, 8, 9}, {7, 9}, {}
    };

    @Test
    void moranOfColumbusIsThePublishedOne() throws IOException {
        Reading columbus = Reading.of(SharedData.path("oracle/pysal/columbus.shp"));
        List<Integer> ids = columbus.values("POLYID").stream()
                .map(id -> ((Number) id).intValue())
                .toList();
        SpatialWeights weights = SpatialWeights.ofNeighbours(gal(SharedData.path("oracle/pysal/columbus.gal"), ids));
        assertThat(moran(weights, columbus, "CRIME")).isCloseTo(0.5001885571828613, within(1e-12));
        assertThat(moran(weights, columbus, "HOVAL")).isCloseTo(0.180093114317273, within(1e-12));
    }

    @Test
    void localStatisticsFollowTheirFormulas() {
        SpatialAutocorrelation autocorrelation =
                new SpatialAutocorrelation(SpatialWeights.ofNeighbours(NEIGHBOURS), VALUES);
        assertThat(autocorrelation.moran()).isCloseTo(-0.1776293597787223, within(1e-12));
        double[] local = {
            0.22950819672131142,
            0.2112932604735883,
            -0.02853673345476626,
            -0.31693989071038253,
            0.02003642987249542,
            -0.3715846994535518,
            -1.2459016393442621,
            -0.21675774134790524,
            0.1202185792349727
        };
        double[] giStar = {
            -1.033777699020158,
            -1.033777699020158,
            -1.2022292590254282,
            -0.4749789427930455,
            0.36589586144252173,
            1.201417325888292,
            1.4808167040018485,
            0.10454167469786342,
            0.6426185696611796
        };
        for (int i = 0; i < local.length; i++) {
            assertThat(autocorrelation.localMoran(i)).as("place " + i).isCloseTo(local[i], within(1e-12));
            assertThat(autocorrelation.giStar(i)).as("place " + i).isCloseTo(giStar[i], within(1e-12));
        }
    }

    @Test
    void anIslandIsReportedAndHasNoLocalStatistics() {
        List<SpatialStatistic> local =
                new SpatialAutocorrelation(SpatialWeights.ofNeighbours(NEIGHBOURS), VALUES).local(codes(10), 99, 1);
        assertThat(local.get(9)).isEqualTo(new SpatialStatistic("S9", 0, null, null, null, null, null));
        assertThat(SpatialWeights.ofNeighbours(NEIGHBOURS).islands()).isEqualTo(1);
    }

    /** With 2 neighbours out of 4 others there are 6 sums, of which the observed one is the greatest: 1/6 are as great. */
    @Test
    void thePIsTwiceTheShareOfPermutationsAsExtreme() {
        double[] values = {7, 9, 8, 1, 2};
        int[][] neighbours = {{1, 2}, {0, 2}, {0, 1}, {4, 0}, {3, 0}};
        int permutations = 60_000;
        SpatialStatistic first = new SpatialAutocorrelation(SpatialWeights.ofNeighbours(neighbours), values)
                .local(codes(5), permutations, 7)
                .get(0);
        assertThat(first.p()).isCloseTo(2.0 / 6, within(0.01));
    }

    @Test
    void aBlockOfHighAndABlockOfLowValuesAreFound() {
        int side = 12;
        List<Geometry> cells = new ArrayList<>();
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            int x = i % side;
            int y = i / side;
            cells.add(GEOMETRIES.toGeometry(new Envelope(10 * x, 10 * x + 8, 10 * y, 10 * y + 8)));
            values[i] = (x < 3 && y < 3 ? 50 : x > 8 && y > 8 ? -50 : 0) + (i * 37 % 11);
        }
        SpatialAutocorrelation autocorrelation =
                new SpatialAutocorrelation(SpatialWeights.of(cells, NeighbourRule.nearest(4)), values);
        List<SpatialStatistic> local = autocorrelation.local(codes(values.length), 999, 3);
        SpatialStatistic high = local.get(side + 1);
        assertThat(high.cluster()).isEqualTo(Cluster.HIGH_HIGH);
        assertThat(high.hotSpot()).isEqualTo(HotSpot.HOT_99);
        SpatialStatistic low = local.get(10 * side + 10);
        assertThat(low.cluster()).isEqualTo(Cluster.LOW_LOW);
        assertThat(low.hotSpot()).isEqualTo(HotSpot.COLD_99);
    }

    /** A high value among low ones is an outlier, and not a hot spot, however high its Gi*. */
    @Test
    void anOutlierIsNoHotSpot() {
        int n = 60;
        double[] values = IntStream.range(0, n).mapToDouble(i -> i * 37 % 60).toArray();
        int[][] neighbours = IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .filter(j -> j != i && values[j] < 4)
                        .toArray())
                .toArray(int[][]::new);
        int highest = IntStream.range(0, n)
                .filter(i -> values[i] == n - 1)
                .findFirst()
                .orElseThrow();
        values[highest] = 10_000;
        SpatialAutocorrelation autocorrelation =
                new SpatialAutocorrelation(SpatialWeights.ofNeighbours(neighbours), values);
        SpatialStatistic outlier = autocorrelation.local(codes(n), 999, 5).get(highest);
        assertThat(outlier.giStarZ()).isPositive();
        assertThat(outlier.p()).isLessThan(0.05);
        assertThat(outlier.cluster()).isEqualTo(Cluster.HIGH_LOW);
        assertThat(outlier.hotSpot()).isEqualTo(HotSpot.NOT_SIGNIFICANT);
    }

    @Test
    void theSameSeedGivesTheSameP() {
        SpatialAutocorrelation autocorrelation =
                new SpatialAutocorrelation(SpatialWeights.ofNeighbours(NEIGHBOURS), VALUES);
        assertThat(autocorrelation.local(codes(10), 999, 11)).isEqualTo(autocorrelation.local(codes(10), 999, 11));
        assertThat(autocorrelation.permutedMoran(99, 11)).isEqualTo(autocorrelation.permutedMoran(99, 11));
    }

    @Test
    void nearestNeighboursAreByEdgeAndNotByCentre() {
        Geometry here = GEOMETRIES.toGeometry(new Envelope(0, 10, 0, 10));
        Geometry longButNear = GEOMETRIES.toGeometry(new Envelope(12, 200, 0, 10));
        Geometry smallButFarther = GEOMETRIES.toGeometry(new Envelope(0, 10, 15, 20));
        SpatialWeights weights =
                SpatialWeights.of(List.of(here, longButNear, smallButFarther), NeighbourRule.nearest(1));
        assertThat(weights.sum(0, new double[] {0, 1, 2})).isEqualTo(1);
    }

    @Test
    void amongTouchingSpacesTheNearerCentreIsTheNearerNeighbour() {
        Geometry here = GEOMETRIES.toGeometry(new Envelope(0, 10, 0, 10));
        Geometry large = GEOMETRIES.toGeometry(new Envelope(10, 100, 0, 10));
        Geometry small = GEOMETRIES.toGeometry(new Envelope(0, 10, 10, 20));
        SpatialWeights weights = SpatialWeights.of(List.of(here, large, small), NeighbourRule.nearest(1));
        assertThat(weights.sum(0, new double[] {0, 1, 2})).isEqualTo(2);
    }

    @Test
    void neighboursAreThoseOfAllPairsOfDistances() {
        List<Geometry> points = IntStream.range(0, 300)
                .mapToObj(i -> (Geometry) GEOMETRIES.createPoint(new Coordinate(i * 7919 % 1009, i * 104729 % 997)))
                .toList();
        double[] ones = new double[300];
        Arrays.fill(ones, 1);
        SpatialWeights within = SpatialWeights.of(points, NeighbourRule.within(60));
        SpatialWeights nearest = SpatialWeights.of(points, NeighbourRule.nearest(5));
        for (int i = 0; i < points.size(); i++) {
            Geometry point = points.get(i);
            double[] distances =
                    points.stream().mapToDouble(point::distance).sorted().toArray();
            assertThat(within.count(i))
                    .isEqualTo(
                            (int) Arrays.stream(distances).filter(d -> d <= 60).count() - 1);
            double[] toPoint = points.stream().mapToDouble(point::distance).toArray();
            assertThat(nearest.sum(i, toPoint))
                    .isCloseTo(Arrays.stream(distances).limit(6).sum(), within(1e-9));
        }
    }

    @Test
    void tooFewSpacesOrEqualValuesHaveAReason() {
        Sample few = PublishedSpaces.of(Map.of("y_kg", new double[] {1, 2, 3, 4, 5}));
        assertThat(pattern(few).reason().en()).isEqualTo("only 5 spaces have all values, at least 6 are needed");
        Sample flat = PublishedSpaces.of(Map.of("y_kg", new double[] {2, 2, 2, 2, 2, 2, 2}));
        assertThat(pattern(flat).reason().en()).isEqualTo("y kg is the same in all spaces");
        assertThat(pattern(flat).moran()).isNull();
    }

    @Test
    void spacesWithoutAValueAreLeftOutAndCounted() {
        SpatialPattern pattern =
                pattern(PublishedSpaces.of(Map.of("y_kg", new double[] {1, 2, Double.NaN, 4, 5, 3, 2, 7, 1})));
        assertThat(pattern.n()).isEqualTo(8);
        assertThat(pattern.leftOut()).isEqualTo(1);
        assertThat(pattern.spaces())
                .extracting(SpatialStatistic::code)
                .containsExactly("S0", "S1", "S3", "S4", "S5", "S6", "S7", "S8");
    }

    private static SpatialPattern pattern(Sample sample) {
        return SpatialPatterns.of(sample, sample.variable("y_kg"), SpatialSettings.DEFAULTS);
    }

    private static double moran(SpatialWeights weights, Reading file, String column) {
        double[] values = file.values(column).stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
        return new SpatialAutocorrelation(weights, values).moran();
    }

    /** A GAL file: the number of areas, then for each its id, the number of its neighbours and their ids. */
    private static int[][] gal(Path file, List<Integer> ids) throws IOException {
        int[] numbers = Arrays.stream(Files.readString(file).trim().split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        int[][] neighbours = new int[ids.size()][];
        for (int at = 1; at < numbers.length; at += 2 + numbers[at + 1]) {
            neighbours[ids.indexOf(numbers[at])] = Arrays.stream(numbers, at + 2, at + 2 + numbers[at + 1])
                    .map(ids::indexOf)
                    .toArray();
        }
        return neighbours;
    }

    private static List<String> codes(int n) {
        return IntStream.range(0, n).mapToObj(i -> "S" + i).toList();
    }
}
