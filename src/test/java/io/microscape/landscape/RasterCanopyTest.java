package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.landscape.geometry.RandomShapes;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

class RasterCanopyTest {
    private static final double X = RandomShapes.EAST;
    private static final double Y = RandomShapes.NORTH;
    private final RandomShapes shapes = new RandomShapes(11);

    /** Cells of a size from the corner (x, y) eastwards and southwards, as rasters lie. */
    private record Grid(
            double x, double y, double size, BiPredicate<Integer, Integer> cover, BiPredicate<Integer, Integer> value)
            implements CanopyGrid {
        @Override
        public Geometry toGrid(Geometry metric) {
            return new AffineTransformation(1 / size, 0, -x / size, 0, -1 / size, y / size).transform(metric);
        }

        @Override
        public boolean covered(int column, int row) {
            return known(column, row) && cover.test(column, row);
        }

        @Override
        public boolean known(int column, int row) {
            return value.test(column, row);
        }

        Geometry cell(int column, int row) {
            return new RandomShapes(0).rectangle(x + column * size, y - (row + 1) * size, size, size);
        }
    }

    @Test
    void partialCellsCountByTheirFraction() {
        Grid grid = new Grid(X, Y + 10, 2, (c, r) -> c == 1, (c, r) -> true);
        // 3 of its 6 m lie over column 1 … but only from 2.5 to 4
        Geometry space = shapes.rectangle(X + 2.5, Y + 3, 6, 4);
        assertThat(new RasterCanopy(List.of(grid)).share(space).value()).isCloseTo(1.5 / 6, within(1e-12));
    }

    @Test
    void everyFractionIsExact() {
        for (int i = 0; i < 200; i++) {
            double size = shapes.between(1, 20);
            int kind = i;
            Grid grid =
                    new Grid(X - 100.3, Y + 99.7, size, (c, r) -> (c * 31 + r * 17 + kind) % 3 == 0, (c, r) -> true);
            Geometry space = shapes.space();
            double covered = 0;
            int cells = (int) (220 / size);
            for (int column = 0; column < cells; column++) {
                for (int row = 0; row < cells; row++) {
                    if (grid.covered(column, row)
                            && space.getEnvelopeInternal()
                                    .intersects(grid.cell(column, row).getEnvelopeInternal())) {
                        covered += grid.cell(column, row).intersection(space).getArea();
                    }
                }
            }
            assertThat(new RasterCanopy(List.of(grid)).share(space).value())
                    .as("%s cells of %s", space, size)
                    .isCloseTo(covered / space.getArea(), within(1e-7));
        }
    }

    @Test
    void aSpacePartlyUnknownHasItsValueWithAReservation() {
        Grid grid = new Grid(X, Y + 10, 1, (c, r) -> r < 5, (c, r) -> c >= 0 && c < 8);
        Measure share = new RasterCanopy(List.of(grid)).share(shapes.rectangle(X, Y, 10, 10));
        assertThat(share.value()).isCloseTo(0.4, within(1e-12));
        assertThat(share.reason())
                .isEqualTo("the canopy raster has no value for 20.0 % of the space, which counts as not covered");
    }

    @Test
    void aSpaceOutsideTheRasterHasNoValueButAReason() {
        Grid grid = new Grid(X, Y + 10, 1, (c, r) -> true, (c, r) -> c >= 0 && c < 8);
        Measure share = new RasterCanopy(List.of(grid)).share(shapes.rectangle(X + 500, Y, 10, 10));
        assertThat(share.value()).isNull();
        assertThat(share.reason()).isEqualTo("the canopy raster has no value in the space");
    }

    @Test
    void adjacentTilesAddUpAndOverlappingOnesDoNot() {
        Grid west = new Grid(X, Y + 10, 1, (c, r) -> r < 5, (c, r) -> c >= 0 && c < 4);
        Grid east = new Grid(X + 4, Y + 10, 2, (c, r) -> false, (c, r) -> c >= 0);
        Grid overlapping = new Grid(X + 3, Y + 10, 1, (c, r) -> false, (c, r) -> c >= 0);
        Geometry space = shapes.rectangle(X, Y, 10, 10);
        assertThat(new RasterCanopy(List.of(west, east)).share(space).value()).isCloseTo(0.2, within(1e-12));
        assertThat(new RasterCanopy(List.of(west, overlapping)).share(space).reason())
                .isEqualTo("canopy rasters overlap in the space and none covers all of it");
    }

    @Test
    void theFirstRasterThatKnowsTheSpaceIsTaken() {
        Grid all = new Grid(X, Y + 10, 1, (c, r) -> true, (c, r) -> true);
        Grid none = new Grid(X, Y + 10, 1, (c, r) -> false, (c, r) -> true);
        Geometry space = shapes.rectangle(X, Y, 10, 10);
        assertThat(new RasterCanopy(List.of(none, all)).share(space).value()).isEqualTo(0);
        assertThat(new RasterCanopy(List.of(all, none)).share(space).value()).isEqualTo(1);
    }
}
