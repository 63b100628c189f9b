package io.microscape.landscape;

import io.microscape.landscape.connectivity.GraphConnectivity;
import io.microscape.landscape.patch.Isolation;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.MetricGroup;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.RectangleLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * For each space a digest of all that its results depend on: when it is the same as the one stored with the results, they
 * need not be computed again. It holds
 *
 * <ul>
 *   <li>{@link #COMPUTATION}, the parameters and metrics of the study, and which layers there are
 *   <li>the space itself and its plant records
 *   <li>green and hard surfaces and crowns whose boxes meet the space's box
 *   <li>road segments that meet the box of the space's zone
 *   <li>other spaces whose boxes are within ten radii
 *   <li>canopy raster cells in the box of the space, when there are no crowns
 *   <li>with network distances: the other spaces within twenty radii and, of these and of itself, the road segments within
 *       ten radii, because a way leads over the accesses of other spaces
 *   <li>with patch metrics: other spaces within the search radius, and the distance to the nearest one, however far
 * </ul>
 *
 * Boxes, and not the shapes in them, are asked since that is what the engine's sums run over: results are the same to the
 * last bit. Features are summed by their 128-bit hashes, so that neither the order of the layers nor that of the database
 * counts. The connectivity of all spaces together hangs on all of them and has a digest of its own, {@link #ofStudy}.
 *
 * <p>Costs a hash a feature and one search of each layer a space, a small part of the computation. Immutable.
 */
public final class InputDigests {
    /** Raised with every change of the engine after which a result can come out differently, in the last bit too. */
    static final int COMPUTATION = 3;

    private final String[] ofSpace;
    private final String ofStudy;

    private InputDigests(Builder builder) {
        builder.build();
        int count = builder.spaces.size();
        Hash128[] surroundings = IntStream.range(0, count)
                .parallel()
                .mapToObj(builder::surroundings)
                .toArray(Hash128[]::new);
        double[] nearest = builder.nearest();
        ofSpace = IntStream.range(0, count)
                .parallel()
                .mapToObj(space -> builder.digest(space, surroundings, nearest).text())
                .toArray(String[]::new);
        ofStudy = builder.digestOfAll().text();
    }

    /** Begins with no features. */
    public static Builder builder(StudyParameters parameters) {
        return new Builder(parameters);
    }

    /** Digest of the space that was added at that place, from 0: 32 hexadecimal digits. */
    public String ofSpace(int place) {
        return ofSpace[place];
    }

    /** Digest of what the connectivity of all spaces together depends on: 32 hexadecimal digits. */
    public String ofStudy() {
        return ofStudy;
    }

    /** Takes the features of a study in its metric CRS, in any order; it keeps boxes and hashes only. Not thread-safe. */
    public static final class Builder {
        private final StudyParameters parameters;
        private final double radius;
        private final double reach;
        private final boolean network;
        private final List<String> codes = new ArrayList<>();
        private final HashedFeatures<Geometry> spaces = new HashedFeatures<>();
        private final HashedFeatures<Cover> surfaces = new HashedFeatures<>();
        private final HashedFeatures<Coordinate[]> segments = new HashedFeatures<>();
        private final HashedFeatures<Void> crowns = new HashedFeatures<>();
        private final Map<String, Hash128> plants = new HashMap<>();
        private final List<CanopyGrid> grids = new ArrayList<>();
        private boolean withSurfaces;
        private boolean withRoads;
        private boolean withCrowns;
        private boolean withPlants;
        private boolean anyGreen;
        private boolean anyHard;
        private Hash128 ofAll;

        private Builder(StudyParameters parameters) {
            this.parameters = parameters;
            this.radius = parameters.radiusM();
            this.reach = Connectivity.REACH_IN_RADII * radius;
            this.network = parameters.connectivityDistance() == ConnectivityDistance.NETWORK;
        }

        /** Says that surfaces were looked for, be there any or not. */
        public void withSurfaces() {
            withSurfaces = true;
        }

        /** Says that roads were looked for. */
        public void withRoads() {
            withRoads = true;
        }

        /** Says that tree crowns were looked for; canopy rasters are then not used. */
        public void withCrowns() {
            withCrowns = true;
        }

        /** Says that plant records were looked for. */
        public void withPlantings() {
            withPlants = true;
        }

        public void add(MicroSpace space) {
            Geometry geometry = space.geometry();
            codes.add(space.code());
            spaces.add(
                    geometry.getEnvelopeInternal(),
                    geometry,
                    FeatureHash.mine().put(geometry).value());
        }

        public void add(Surface surface) {
            anyGreen |= surface.cover() == Cover.GREEN;
            anyHard |= surface.cover() == Cover.HARD;
            if (surface.cover() == Cover.GREEN || surface.cover() == Cover.HARD) {
                Hash128 hash = FeatureHash.mine()
                        .put(surface.cover().name())
                        .put(surface.geometry())
                        .value();
                surfaces.add(surface.geometry().getEnvelopeInternal(), surface.cover(), hash);
            }
        }

        public void add(Road road) {
            for (Object line : LinearComponentExtracter.getLines(road.geometry())) {
                CoordinateSequence points = ((LineString) line).getCoordinateSequence();
                for (int i = 1; i < points.size(); i++) {
                    Coordinate from = points.getCoordinate(i - 1);
                    Coordinate to = points.getCoordinate(i);
                    if (!from.equals2D(to)) {
                        add(road, from.compareTo(to) < 0 ? from : to, from.compareTo(to) < 0 ? to : from);
                    }
                }
            }
        }

        private void add(Road road, Coordinate from, Coordinate to) {
            Hash128 hash = FeatureHash.mine()
                    .put(from.x)
                    .put(from.y)
                    .put(to.x)
                    .put(to.y)
                    .put(road.bridge())
                    .put(road.tunnel())
                    .put((long) road.level())
                    .value();
            segments.add(new Envelope(from, to), new Coordinate[] {from, to}, hash);
        }

        public void add(Crown crown) {
            Envelope box = crown.geometry().getEnvelopeInternal().copy();
            if (crown.geometry() instanceof Point && crown.diameterM() != null) {
                box.expandBy(crown.diameterM() / 2);
            }
            Hash128 hash = FeatureHash.mine()
                    .put(crown.geometry())
                    .put(crown.diameterM() == null ? -1 : crown.diameterM())
                    .value();
            crowns.add(box, null, hash);
        }

        public void add(CanopyGrid grid) {
            grids.add(grid);
        }

        public void add(Planting planting) {
            Hash128 hash = FeatureHash.mine()
                    .put(planting.taxon())
                    .put(planting.count() == null ? -1 : planting.count())
                    .value();
            plants.merge(planting.code(), hash, Hash128::plus);
        }

        public InputDigests digests() {
            return new InputDigests(this);
        }

        private void build() {
            spaces.build();
            surfaces.build();
            segments.build();
            crowns.build();
            boolean connected = parameters.metrics().has(MetricGroup.CONNECTIVITY);
            FeatureHash hash = FeatureHash.mine()
                    .put((long) COMPUTATION)
                    .put(parameters.toString())
                    .put(withSurfaces)
                    .put(anyGreen)
                    .put(anyHard)
                    .put(withRoads)
                    .put(withCrowns)
                    .put((long) grids.size())
                    .put(withPlants);
            // a study with more spaces gives the same reason, which names their number, with each of them
            if (connected && spaces.size() > GraphConnectivity.MOST_SPACES) {
                hash.put((long) spaces.size());
            }
            ofAll = hash.value();
        }

        /** What a space brings to the ways of others: itself and the roads it can be reached by. */
        private Hash128 surroundings(int space) {
            return network
                    ? FeatureHash.mine()
                            .put(spaces.hash(space))
                            .put(segmentsMeeting(grown(space, reach)))
                            .value()
                    : Hash128.ZERO;
        }

        /** Distance to the nearest other space where a metric asks for it; else zeros. */
        private double[] nearest() {
            int count = spaces.size();
            double[] nearest = new double[count];
            if (parameters.metrics().has(MetricGroup.PATCH)) {
                int[] order = IntStream.range(0, count)
                        .boxed()
                        .sorted((a, b) -> spaces.feature(a).compareTo(spaces.feature(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
                Isolation isolation = new Isolation(
                        Arrays.stream(order).mapToObj(spaces::feature).toArray(Geometry[]::new));
                IntStream.range(0, count).parallel().forEach(place -> nearest[order[place]] = isolation.nearest(place));
            }
            return nearest;
        }

        private Hash128 digest(int space, Hash128[] surroundings, double[] nearest) {
            Envelope box = spaces.feature(space).getEnvelopeInternal();
            Hash128 own = spaces.hash(space);
            Hash128 canopy = withCrowns ? crowns.sum(box) : cells(space);
            Hash128 ways = network ? waysNear(space, surroundings) : Hash128.ZERO;
            Hash128 patch = parameters.metrics().has(MetricGroup.PATCH)
                    ? spacesNear(space, parameters.metrics().searchRadiusM())
                    : Hash128.ZERO;
            Hash128 surfacesHere = surfaces.sum(box);
            Hash128 roadsHere = segmentsMeeting(grown(space, radius));
            Hash128 spacesHere = spacesNear(space, reach);

            return FeatureHash.mine()
                    .put(ofAll)
                    .put(own)
                    .put(plants.getOrDefault(codes.get(space), Hash128.ZERO))
                    .put(surfacesHere)
                    .put(roadsHere)
                    .put(spacesHere)
                    .put(canopy)
                    .put(ways)
                    .put(patch)
                    .put(nearest[space])
                    .value();
        }

        private Hash128 digestOfAll() {
            Hash128 all = Hash128.ZERO;
            for (int space = 0; space < spaces.size(); space++) {
                all = all.plus(FeatureHash.mine()
                        .put(codes.get(space))
                        .put(spaces.hash(space))
                        .value());
            }
            Hash128 roads = Hash128.ZERO;
            for (int segment = 0; network && segment < segments.size(); segment++) {
                roads = roads.plus(segments.hash(segment));
            }
            return FeatureHash.mine().put(ofAll).put(all).put(roads).value();
        }

        private Hash128 spacesNear(int space, double distance) {
            Envelope box = spaces.feature(space).getEnvelopeInternal();
            return spaces.sum(
                    grown(space, distance),
                    (place, other) -> place != space && box.distance(other.getEnvelopeInternal()) <= distance);
        }

        private Hash128 waysNear(int space, Hash128[] surroundings) {
            Envelope box = spaces.feature(space).getEnvelopeInternal();
            double twice = 2 * reach;
            Hash128[] sum = {surroundings[space]};
            spaces.sum(grown(space, twice), (place, other) -> {
                if (place != space && box.distance(other.getEnvelopeInternal()) <= twice) {
                    sum[0] = sum[0].plus(surroundings[place]);
                }
                return false;
            });
            return sum[0];
        }

        private Hash128 segmentsMeeting(Envelope box) {
            RectangleLineIntersector rectangle = new RectangleLineIntersector(box);
            return segments.sum(box, (place, ends) -> rectangle.intersects(ends[0], ends[1]));
        }

        private Envelope grown(int space, double distance) {
            Envelope box = spaces.feature(space).getEnvelopeInternal().copy();
            box.expandBy(distance);
            return box;
        }

        /** The cells of each raster in the box of the space, and where its outline lies among them. */
        private Hash128 cells(int space) {
            Hash128 sum = Hash128.ZERO;
            for (int i = 0; i < grids.size(); i++) {
                CanopyGrid grid = grids.get(i);
                Geometry inGrid = grid.toGrid(spaces.feature(space));
                Envelope box = inGrid.getEnvelopeInternal();
                FeatureHash hash = FeatureHash.mine().put((long) i).put(inGrid);
                for (int row = (int) Math.floor(box.getMinY()); row <= (int) Math.floor(box.getMaxY()); row++) {
                    for (int column = (int) Math.floor(box.getMinX());
                            column <= (int) Math.floor(box.getMaxX());
                            column++) {
                        hash.put((grid.known(column, row) ? 2L : 0L) + (grid.covered(column, row) ? 1L : 0L));
                    }
                }
                sum = sum.plus(hash.value());
            }
            return sum;
        }
    }
}
