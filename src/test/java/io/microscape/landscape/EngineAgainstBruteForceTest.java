package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.StudyParameters.DensityDenominator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The engine against single points asked one by one ({@link BruteForce}), on {@link TrickyLandscape}s at eastings of 4·10⁵
 * and 3.55·10⁷ m and at the origin of a local grid.
 *
 * <p>Road lengths of 600 sites (1,500 spaces) to 1e-7 m relative and 1e-4 m a space: bisection finds where a road enters and leaves
 * exactly, but a road that runs along the edge of a zone a hundredth of a millimetre inside is left to rounding. Shares and zone areas of 150 sites
 * from 22,500 points each, to five standard deviations of a sample: they cannot find a small error, but share nothing with
 * the engine or with PostGIS in which both could be wrong.
 */
class EngineAgainstBruteForceTest {
    private static final double RADIUS_M = TrickyLandscape.RADIUS_M;
    private static final int SIDE = 150;

    @ParameterizedTest
    @CsvSource({"11, 400000, 3000000", "12, 35500000, 3000000", "13, 0, 0"})
    void roadLengths(long seed, double east, double north) {
        TrickyLandscape.Layers landscape = TrickyLandscape.of(seed, 200, east, north);
        List<LandscapeIndices> engine =
                new IndexEngine(StudyParameters.DEFAULTS).compute(landscape.landscape(), Progress.NONE);
        IntStream.range(0, engine.size()).parallel().forEach(i -> {
            var space = landscape.spaces().get(i);
            double expected = new BruteForce(space.geometry()).roadLength(landscape.roads(), RADIUS_M);
            assertThat(engine.get(i).roadLengthM())
                    .as("%s in %s", space.code(), space.geometry())
                    .isCloseTo(expected, within(1e-7 * expected + 1e-4));
        });
    }

    @ParameterizedTest
    @CsvSource({"21, 400000, 3000000", "22, 35500000, 3000000", "23, 0, 0"})
    void sharesAndZones(long seed, double east, double north) {
        TrickyLandscape.Layers landscape = TrickyLandscape.of(seed, 50, east, north);
        List<LandscapeIndices> engine =
                new IndexEngine(StudyParameters.DEFAULTS).compute(landscape.landscape(), Progress.NONE);
        IntStream.range(0, engine.size()).parallel().forEach(i -> {
            LandscapeIndices indices = engine.get(i);
            var space = landscape.spaces().get(i);
            BruteForce.Shares shares = new BruteForce(space.geometry())
                    .sample(new Random(i), SIDE, RADIUS_M, landscape.surfaces(), landscape.crowns());
            isAbout(indices.areaM2() / shares.area(), shares.inside(), shares.points(), space.code());
            if (shares.inside() > 0) {
                isAbout(indices.greenRatio(), shares.green(), shares.inside(), space.code());
                isAbout(indices.hardRatio(), shares.hard(), shares.inside(), space.code());
                isAbout(indices.canopyCover(), shares.crown(), shares.inside(), space.code());
            }
            if (indices.roadDensity() > 0) {
                double zone = indices.roadLengthM() / indices.roadDensity();
                isAbout(zone / shares.area(), shares.zone(), shares.points(), space.code());
            }
        });
    }

    private static void isAbout(double share, int found, int of, String space) {
        // a share of 0 or 1 has a deviation of 0, but a sliver of it may still be hit once
        double deviation = Math.sqrt(Math.max(share * (1 - share), 1.0 / of) / of);
        assertThat((double) found / of).as(space).isCloseTo(share, within(5 * deviation));
    }

    /** Whole landscapes, any number of threads, every layer in any order, roads drawn either way: the same bits. */
    @ParameterizedTest
    @EnumSource(ConnectivityDistance.class)
    void threadsAndOrderDoNotChangeABit(ConnectivityDistance distance) {
        StudyParameters parameters = new StudyParameters(RADIUS_M, DensityDenominator.ZONE, 50, distance);
        for (int seed = 31; seed < 34; seed++) {
            TrickyLandscape.Layers landscape = TrickyLandscape.of(seed, 60, 400_000, 3_000_000);
            Map<String, LandscapeIndices> expected = compute(parameters, 1, landscape);
            for (int threads = 1; threads <= 7; threads += 2) {
                TrickyLandscape.Layers shuffled = landscape.shuffled(new Random(threads));
                assertThat(compute(parameters, threads, shuffled)).isEqualTo(expected);
            }
        }
    }

    @Test
    void theLandscapesHoldWhatTheyPromise() {
        TrickyLandscape.Layers landscape = TrickyLandscape.of(11, 200, 400_000, 3_000_000);
        assertThat(landscape.spaces())
                .hasSizeGreaterThan(400)
                .allSatisfy(space ->
                        assertThat(space.geometry().isValid()).as(space.code()).isTrue());
        assertThat(landscape.spaces())
                .anySatisfy(space -> assertThat(space.geometry().getNumPoints()).isEqualTo(501));
        assertThat(landscape.spaces())
                .anySatisfy(space -> assertThat(space.geometry().getNumPoints()).isEqualTo(4));
        assertThat(landscape.crowns()).hasSizeGreaterThan(800);
    }

    private static Map<String, LandscapeIndices> compute(
            StudyParameters parameters, int threads, TrickyLandscape.Layers landscape) {
        return new IndexEngine(parameters, threads)
                .compute(landscape.landscape(), Progress.NONE).stream()
                        .collect(Collectors.toMap(LandscapeIndices::code, Function.identity()));
    }
}
