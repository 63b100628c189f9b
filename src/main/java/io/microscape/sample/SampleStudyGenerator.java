package io.microscape.sample;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.Community;
import io.microscape.study.Road;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/**
 * Makes the sample study: a neighbourhood that does not exist, drawn so that the landscape indices computed from it are
 * the published ones of 27 micro-spaces in Beibei, Chongqing, whose real outlines were not published.
 *
 * <p>Each community is a {@link CommunityPlan} of streets, spaces, neighbours, surfaces and trees. The same table and seed
 * give the same files, byte for byte.
 */
public final class SampleStudyGenerator {
    /** The seed of the study in {@code sample-data/chongqing}. */
    public static final long SEED = 27;

    static final String CRS = "EPSG:4544";

    /** Centres of the communities, degrees, and the angle of their streets. */
    private static final double[][] COMMUNITIES = {
        {106.3930, 29.8030, 0.30}, {106.4030, 29.7985, -0.20}, {106.3975, 29.7925, 0.75}
    };

    private final long seed;

    /** @param seed of all that is drawn at random */
    public SampleStudyGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * Writes the study file, its sources and a README.
     *
     * @param publishedTable the table of the 27 spaces
     * @param folder where to; created if need be, files of the study in it are replaced
     * @throws io.microscape.study.InvalidInputException if the table cannot be understood
     */
    public void write(Path publishedTable, Path folder) throws IOException {
        Map<String, List<PublishedSpace>> byCommunity = PublishedSpace.read(publishedTable).stream()
                .collect(Collectors.groupingBy(PublishedSpace::community, LinkedHashMap::new, Collectors.toList()));
        CoordinateTransform toMetric =
                CoordinateTransform.between(CoordinateSystem.of("EPSG:4326"), CoordinateSystem.of(CRS));
        Random random = new Random(seed);
        List<CommunityPlan> plans = new ArrayList<>();
        for (List<PublishedSpace> published : byCommunity.values()) {
            double[] where = COMMUNITIES[plans.size()];
            double[] origin = {where[0], where[1]};
            toMetric.apply(origin, 0, 1);
            plans.add(new CommunityPlan(published, new Street.Frame(origin[0], origin[1], where[2]), random));
        }
        List<SampleSpace> spaces =
                plans.stream().flatMap(plan -> plan.spaces().stream()).toList();
        List<Road> roads = new ArrayList<>();
        plans.forEach(plan -> roads.addAll(plan.roads()));
        for (int i = 1; i < plans.size(); i++) {
            roads.add(link(plans.get(i - 1), plans.get(i)));
        }
        List<Community> communities =
                plans.stream().map(CommunityPlan::boundary).toList();
        new StudyFolder(folder, seed).write(communities, spaces, roads);
    }

    /** A road between the two corners of the communities that are nearest to each other. */
    private static Road link(CommunityPlan one, CommunityPlan other) {
        Coordinate from = null;
        Coordinate to = null;
        for (Coordinate a : one.corners()) {
            for (Coordinate b : other.corners()) {
                if (from == null || a.distance(b) < from.distance(to)) {
                    from = a;
                    to = b;
                }
            }
        }
        List<Coordinate> line = new ArrayList<>();
        int steps = 24;
        for (int i = 0; i <= steps; i++) {
            double share = (double) i / steps;
            double bend = 0.03 * Math.sin(2 * Math.PI * share);
            line.add(new Coordinate(
                    from.x + share * (to.x - from.x) - bend * (to.y - from.y),
                    from.y + share * (to.y - from.y) + bend * (to.x - from.x)));
        }
        return new Road(
                "联络路", "secondary", false, false, 0, Plot.FACTORY.createLineString(line.toArray(Coordinate[]::new)));
    }
}
