package io.microscape.landscape;

import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Indices of one space by asking single points: is it inside, how far is it from the nearest edge. It shares nothing with
 * the engine, neither intervals nor arcs nor overlays.
 */
final class BruteForce {
    private static final int STEPS = 240;

    private final Outline space;

    BruteForce(Geometry space) {
        this.space = new Outline(space);
    }

    /**
     * Length of the roads within the radius, m: each segment is looked at in {@value #STEPS} places, the places where it
     * enters or leaves are found by bisection, and between three places of which the middle one is nearest by ternary
     * search, so that no graze is lost.
     */
    double roadLength(List<Road> roads, double radius) {
        Envelope reach = space.box.copy();
        reach.expandBy(radius + 1);
        double length = 0;
        for (Road road : roads) {
            for (Object line : LinearComponentExtracter.getLines(road.geometry())) {
                Coordinate[] points = ((LineString) line).getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    if (reach.intersects(points[i - 1], points[i])) {
                        length += lengthWithin(points[i - 1], points[i], radius);
                    }
                }
            }
        }
        return length;
    }

    private double lengthWithin(Coordinate from, Coordinate to, double radius) {
        DoubleUnaryOperator beyond =
                t -> space.distance(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)) - radius;
        double[] at = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            at[i] = beyond.applyAsDouble((double) i / STEPS);
        }
        double within = 0;
        for (int i = 0; i < STEPS; i++) {
            double low = (double) i / STEPS;
            double high = (double) (i + 1) / STEPS;
            if (at[i] > 0 && at[i + 1] > 0) {
                boolean near = Math.min(at[i], at[i + 1]) <= from.distance(to) / STEPS;
                within += near ? graze(beyond, low, high) : 0;
            } else if (at[i] <= 0 && at[i + 1] <= 0) {
                within += high - low;
            } else if (at[i] <= 0) {
                within += crossing(beyond, low, high) - low;
            } else {
                within += high - crossing(beyond, high, low);
            }
        }
        return within * from.distance(to);
    }

    /** The part that is within between two places that are not. */
    private static double graze(DoubleUnaryOperator beyond, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 60; i++) {
            double third = (high - low) / 3;
            if (beyond.applyAsDouble(low + third) < beyond.applyAsDouble(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        double nearest = (low + high) / 2;
        return beyond.applyAsDouble(nearest) > 0 ? 0 : crossing(beyond, nearest, to) - crossing(beyond, nearest, from);
    }

    private static double crossing(DoubleUnaryOperator beyond, double inside, double outside) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < 50; i++) {
            double middle = (in + out) / 2;
            if (beyond.applyAsDouble(middle) <= 0) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    /**
     * Shares found by asking one random point in each cell of a raster over the space's box, enlarged by a margin.
     *
     * @param area of the box, m²
     * @param inside points in the space
     */
    record Shares(double area, int points, int inside, int green, int hard, int crown, int zone) {
        /** Share of the space's points. */
        double ofSpace(int count) {
            return (double) count / inside;
        }
    }

    /** Asks {@code side}² points. */
    Shares sample(Random random, int side, double radius, List<Surface> surfaces, List<Crown> crowns) {
        Envelope box = space.box.copy();
        box.expandBy(radius);
        List<Outline> green = outlines(surfaces, Cover.GREEN);
        List<Outline> hard = outlines(surfaces, Cover.HARD);
        List<Crown> near = crowns.stream()
                .filter(crown -> crown.geometry()
                        .getEnvelopeInternal()
                        .intersects(grown(space.box, crown.diameterM() == null ? 0 : crown.diameterM())))
                .toList();
        int[] counts = new int[5];
        for (int i = 0; i < side * side; i++) {
            double x = box.getMinX() + box.getWidth() * (i % side + random.nextDouble()) / side;
            double y = box.getMinY() + box.getHeight() * (i / side + random.nextDouble()) / side;
            double distance = space.distance(x, y);
            counts[4] += distance <= radius ? 1 : 0;
            if (distance == 0) {
                boolean isGreen = green.stream().anyMatch(patch -> patch.contains(x, y));
                counts[0]++;
                counts[1] += isGreen ? 1 : 0;
                counts[2] += !isGreen && hard.stream().anyMatch(patch -> patch.contains(x, y)) ? 1 : 0;
                counts[3] += near.stream().anyMatch(crown -> covers(crown, x, y)) ? 1 : 0;
            }
        }
        return new Shares(box.getArea(), side * side, counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private List<Outline> outlines(List<Surface> surfaces, Cover cover) {
        return surfaces.stream()
                .filter(surface -> surface.cover() == cover)
                .map(surface -> new Outline(surface.geometry()))
                .filter(outline -> outline.box.intersects(space.box))
                .toList();
    }

    private static boolean covers(Crown crown, double x, double y) {
        return crown.geometry() instanceof Point tree
                ? Math.hypot(tree.getX() - x, tree.getY() - y) <= crown.diameterM() / 2
                : new Outline(crown.geometry()).contains(x, y);
    }

    private static Envelope grown(Envelope box, double by) {
        Envelope grown = box.copy();
        grown.expandBy(by);
        return grown;
    }

    /** The edges of a polygon, as four coordinates each. */
    private static final class Outline {
        final Envelope box;
        private final List<double[]> edges = new ArrayList<>();

        Outline(Geometry polygon) {
            box = polygon.getEnvelopeInternal();
            polygon.apply(new CoordinateSequenceFilter() {
                @Override
                public void filter(CoordinateSequence ring, int i) {
                    if (i > 0) {
                        edges.add(new double[] {ring.getX(i - 1), ring.getY(i - 1), ring.getX(i), ring.getY(i)});
                    }
                }

                @Override
                public boolean isDone() {
                    return false;
                }

                @Override
                public boolean isGeometryChanged() {
                    return false;
                }
            });
        }

        /** Whether a ray to the east crosses the edges an odd number of times. */
        boolean contains(double x, double y) {
            if (!box.covers(x, y)) {
                return false;
            }
            boolean inside = false;
            for (double[] edge : edges) {
                if (edge[1] > y != edge[3] > y
                        && x < edge[0] + (y - edge[1]) / (edge[3] - edge[1]) * (edge[2] - edge[0])) {
                    inside = !inside;
                }
            }
            return inside;
        }

        /** 0 inside. */
        double distance(double x, double y) {
            if (contains(x, y)) {
                return 0;
            }
            double least = Double.POSITIVE_INFINITY;
            for (double[] edge : edges) {
                double dx = edge[2] - edge[0];
                double dy = edge[3] - edge[1];
                double square = dx * dx + dy * dy;
                double along = square == 0 ? 0 : ((x - edge[0]) * dx + (y - edge[1]) * dy) / square;
                double at = Math.max(0, Math.min(1, along));
                double ox = x - edge[0] - at * dx;
                double oy = y - edge[1] - at * dy;
                least = Math.min(least, ox * ox + oy * oy);
            }
            return Math.sqrt(least);
        }
    }
}
