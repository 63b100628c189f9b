package io.microscape.source.osm;

import io.microscape.source.geometry.GeometryRepair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.FastNodingValidator;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Makes areas of lines. A relation's area is what an odd number of its rings surround (even-odd rule), whatever the roles of
 * its members say: a segment that two members share (touching inner rings, an inner ring on the outer one) bounds nothing
 * and is taken out, the rest is cut into faces, and every second face inwards is kept. JTS has the polygonizer, but nothing
 * that chooses faces by this rule.
 */
final class AreaAssembler {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /**
     * What became of an area.
     *
     * @param geometry valid polygon or multi-polygon; null when the area is left out
     * @param problem why it is left out, or what had to be repaired; null when there was nothing
     * @param areaBeforeM2 area before the repair, m² at the place's scale
     */
    record Result(Geometry geometry, String problem, double areaBeforeM2) {
        private static Result sound(Geometry geometry) {
            return new Result(geometry, null, 0);
        }

        private static Result leftOut(String reason) {
            return new Result(null, reason, 0);
        }

        boolean repaired() {
            return geometry != null && problem != null;
        }
    }

    private AreaAssembler() {}

    /** The area of a closed line, none of its places null. */
    static Result ofRing(Coordinate[] ring) {
        Coordinate[] places = CoordinateArrays.removeRepeatedPoints(ring);
        if (places.length < 4) {
            return Result.leftOut("it has fewer than three corners");
        }
        Polygon polygon = FACTORY.createPolygon(places);
        GeometryRepair repair = GeometryRepair.of(polygon);
        if (repair.problem() == null) {
            return Result.sound(polygon);
        }
        return repair.geometry().isEmpty()
                ? Result.leftOut("it encloses no area")
                : new Result(repair.geometry(), repair.problem(), DegreeArea.squareMetres(polygon));
    }

    /** The area of a multipolygon relation's member lines, none of their places null. */
    static Result ofLines(List<Coordinate[]> lines) {
        Collection<LineSegment> segments = boundingSegments(lines);
        Coordinate open = openEnd(segments);
        if (open != null) {
            return Result.leftOut("its ring is not closed at " + GeometryRepair.place(open));
        }
        if (segments.isEmpty()) {
            return Result.leftOut("it encloses no area");
        }
        List<SegmentString> edges = new ArrayList<>();
        for (LineSegment segment : segments) {
            edges.add(new BasicSegmentString(new Coordinate[] {segment.p0, segment.p1}, null));
        }
        FastNodingValidator crossings = new FastNodingValidator(edges);
        if (crossings.isValid()) {
            return Result.sound(evenOdd(toLines(segments), segments));
        }
        Geometry noded = UnaryUnionOp.union(toLines(segments), FACTORY);
        List<LineString> parts = new ArrayList<>();
        for (int i = 0; i < noded.getNumGeometries(); i++) {
            parts.add((LineString) noded.getGeometryN(i));
        }
        Geometry area = GeometryRepair.of(evenOdd(parts, segments)).geometry();
        return area.isEmpty()
                ? Result.leftOut("it encloses no area")
                : new Result(
                        area,
                        "its rings cross at "
                                + GeometryRepair.place((Coordinate)
                                        crossings.getIntersections().get(0)),
                        DegreeArea.squareMetres(evenOdd(toLines(segments), segments)));
    }

    /** Segments that occur an odd number of times; even ones lie between two parts of the same area. */
    private static Collection<LineSegment> boundingSegments(List<Coordinate[]> lines) {
        Map<LineSegment, LineSegment> segments = new LinkedHashMap<>();
        for (Coordinate[] line : lines) {
            for (int i = 1; i < line.length; i++) {
                LineSegment segment = new LineSegment(line[i - 1], line[i]);
                segment.normalize();
                if (segment.getLength() > 0 && segments.remove(segment) == null) {
                    segments.put(segment, segment);
                }
            }
        }
        return segments.values();
    }

    /** A place where an odd number of segments ends, or null if all rings are closed. */
    private static Coordinate openEnd(Collection<LineSegment> segments) {
        Map<Coordinate, Boolean> odd = new LinkedHashMap<>();
        for (LineSegment segment : segments) {
            for (Coordinate end : List.of(segment.p0, segment.p1)) {
                if (odd.remove(end) == null) {
                    odd.put(end, true);
                }
            }
        }
        return odd.keySet().stream().findFirst().orElse(null);
    }

    private static List<LineString> toLines(Collection<LineSegment> segments) {
        return segments.stream().map(segment -> segment.toGeometry(FACTORY)).toList();
    }

    private static Geometry evenOdd(List<LineString> edges, Collection<LineSegment> segments) {
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(edges);
        SortedPackedIntervalRTree byLatitude = new SortedPackedIntervalRTree();
        for (LineSegment segment : segments) {
            byLatitude.insert(Math.min(segment.p0.y, segment.p1.y), Math.max(segment.p0.y, segment.p1.y), segment);
        }
        List<Polygon> kept = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            Coordinate inside = polygon.getInteriorPoint().getCoordinate();
            RayCrossingCounter counter = new RayCrossingCounter(inside);
            byLatitude.query(inside.y, inside.y, item -> {
                LineSegment segment = (LineSegment) item;
                counter.countSegment(segment.p0, segment.p1);
            });
            if (counter.getLocation() == Location.INTERIOR) {
                kept.add(polygon);
            }
        }
        Geometry area = kept.size() == 1 ? kept.get(0) : FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new));
        // the polygonizer's order differs from run to run
        return area.norm();
    }
}
