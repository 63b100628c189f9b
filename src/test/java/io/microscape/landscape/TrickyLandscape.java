package io.microscape.landscape;

import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A seeded random landscape of many sites, each a case of its own: one to four spaces with the surfaces, roads and crowns
 * about them, all drawn from what breaks geometry code. Sites stand {@value #SPACING_M} m apart, so that no site is in reach
 * of another and whole landscapes can be computed at once; the part of a code before the underscore is its site.
 *
 * <ul>
 *   <li>spaces: triangles, 500 vertices, slivers of a centimetre, spikes, holes that touch the shell or each other in a
 *       vertex, islands in holes, several parts, parts that touch in a corner, combs and clasps whose zone closes on itself,
 *       collinear and repeated vertices; further spaces that share an edge or a corner, overlap, lie within one another, or
 *       stand 15 and 150 m away
 *   <li>surfaces: the space itself, twice the same, overlapping, sharing edges, with holes, slivers, over everything
 *   <li>roads: along edges of the space and of its zone, twice the same, collinear overlaps, repeated vertices, far away
 *   <li>crowns: discs one inside another, tangent to each other and to edges, twice the same, about vertices, covering all;
 *       polygons
 * </ul>
 *
 * Half of the sites are turned by a random angle, so that no coordinate is round; the other half keep whole metres.
 */
final class TrickyLandscape {
    static final double SPACING_M = 800;
    static final double RADIUS_M = 15;

    private final GeometryFactory factory = new GeometryFactory();
    private final Random random;
    private final List<MicroSpace> spaces = new ArrayList<>();
    private final List<Surface> surfaces = new ArrayList<>();
    private final List<Road> roads = new ArrayList<>();
    private final List<Crown> crowns = new ArrayList<>();
    private AffineTransformation toSite;
    private boolean turned;

    private TrickyLandscape(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A landscape of that many sites.
     *
     * @param east easting of the first site, m
     * @param north northing of the first site, m
     */
    static Layers of(long seed, int sites, double east, double north) {
        TrickyLandscape landscape = new TrickyLandscape(seed);
        int columns = (int) Math.ceil(Math.sqrt(sites));
        for (int site = 0; site < sites; site++) {
            landscape.addSite(site, east + site % columns * SPACING_M, north + site / columns * SPACING_M);
        }
        return new Layers(landscape.spaces, landscape.surfaces, landscape.roads, landscape.crowns);
    }

    /** The features of a landscape. */
    record Layers(List<MicroSpace> spaces, List<Surface> surfaces, List<Road> roads, List<Crown> crowns) {
        Landscape landscape() {
            return Landscape.of(spaces, surfaces, roads, crowns, null, List.of());
        }

        /** The same features with every layer in another order and the roads drawn the other way. */
        Layers shuffled(Random random) {
            List<Road> reversed = roads.stream()
                    .map(road -> road.withGeometry(road.geometry().reverse()))
                    .toList();
            return new Layers(
                    shuffled(spaces, random),
                    shuffled(surfaces, random),
                    shuffled(reversed, random),
                    shuffled(crowns, random));
        }

        private static <T> List<T> shuffled(List<T> list, Random random) {
            List<T> copy = new ArrayList<>(list);
            Collections.shuffle(copy, random);
            return copy;
        }
    }

    private void addSite(int site, double east, double north) {
        toSite = AffineTransformation.translationInstance(east, north);
        turned = random.nextBoolean();
        if (turned) {
            toSite = AffineTransformation.rotationInstance(random.nextDouble() * 2 * Math.PI)
                    .translate(east + random.nextDouble(), north + random.nextDouble());
        }
        Geometry first = space();
        List<Geometry> ofSite = new ArrayList<>(List.of(first));
        for (int more = random.nextInt(4); more > 0; more--) {
            ofSite.add(companion(first));
        }
        for (int i = 0; i < ofSite.size(); i++) {
            spaces.add(new MicroSpace(site + "_" + i, "", null, true, toSite.transform(ofSite.get(i))));
        }
        addSurfaces(first);
        addRoads(first);
        addCrowns(first);
    }

    private Geometry space() {
        return switch (random.nextInt(12)) {
            case 0 -> star(0, 0, 3, 5, 40);
            case 1 -> star(0, 0, 4 + random.nextInt(30), 4, 40);
            case 2 -> star(0, 0, 500, 20, 40);
            case 3 -> box(-30, 0, 20 + random.nextInt(60), 0.01 + 0.3 * random.nextDouble());
            case 4 -> spiked();
            case 5 -> touchingRings();
            case 6 -> nestedHoles();
            case 7 -> factory.buildGeometry(List.of(box(-20, -20, 20, 20), box(0, 0, 10, 25), box(-25, 15, 3, 3)));
            case 8 -> comb();
            case 9 -> clasp();
            case 10 -> ring(0, 0, 7, 0, 7, 0, 14, 0, 30, 0, 30, 5, 30, 20, 30, 20, 15, 20, 0, 20, 0, 20, 0, 3, 0, 0);
            default -> box(-random.nextInt(20), -random.nextInt(20), 1 + random.nextInt(60), 1 + random.nextInt(40));
        };
    }

    /** Another space near the first, often in the relation that is hard to get right. */
    private Geometry companion(Geometry first) {
        double right = first.getEnvelopeInternal().getMaxX();
        double bottom = first.getEnvelopeInternal().getMinY();
        return switch (random.nextInt(8)) {
            case 0 -> box(right, bottom, 12, 9);
            case 1 -> box(right + gap(RADIUS_M), bottom, 8, 8);
            case 2 -> box(right + gap(10 * RADIUS_M), bottom, 8, 8);
            case 3 -> box(right - 5, bottom - 5, 11, 13);
            case 4 -> first.getCentroid().buffer(1, 2);
            case 5 -> box(right + 10 * RADIUS_M + 0.5, bottom, 8, 8);
            default -> star(right + 5 + 120 * random.nextDouble(), 50 * random.nextGaussian(), 9, 3, 15);
        };
    }

    /** The limit itself where coordinates are whole; else a millionth to either side, for rounding must not decide. */
    private double gap(double limit) {
        return turned ? limit * (1 + (random.nextBoolean() ? 1e-6 : -1e-6)) : limit;
    }

    private Geometry spiked() {
        double width = 0.01 + 0.05 * random.nextDouble();
        return ring(
                0,
                0,
                20,
                0,
                20,
                10,
                20 + 40,
                10 + width / 2,
                20,
                10 + width,
                20,
                20,
                8,
                20,
                7.5,
                3,
                7,
                20,
                0,
                20,
                0,
                0);
    }

    /** A hole that touches the shell in a vertex, and a second that touches the first in one. */
    private Geometry touchingRings() {
        LinearRing shell = closed(0, 0, 20, 0, 40, 0, 40, 40, 0, 40, 0, 0);
        LinearRing first = closed(20, 0, 25, 10, 20, 20, 15, 10, 20, 0);
        LinearRing second = closed(20, 20, 26, 30, 14, 30, 20, 20);
        return factory.createPolygon(shell, new LinearRing[] {first, second});
    }

    private Geometry nestedHoles() {
        double gap = 3 + random.nextInt(20);
        double inner = 60 - 2 * gap;
        Geometry outer = box(-5, -5, 70, 70).difference(box(0, 0, 60, 60));
        if (inner < 4) {
            return outer;
        }
        Geometry island = box(gap, gap, inner, inner).difference(box(gap + 1, gap + 1, inner - 2, inner - 2));
        return factory.buildGeometry(List.of(outer, island));
    }

    private Geometry comb() {
        Geometry comb = box(0, 0, 60, 4);
        for (int tooth = 0; tooth < 5; tooth++) {
            comb = comb.union(box(tooth * 14, 0, 2, 5 + random.nextInt(45)));
        }
        return comb;
    }

    /** A ring with a gap that the zone closes, or not. */
    private Geometry clasp() {
        int gap = 5 + random.nextInt(45);
        return box(0, 0, 80, 80).difference(box(4, 4, 72, 72)).difference(box(70, 15, 20, gap));
    }

    private void addSurfaces(Geometry space) {
        for (int i = random.nextInt(7); i > 0; i--) {
            Cover cover = Cover.values()[random.nextInt(3)];
            Geometry patch = switch (random.nextInt(9)) {
                case 0 -> space;
                case 1 -> box(-100, -100, 200, 200);
                case 2 -> box(-10, -10, 20, 40);
                case 3 -> box(10, -10, 20, 40);
                case 4 -> star(0, 0, 40, 10, 45).difference(star(0, 0, 10, 2, 9));
                case 5 -> box(-40, 5, 90, 0.05);
                default -> star(20 * random.nextGaussian(), 20 * random.nextGaussian(), 12, 2, 30);
            };
            add(cover, patch);
            if (random.nextInt(4) == 0) {
                add(cover, patch);
                add(Cover.GREEN, AffineTransformation.translationInstance(3, 1).transform(patch));
            }
        }
    }

    private void add(Cover cover, Geometry patch) {
        surfaces.add(new Surface(cover, toSite.transform(patch)));
    }

    private void addRoads(Geometry space) {
        Coordinate[] outline = space.getCoordinates();
        addRoad(-90, 3, 90, 4);
        for (int i = random.nextInt(6); i > 0; i--) {
            int vertex = random.nextInt(outline.length - 1);
            Coordinate a = outline[vertex];
            Coordinate b = outline[vertex + 1];
            switch (random.nextInt(7)) {
                case 0 -> addRoad(a.x, a.y, b.x, b.y);
                case 1 -> addRoad(2 * a.x - b.x, 2 * a.y - b.y, (a.x + b.x) / 2, (a.y + b.y) / 2);
                case 2 -> addBeside(a, b, RADIUS_M * (1 - 1e-6));
                case 3 -> addBeside(a, b, -RADIUS_M * (1 - 1e-6));
                case 4 -> {
                    addRoad(-50, 10, 0, 10, 0, 10, 30, 10, 12, 10, 60, -40);
                    addRoad(-50, 10, 0, 10, 0, 10, 30, 10, 12, 10, 60, -40);
                }
                case 5 -> addRoad(300, 300, 310, 250);
                default ->
                    addRoad(random.doubles(4 + 2 * random.nextInt(8), -100, 100).toArray());
            }
        }
    }

    /** A road along the edge of the zone of an edge, or where that would be if the space were on its other side. */
    private void addBeside(Coordinate a, Coordinate b, double distance) {
        double length = a.distance(b);
        if (length > 0) {
            double dx = distance * (b.y - a.y) / length;
            double dy = -distance * (b.x - a.x) / length;
            addRoad(a.x + dx, a.y + dy, b.x + dx, b.y + dy);
        }
    }

    private void addRoad(double... xy) {
        LineString line = factory.createLineString(coordinates(xy));
        roads.add(new Road(null, null, false, false, 0, toSite.transform(line)));
    }

    private void addCrowns(Geometry space) {
        Coordinate[] outline = space.getCoordinates();
        for (int i = random.nextInt(10); i > 0; i--) {
            double x = 20 * random.nextGaussian();
            double y = 20 * random.nextGaussian();
            double diameter = 1 + 9 * random.nextDouble();
            Coordinate vertex = outline[random.nextInt(outline.length)];
            switch (random.nextInt(10)) {
                case 0 -> {
                    addDisc(x, y, diameter);
                    addDisc(x, y, diameter / 3);
                    addDisc(x + diameter / 4, y, diameter / 2);
                }
                case 1 -> {
                    addDisc(x, y, 4);
                    addDisc(x + 5, y, 6);
                    addDisc(x - 3, y, 2);
                }
                case 2 -> {
                    addDisc(x, y, diameter);
                    addDisc(x, y, diameter);
                }
                case 3 -> addDisc(vertex.x, vertex.y, diameter);
                case 4 -> addDisc(vertex.x + 3, vertex.y, 6);
                case 5 -> addDisc(i % 2 == 0 ? 0 : 30, 0, i % 2 == 0 ? 200 : 6);
                case 6 -> addDisc(space.getEnvelopeInternal().getMinX() + diameter / 2, vertex.y + diameter, diameter);
                case 7 -> crowns.add(new Crown(toSite.transform(star(x, y, 9, 1, 8)), null, null));
                default -> addDisc(x, y, diameter);
            }
        }
    }

    private void addDisc(double x, double y, double diameter) {
        crowns.add(new Crown(toSite.transform(factory.createPoint(new Coordinate(x, y))), diameter, null));
    }

    private Polygon star(double x, double y, int vertices, double least, double most) {
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double radius = least + random.nextDouble() * (most - least);
            double angle = 2 * Math.PI * (i + 0.5 * random.nextDouble()) / vertices;
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[vertices] = ring[0].copy();
        return factory.createPolygon(ring);
    }

    private Polygon box(double x, double y, double width, double height) {
        return ring(x, y, x + width, y, x + width, y + height, x, y + height, x, y);
    }

    private Polygon ring(double... xy) {
        return factory.createPolygon(closed(xy));
    }

    private LinearRing closed(double... xy) {
        return factory.createLinearRing(coordinates(xy));
    }

    private static Coordinate[] coordinates(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return points;
    }
}
