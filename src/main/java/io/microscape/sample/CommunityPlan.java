package io.microscape.sample;

import io.microscape.landscape.Connectivity;
import io.microscape.landscape.geometry.DistanceZone;
import io.microscape.study.Community;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.StudyParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * A community of nine blocks between winding streets, in each a published space by the street and one or two other spaces
 * beside it. What the published figures leave open is drawn at random; what they fix is then solved for:
 *
 * <ul>
 *   <li>road density: how deep the path runs into the space
 *   <li>connectivity: how far along the street the next space lies. All spaces within 150 m count, so the distances are
 *       solved in turn until none moves
 *   <li>green share and canopy: {@link GroundPlan}, {@link TreePlan}
 * </ul>
 */
final class CommunityPlan {
    private static final double RADIUS = StudyParameters.DEFAULTS.radiusM();
    private static final double BLOCK_WIDTH = 205;
    private static final double BLOCK_DEPTH = 135;
    private static final int COLUMNS = 3;
    private static final int SWEEPS = 6;
    /** Land of the community around its streets and spaces, and detail of its boundary, m. */
    private static final double STRIP = 12;

    private static final double BOUNDARY_DETAIL = 0.5;
    /** Length of a straight street within the zone beyond the width of the space. */
    private static final double STREET_ENDS = 2 * Math.sqrt(RADIUS * RADIUS - Plot.KERB * Plot.KERB);

    private static final String[] KINDS = {"口袋公园", "社区花园", "街角绿地", "健身小广场", "休憩角", "口袋公园", "入口小游园", "街角绿地", "社区花园"};
    private static final String[] NEIGHBOUR_KINDS = {"宅旁绿地", "小区游园", "街头小广场", "绿化带"};

    private final String shortName;
    private final Random random;
    private final List<Street> eastward = new ArrayList<>();
    private final List<Street> northward = new ArrayList<>();
    private final List<SampleSpace> sampled = new ArrayList<>();
    private final List<Neighbour> neighbours = new ArrayList<>();

    /** A space beside a sampled one. */
    private record Neighbour(SampleSpace of, SampleSpace space, int direction, double[] outline, boolean solved) {
        void move(double gap) {
            Plot own = of.plot;
            double start = direction > 0 ? own.start() + own.width() + gap : own.start() - gap - space.plot.width();
            space.plot = space.plot.movedTo(start);
            space.outline = space.plot.polygon(outline);
        }
    }

    CommunityPlan(List<PublishedSpace> published, Street.Frame frame, Random random) {
        this.random = random;
        String community = published.get(0).community();
        this.shortName = community.replace("社区", "");
        layStreets(frame);
        for (int i = 0; i < published.size(); i++) {
            placeSpace(published.get(i), i);
        }
        solveConnectivity();
        for (SampleSpace space : sampled) {
            plant(space);
        }
        for (Neighbour neighbour : neighbours) {
            plantNeighbour(neighbour.space);
        }
    }

    /** Sampled spaces first, then their neighbours. */
    List<SampleSpace> spaces() {
        List<SampleSpace> all = new ArrayList<>(sampled);
        neighbours.forEach(neighbour -> all.add(neighbour.space));
        return all;
    }

    /** Streets and paths; streets have a vertex where they cross and where a path leaves. */
    List<Road> roads() {
        List<Road> roads = new ArrayList<>();
        for (Street street : eastward) {
            roads.add(road(street.name(), street.highway(), centreLine(street, northward)));
        }
        for (Street street : northward) {
            roads.add(road(street.name(), street.highway(), centreLine(street, eastward)));
        }
        for (SampleSpace space : sampled) {
            roads.add(road(null, "footway", space.path));
        }
        return roads;
    }

    /**
     * The community's boundary: the blocks between its outer streets with the spaces on their far sides, and a strip
     * around them.
     */
    Community boundary() {
        List<Coordinate> ring = new ArrayList<>();
        Street south = eastward.get(0);
        Street north = eastward.get(eastward.size() - 1);
        Street west = northward.get(0);
        Street east = northward.get(northward.size() - 1);
        ring.addAll(between(south, west, east));
        ring.addAll(between(east, south, north));
        ring.addAll(reversed(between(north, west, east)));
        ring.addAll(reversed(between(west, south, north)));
        ring.add(ring.get(0));
        List<Geometry> parts = new ArrayList<>();
        parts.add(Plot.FACTORY.createPolygon(ring.toArray(Coordinate[]::new)));
        spaces().forEach(space -> parts.add(space.outline.buffer(STRIP)));
        // first outwards, then back: the corners between spaces and streets are filled
        Geometry outline = UnaryUnionOp.union(parts).buffer(2 * STRIP).buffer(-STRIP);
        String code = sampled.get(0).code.substring(0, 1);
        return new Community(
                code,
                sampled.get(0).community,
                Plot.toMillimetres(DouglasPeuckerSimplifier.simplify(outline, BOUNDARY_DETAIL)));
    }

    /** The street's centre line from one crossing to the other. */
    private static List<Coordinate> between(Street street, Street first, Street last) {
        return street.line(street.crossing(first), street.crossing(last), List.of());
    }

    private static List<Coordinate> reversed(List<Coordinate> line) {
        List<Coordinate> reversed = new ArrayList<>(line);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The corners of the street network, from which a road may lead elsewhere. */
    List<Coordinate> corners() {
        List<Coordinate> corners = new ArrayList<>();
        for (Street across : List.of(eastward.get(0), eastward.get(eastward.size() - 1))) {
            for (Street along : List.of(northward.get(0), northward.get(northward.size() - 1))) {
                corners.add(across.place(across.crossing(along), 0));
            }
        }
        return corners;
    }

    private static Road road(String name, String highway, LineString line) {
        return new Road(name, highway, false, false, 0, line);
    }

    private void layStreets(Street.Frame frame) {
        String[] main = {"东路", "路", "西路"};
        for (int row = 0; row < COLUMNS; row++) {
            eastward.add(new Street(
                    shortName + main[row],
                    row == 1 ? "tertiary" : "residential",
                    true,
                    row * BLOCK_DEPTH,
                    8 + 6 * random.nextDouble(),
                    2 * Math.PI * random.nextDouble(),
                    frame));
        }
        String[] numbers = {"一", "二", "三", "四"};
        for (int column = 0; column <= COLUMNS; column++) {
            northward.add(new Street(
                    shortName + numbers[column] + "巷",
                    "residential",
                    false,
                    (column - 0.5) * BLOCK_WIDTH,
                    4 + 5 * random.nextDouble(),
                    2 * Math.PI * random.nextDouble(),
                    frame));
        }
    }

    private LineString centreLine(Street street, List<Street> crossing) {
        TreeSet<Double> stops = new TreeSet<>();
        crossing.forEach(other -> stops.add(street.crossing(other)));
        double from = stops.first() - 35;
        double to = stops.last() + 35;
        for (SampleSpace space : sampled) {
            if (space.plot.street().equals(street)) {
                space.pathStops.forEach(x -> stops.add(space.plot.start() + x * space.plot.width()));
            }
        }
        return Plot.FACTORY.createLineString(street.line(from, to, stops).toArray(Coordinate[]::new));
    }

    /**
     * A plot by the street whose area fits the density: street and path give some 1.5 times its width and once or twice
     * its depth of road.
     */
    private void placeSpace(PublishedSpace published, int place) {
        SampleSpace space = new SampleSpace(
                published.code(), shortName + KINDS[place] + (place + 1), published.community(), published);
        Street street = eastward.get(place / COLUMNS);
        int side = (place + place / COLUMNS) % 2 == 0 ? 1 : -1;
        Outline outline = Outline.values()[random.nextInt(Outline.values().length)];
        double density = published.roadDensity();
        double width = 8 + 2.7 / density + 2 * random.nextDouble();
        boolean loop = density >= 0.2;
        double roadOverWidth = loop ? 1.45 : 1;
        double roadOverDepth = loop ? 1 : 0.6;
        double depth = (roadOverWidth * width + STREET_ENDS + (loop ? 2 : 1) * Plot.KERB)
                / (width * outline.fill * density - roadOverDepth);
        double start = (place % COLUMNS) * BLOCK_WIDTH - width / 2 + 24 * (random.nextDouble() - 0.5);
        space.plot = new Plot(street, start, width, depth, side);
        boolean court = width * depth > 420 && outline != Outline.L_SHAPE;
        space.outline = court
                ? space.plot.polygon(outline.corners(), new double[] {0.44, 0.68, 0.44, 0.84, 0.6, 0.84, 0.6, 0.68})
                : space.plot.polygon(outline.corners());
        space.pathStops = loop ? List.of(0.3, 0.7) : List.of(0.4);
        sampled.add(space);
        solveRoads(space, loop, published.roadDensity());
        addNeighbours(space, published.connectivity());
    }

    private void solveRoads(SampleSpace space, boolean loop, double density) {
        DistanceZone zone = new DistanceZone(space.outline, RADIUS);
        double ofStreets = 0;
        for (Street street : eastward) {
            ofStreets += lengthWithin(zone, centreLine(street, northward));
        }
        for (Street street : northward) {
            ofStreets += lengthWithin(zone, centreLine(street, eastward));
        }
        double wanted = density * space.outline.getArea() - ofStreets;
        double depth = Bisection.solve(
                space.code + " roads", y -> lengthWithin(zone, path(space, loop, y)), 0.05, 0.95, wanted);
        space.path = path(space, loop, depth);
    }

    private static LineString path(SampleSpace space, boolean loop, double depth) {
        Plot plot = space.plot;
        List<Coordinate> points = new ArrayList<>();
        double in = space.pathStops.get(0);
        points.add(plot.onStreet(in));
        points.add(plot.at(in, 0));
        points.add(plot.at(in, depth));
        if (loop) {
            double out = space.pathStops.get(1);
            points.add(plot.at(out, depth));
            points.add(plot.at(out, 0));
            points.add(plot.onStreet(out));
        }
        return plot.line(points);
    }

    private static double lengthWithin(DistanceZone zone, LineString line) {
        double length = 0;
        Coordinate[] points = line.getCoordinates();
        for (int i = 1; i < points.length; i++) {
            length += zone.lengthWithin(points[i - 1].x, points[i - 1].y, points[i].x, points[i].y);
        }
        return length;
    }

    /** One neighbour, or two where it would have to be very near: each is then reached less often. */
    private void addNeighbours(SampleSpace space, double connectivity) {
        int direction = random.nextBoolean() ? 1 : -1;
        addNeighbour(space, direction, 10, true);
        if (connectivity > 0.5) {
            double each = 1 - Math.sqrt(1 - connectivity);
            addNeighbour(space, -direction, -RADIUS * Math.log(each) / Math.log(2) * 1.1, false);
        }
    }

    private void addNeighbour(SampleSpace space, int direction, double gap, boolean solved) {
        int number = neighbours.size() + 1;
        String letter = space.code.substring(0, 1);
        SampleSpace other = new SampleSpace(
                "N-" + letter + number,
                shortName + NEIGHBOUR_KINDS[random.nextInt(NEIGHBOUR_KINDS.length)] + number,
                space.community,
                null);
        double width = 11 + 9 * random.nextDouble();
        double depth = 8 + 7 * random.nextDouble();
        other.plot = new Plot(space.plot.street(), 0, width, depth, space.plot.side());
        double[] outline = Outline.values()[random.nextInt(Outline.values().length)].corners();
        Neighbour neighbour = new Neighbour(space, other, direction, outline, solved);
        neighbour.move(gap);
        neighbours.add(neighbour);
    }

    private void solveConnectivity() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (Neighbour neighbour : neighbours) {
                if (neighbour.solved) {
                    SampleSpace space = neighbour.of;
                    double gap = Bisection.solve(
                            space.code + " connectivity",
                            trial -> {
                                neighbour.move(trial);
                                return connectivity(space);
                            },
                            0.3,
                            80,
                            space.published.connectivity());
                    neighbour.move(gap);
                }
            }
        }
    }

    private double connectivity(SampleSpace space) {
        double[] distances = spaces().stream()
                .filter(other -> other != space)
                .mapToDouble(other -> other.outline.distance(space.outline))
                .sorted()
                .toArray();
        return Connectivity.probability(distances, RADIUS);
    }

    private void plant(SampleSpace space) {
        PublishedSpace published = space.published;
        List<String> taxa = Flora.taxa(published.speciesRichness(), random);
        List<String> trees = taxa.stream().filter(Flora.TREES::contains).toList();
        new TreePlan(space, random).plant(published.canopyCover(), trees);
        for (String taxon : taxa) {
            long ofTaxon = space.crowns.stream()
                    .filter(crown -> taxon.equals(crown.species()))
                    .count();
            double count = trees.contains(taxon) ? Math.max(1, ofTaxon) : 3 + random.nextInt(60);
            space.plantings.add(new Planting(space.code, taxon, count));
        }
        Collections.sort(space.plantings, (a, b) -> Double.compare(b.count(), a.count()));
        new GroundPlan(space, random).draw(published.greenRatio());
    }

    /** Lawn, and two small trees that stay within the plot. */
    private void plantNeighbour(SampleSpace space) {
        Geometry plaza = space.plot.polygon(new double[] {-0.1, -0.1, 1.1, -0.1, 1.1, 0.3, -0.1, 0.4});
        space.addSurfaces(space.outline.difference(plaza));
        for (double x : new double[] {0.35, 0.62}) {
            String species = Flora.TREES.get(random.nextInt(Flora.TREES.size()));
            space.addCrown(space.plot.at(x, 0.45), 2.5 + 1.5 * random.nextDouble(), species);
        }
    }
}
