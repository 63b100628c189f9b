package io.microscape.landscape.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.testing.SharedData;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The 28 patches of a raster of 30 × 30 cells of 1 m, joined over edges and corners, with their cells as outline, against
 * the results of FRAGSTATS 4 that landscapemetrics publishes to four decimals. FRAGSTATS numbers patches as it meets them row
 * by row.
 */
class FragstatsTest {
    private static final Path FOLDER = SharedData.path("oracle/landscapemetrics");
    private static final Offset<Double> DECIMALS = within(0.50001e-4);
    /** One of the last decimal: 0.62825128 is published as 0.6282. */
    private static final Offset<Double> LAST_DECIMAL = within(1e-4);

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Of one patch: the columns by name. */
    private record Published(Map<String, String> columns) {
        double get(String column) {
            return Double.parseDouble(columns.get(column));
        }
    }

    private record Patch(int value, Geometry outline) {}

    @Test
    void whatTheVectorDefinitionsShareIsEqual() throws IOException {
        Published[] published = published();
        List<Patch> patches = patches();
        assertThat(patches).hasSameSizeAs(published);
        int equalCircles = 0;
        for (int i = 0; i < published.length; i++) {
            Published patch = published[i];
            PatchShape shape = PatchShape.of(patches.get(i).outline);
            double cells = shape.area();
            assertThat("cls_" + patches.get(i).value).isEqualTo(patch.columns.get("TYPE"));
            assertThat(cells / 1e4).as("AREA, ha").isCloseTo(patch.get("AREA"), DECIMALS);
            assertThat(shape.perimeter()).as("PERIM").isCloseTo(patch.get("PERIM"), DECIMALS);
            assertThat(shape.para() * 1e4).as("PARA, m/ha").isCloseTo(patch.get("PARA"), DECIMALS);
            assertThat(shape.shape() * 4 * Math.sqrt(cells) / leastPerimeter(cells))
                    .as("SHAPE, which is against the most compact patch of cells")
                    .isCloseTo(patch.get("SHAPE"), DECIMALS);
            if (cells > 1) { // where FRAGSTATS sets FRAC = 1 and CIRCLE = 0
                assertThat(shape.frac()).as("FRAC").isCloseTo(patch.get("FRAC"), DECIMALS);
                double diameter = greatestDistance(patches.get(i).outline);
                assertThat(1 - 4 * cells / (Math.PI * diameter * diameter))
                        .as("CIRCLE, there of the circle over the two farthest points, which need not hold the others")
                        .isCloseTo(patch.get("CIRCLE"), LAST_DECIMAL);
                if (2 * shape.enclosingRadius() <= diameter + 1e-9) {
                    assertThat(shape.circle()).as("CIRCLE").isCloseTo(patch.get("CIRCLE"), LAST_DECIMAL);
                    equalCircles++;
                } else {
                    assertThat(shape.circle()).isGreaterThan(patch.get("CIRCLE"));
                }
            }
        }
        assertThat(equalCircles).isPositive();
    }

    private static double greatestDistance(Geometry outline) {
        Coordinate[] points = outline.getCoordinates();
        return Arrays.stream(points)
                .flatMapToDouble(a -> Arrays.stream(points).mapToDouble(a::distance))
                .max()
                .orElseThrow();
    }

    /** From edge to edge two patches are nearer than from centre to centre, by a cell's diagonal at most. */
    @Test
    void theNearestPatchIsNearerFromEdgeToEdge() throws IOException {
        Published[] published = published();
        List<Patch> patches = patches();
        for (int i = 0; i < published.length; i++) {
            int value = patches.get(i).value;
            List<Geometry> others = new ArrayList<>(List.of(patches.get(i).outline));
            for (int j = 0; j < patches.size(); j++) {
                if (j != i && patches.get(j).value == value) {
                    others.add(patches.get(j).outline);
                }
            }
            double nearest = new Isolation(others.toArray(Geometry[]::new)).nearest(0);
            assertThat(published[i].get("ENN") - nearest).isBetween(0.99, Math.sqrt(2) + 1e-4);
        }
    }

    /** Perimeter of the most compact patch of so many cells (FRAGSTATS 4, SHAPE). */
    private static double leastPerimeter(double cells) {
        double side = Math.floor(Math.sqrt(cells));
        double rest = cells - side * side;
        return 4 * side + (rest == 0 ? 0 : rest <= side ? 2 : 4);
    }

    private static Published[] published() throws IOException {
        List<String[]> rows = Files.readAllLines(FOLDER.resolve("landscape.patch")).stream()
                .map(line -> line.trim().split("\\s*,\\s*"))
                .toList();
        String[] names = rows.get(0);
        Published[] published = new Published[rows.size() - 1];
        for (String[] row : rows.subList(1, rows.size())) {
            Published patch = new Published(IntStream.range(0, names.length)
                    .boxed()
                    .collect(Collectors.toMap(column -> names[column], column -> row[column])));
            published[(int) patch.get("PID") - 1] = patch;
        }
        return published;
    }

    private static List<Patch> patches() throws IOException {
        Raster raster = ImageIO.read(FOLDER.resolve("landscape.tif").toFile()).getRaster();
        int side = raster.getWidth();
        boolean[] seen = new boolean[side * side];
        int[] values = raster.getSamples(0, 0, side, side, 0, (int[]) null);
        List<Patch> patches = new ArrayList<>();
        for (int cell = 0; cell < seen.length; cell++) {
            if (!seen[cell]) {
                patches.add(new Patch(values[cell], outline(values, side, cell, seen)));
            }
        }
        return patches;
    }

    private static Geometry outline(int[] values, int side, int first, boolean[] seen) {
        List<Geometry> squares = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        seen[first] = true;
        while (!open.isEmpty()) {
            int cell = open.pop();
            int row = cell / side;
            int column = cell % side;
            squares.add(FACTORY.toGeometry(new Envelope(column, column + 1, side - row - 1, side - row)));
            for (int other : neighbours(row, column, side)) {
                if (!seen[other] && values[other] == values[first]) {
                    seen[other] = true;
                    open.push(other);
                }
            }
        }
        return UnaryUnionOp.union(squares);
    }

    private static int[] neighbours(int row, int column, int side) {
        return Arrays.stream(new int[][] {{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 0}, {1, 1}})
                .filter(step -> row + step[0] >= 0 && row + step[0] < side)
                .filter(step -> column + step[1] >= 0 && column + step[1] < side)
                .mapToInt(step -> (row + step[0]) * side + column + step[1])
                .toArray();
    }
}
