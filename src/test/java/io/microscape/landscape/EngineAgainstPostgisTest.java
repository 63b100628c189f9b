package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every basic index of the engine against PostGIS, on 750 sites of {@link TrickyLandscape} (1,900 spaces): 250 sites each
 * at eastings of 4·10⁵ and 3.55·10⁷ m (a zone number before the easting) with northings of 3·10⁶ m, and 250 at the origin of
 * a local grid.
 *
 * <p>Tolerances. Areas, perimeters, distances and shares of polygons are exact in PostGIS too: 1e-9 relative, and what the
 * rounding of coordinates along the perimeter can move. Discs and zones are polygons of 720 corners there: 1e-4 relative, as
 * DEFINITIONS requires; of canopy also 2e-5 of the discs, for the chords; of roads also 5 cm a space, since a road that grazes an
 * arc 0.1 mm deep is 5 cm long in the zone and outside of the polygon.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineAgainstPostgisTest {
    private static final int SITES = 250;
    private static final double RADIUS_M = TrickyLandscape.RADIUS_M;

    private final List<MicroSpace> spaces = new ArrayList<>();
    private final Map<String, LandscapeIndices> engine = new HashMap<>();
    private final Map<String, Double> rounding = new HashMap<>();
    private PostgisIndices postgis;

    @BeforeAll
    void computeHereAndLoadThere() throws SQLException {
        TrickyLandscape.Layers all = together(
                TrickyLandscape.of(1, SITES, 400_000, 3_000_000),
                TrickyLandscape.of(2, SITES, 35_500_000, 3_000_000),
                TrickyLandscape.of(3, SITES, 0, 0));
        postgis = new PostgisIndices(all, RADIUS_M);
        spaces.addAll(all.spaces());
        new IndexEngine(StudyParameters.DEFAULTS)
                .compute(all.landscape(), Progress.NONE)
                .forEach(indices -> engine.put(indices.code(), indices));
        for (MicroSpace space : spaces) {
            double farthest = Math.max(
                    space.geometry().getEnvelopeInternal().getMaxX(),
                    space.geometry().getEnvelopeInternal().getMaxY());
            rounding.put(
                    space.code(),
                    4
                            * Math.ulp(farthest)
                            * space.geometry().getLength()
                            / space.geometry().getArea());
        }
    }

    @AfterAll
    void close() throws SQLException {
        postgis.close();
    }

    @Test
    void areasAndPerimeters() throws SQLException {
        compare(postgis.areas(), LandscapeIndices::areaM2, (code, value) -> value * (1e-9 + rounding.get(code)));
        compare(postgis.perimeters(), LandscapeIndices::perimeterM, (code, value) -> value * 1e-9);
    }

    @Test
    void greenAndHardRatios() throws SQLException {
        compare(postgis.greenRatios(), LandscapeIndices::greenRatio, (code, value) -> 1e-9 + rounding.get(code));
        compare(postgis.hardRatios(), LandscapeIndices::hardRatio, (code, value) -> 1e-9 + rounding.get(code));
    }

    @Test
    void canopyCovers() throws SQLException {
        Map<String, Double> discs = postgis.discAreas();
        compare(
                postgis.canopyCovers(),
                LandscapeIndices::canopyCover,
                (code, value) ->
                        1e-4 * value + 2e-5 * discs.get(code) / engine.get(code).areaM2() + rounding.get(code));
    }

    @Test
    void roadLengths() throws SQLException {
        compare(postgis.roadLengths(), LandscapeIndices::roadLengthM, (code, value) -> 1e-4 * value + 0.05);
    }

    /** The zone's area is what length and density have between them. */
    @Test
    void zoneAreas() throws SQLException {
        Map<String, Double> expected = postgis.zoneAreas();
        expected.keySet().removeIf(code -> engine.get(code).roadLengthM() == 0);
        assertThat(expected).hasSizeGreaterThan(2 * SITES);
        compare(expected, indices -> indices.roadLengthM() / indices.roadDensity(), (code, value) -> 1e-4 * value);
    }

    @Test
    void neighbours() throws SQLException {
        compare(postgis.neighbours(RADIUS_M), indices -> indices.neighbours(), (code, value) -> 0);
    }

    @Test
    void connectivities() throws SQLException {
        compare(postgis.connectivities(RADIUS_M), LandscapeIndices::connectivity, (code, value) -> 1e-9);
    }

    @FunctionalInterface
    private interface Tolerance {
        double of(String code, double expected);
    }

    private void compare(Map<String, Double> expected, ToDoubleFunction<LandscapeIndices> index, Tolerance tolerance) {
        List<String> wrong = new ArrayList<>();
        for (MicroSpace space : spaces) {
            String code = space.code();
            if (expected.containsKey(code)) {
                double value = expected.get(code);
                double actual = index.applyAsDouble(engine.get(code));
                if (!(Math.abs(actual - value) <= tolerance.of(code, value))) {
                    wrong.add("%s: %s here, %s there, in %s".formatted(code, actual, value, space.geometry()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static TrickyLandscape.Layers together(TrickyLandscape.Layers... landscapes) {
        TrickyLandscape.Layers all =
                new TrickyLandscape.Layers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < landscapes.length; i++) {
            String prefix = "abc".substring(i, i + 1);
            for (MicroSpace space : landscapes[i].spaces()) {
                all.spaces().add(new MicroSpace(prefix + space.code(), "", null, true, space.geometry()));
            }
            all.surfaces().addAll(landscapes[i].surfaces());
            all.roads().addAll(landscapes[i].roads());
            all.crowns().addAll(landscapes[i].crowns());
        }
        return all;
    }
}
