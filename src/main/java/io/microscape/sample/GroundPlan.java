package io.microscape.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Divides a space into planting and paving so that the planting takes the published share: tree pits where there is next
 * to none, a bed along the back where there is little, a plaza along the street or paving about the path where there is
 * more, and a mere path through the planting where there is most.
 */
final class GroundPlan {
    private static final double PATH_HALF_WIDTH = 0.6;

    private final SampleSpace space;
    private final Random random;

    GroundPlan(SampleSpace space, Random random) {
        this.space = space;
        this.random = random;
    }

    /** Draws the surfaces. */
    void draw(double greenRatio) {
        Geometry green;
        if (greenRatio < 0.1) {
            green = divide(greenRatio, 0.05, 3, this::treePits);
        } else if (greenRatio < 0.3) {
            green = divide(greenRatio, -0.3, 1.3, backBed());
        } else if (greenRatio < 0.75 && random.nextBoolean()) {
            green = divide(greenRatio, -0.3, 1.3, backBed());
        } else {
            green = divide(greenRatio, 0.05, 30, width -> space.outline.difference(space.path.buffer(width, 6)));
        }
        space.addSurfaces(green);
    }

    private Geometry divide(double share, double low, double high, DoubleFunction<Geometry> planting) {
        double total = space.outline.getArea();
        double size = Bisection.solve(
                space.code + " green", value -> planting.apply(value).getArea(), low, high, share * total);
        return planting.apply(size);
    }

    private Geometry treePits(double side) {
        Geometry pits = Plot.FACTORY.createPolygon();
        for (var crown : space.crowns) {
            pits = pits.union(pit(crown.geometry().getCoordinate(), side));
        }
        return pits.intersection(space.outline);
    }

    /** All that lies behind a wavy line, less the path. */
    private DoubleFunction<Geometry> backBed() {
        double phase = random.nextDouble() * 2 * Math.PI;
        Geometry path = space.path.buffer(PATH_HALF_WIDTH, 6);
        return line -> space.outline.intersection(behind(line, phase)).difference(path);
    }

    private Polygon behind(double line, double phase) {
        List<Double> corners = new ArrayList<>();
        for (int i = 0; i <= 28; i++) {
            double x = -0.2 + 0.05 * i;
            corners.add(x);
            corners.add(line + 0.06 * Math.sin(9 * x + phase));
        }
        corners.addAll(List.of(1.2, 2.0, -0.2, 2.0));
        return space.plot.polygon(
                corners.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Polygon pit(Coordinate tree, double side) {
        double half = side / 2;
        return Plot.FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(tree.x - half, tree.y - half),
            new Coordinate(tree.x + half, tree.y - half),
            new Coordinate(tree.x + half, tree.y + half),
            new Coordinate(tree.x - half, tree.y + half),
            new Coordinate(tree.x - half, tree.y - half)
        });
    }
}
