package io.microscape.source.shapefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Makes polygons of a heap of rings by where they lie, not by how they are wound, since many programs wind them wrongly:
 * a ring within an even number of others is a shell, one within an odd number is a hole of the smallest of them. Rings
 * that are equal or only overlap stay shells of their own. Winding only decides what overlapping rings are: a ring wound
 * against its neighbour is taken for its hole when it begins inside, one wound alike only when it lies inside entirely.
 *
 * <p>O(n log n) for n rings that are not nested deeply; each container is indexed once.
 */
final class RingNesting {
    private final List<Ring> rings = new ArrayList<>();
    private final GeometryFactory factory;
    private int woundWrongly;

    private static final class Ring {
        private final LinearRing line;
        private final Envelope envelope;
        private final double area;
        private final boolean counterClockwise;
        private final List<Ring> containers = new ArrayList<>();
        private final List<LinearRing> holes = new ArrayList<>();
        private IndexedPointInAreaLocator locator;

        Ring(LinearRing line) {
            this.line = line;
            this.envelope = line.getEnvelopeInternal();
            CoordinateSequence points = line.getCoordinateSequence();
            double clockwiseArea = Area.ofRingSigned(points);
            this.area = Math.abs(clockwiseArea);
            this.counterClockwise = clockwiseArea < 0;
        }

        boolean isHole() {
            return containers.size() % 2 == 1;
        }

        int locate(Coordinate point) {
            if (!envelope.intersects(point)) {
                return Location.EXTERIOR;
            }
            if (locator == null) {
                locator = new IndexedPointInAreaLocator(line);
            }
            return locator.locate(point);
        }

        boolean contains(Ring other) {
            if (!(other.area < area) || !envelope.covers(other.envelope)) {
                return false;
            }
            boolean alike = counterClockwise == other.counterClockwise;
            boolean inside = false;
            CoordinateSequence points = other.line.getCoordinateSequence();
            for (int i = 0; i < points.size() - 1; i++) {
                int location = locate(points.getCoordinate(i));
                if (location == Location.EXTERIOR) {
                    return false;
                }
                if (location == Location.INTERIOR) {
                    if (!alike) {
                        return true;
                    }
                    inside = true;
                }
            }
            return inside || touchesOnlyWithVertices(points);
        }

        /** All vertices of a ring are on this one: its edges tell whether it lies inside. */
        private boolean touchesOnlyWithVertices(CoordinateSequence points) {
            for (int i = 1; i < points.size(); i++) {
                Coordinate middle = new Coordinate(
                        (points.getX(i - 1) + points.getX(i)) / 2, (points.getY(i - 1) + points.getY(i)) / 2);
                int location = locate(middle);
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return false;
        }
    }

    RingNesting(GeometryFactory factory) {
        this.factory = factory;
    }

    void add(LinearRing ring) {
        rings.add(new Ring(ring));
    }

    /** Number of rings found wound against the rule (shells clockwise, holes counter-clockwise) by {@link #build}. */
    int woundWrongly() {
        return woundWrongly;
    }

    /** A polygon, or a multi-polygon if there are several shells; empty without rings. */
    Geometry build() {
        if (rings.size() > 1 && rings.stream().allMatch(ring -> Double.isFinite(ring.area))) {
            findContainers();
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Ring ring : rings) {
            if (ring.area > 0 && ring.counterClockwise != ring.isHole()) {
                woundWrongly++;
            }
            if (ring.isHole()) {
                ring.containers.stream()
                        .min(Comparator.comparingDouble(container -> container.area))
                        .orElseThrow()
                        .holes
                        .add(ring.line);
            }
        }
        for (Ring ring : rings) {
            if (!ring.isHole()) {
                polygons.add(factory.createPolygon(ring.line, ring.holes.toArray(new LinearRing[0])));
            }
        }
        return polygons.isEmpty()
                ? factory.createPolygon()
                : polygons.size() == 1 ? polygons.get(0) : factory.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private void findContainers() {
        HPRtree index = new HPRtree();
        for (Ring ring : rings) {
            index.insert(ring.envelope, ring);
        }
        for (Ring container : rings) {
            index.query(container.envelope, item -> {
                Ring ring = (Ring) item;
                if (ring != container && container.contains(ring)) {
                    ring.containers.add(container);
                }
            });
        }
    }
}
