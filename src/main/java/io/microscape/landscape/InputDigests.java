package io.microscape.landscape;

import io.microscape.landscape.connectivity.GraphConnectivity;
import io.microscape.landscape.index.DiscLayer;
import io.microscape.landscape.index.Hits;
import io.microscape.landscape.index.PackedLayer;
import io.microscape.landscape.index.PolygonLayer;
import io.microscape.landscape.index.SegmentLayer;
import io.microscape.landscape.patch.Isolation;
import io.microscape.study.MetricGroup;
import io.microscape.study.Planting;
import io.microscape.study.StudyParameters;
import io.microscape.study.StudyParameters.ConnectivityDistance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.RectangleLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

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
 * last bit. Features are taken from the packed layers in their canonical order, so that neither the order of the input nor
 * that of the database counts. The connectivity of all spaces together hangs on all of them and has a digest of its own,
 * {@link #ofStudy}.
 *
 * <p>Costs a search of each layer and a hash a space, a small part of the computation, and 100 bytes a space. Immutable.
 */
public final class InputDigests {
    /** Raised with every change of the engine after which a result can come out differently, in the last bit too. */
    static final int COMPUTATION = 4;

    private final String[] ofSpace;
    private final String ofStudy;

    private InputDigests(Computation computation) {
        int count = computation.landscape.size();
        ofSpace = IntStream.range(0, count)
                .parallel()
                .mapToObj(space -> computation.digest(space).text())
                .toArray(String[]::new);
        ofStudy = computation.digestOfAll().text();
    }

    /** The digests of a landscape under the parameters of its study. */
    public static InputDigests of(Landscape landscape, StudyParameters parameters) {
        return new InputDigests(new Computation(landscape, parameters));
    }

    /** Digest of the space at that place of the landscape's input, from 0: 32 hexadecimal digits. */
    public String ofSpace(int place) {
        return ofSpace[place];
    }

    /** Digest of what the connectivity of all spaces together depends on: 32 hexadecimal digits. */
    public String ofStudy() {
        return ofStudy;
    }

    private static final class Computation {
        private static final ThreadLocal<Hits> HITS = ThreadLocal.withInitial(Hits::new);

        private final Landscape landscape;
        private final PolygonLayer spaces;
        private final StudyParameters parameters;
        private final double reach;
        private final boolean network;
        private final Hash128 ofAll;
        /** Of each space alone, by its place in the layer of spaces. */
        private final Hash128[] shapes;
        /** What each space brings to the ways of others: itself and the roads it can be reached by; null without network. */
        private final Hash128[] surroundings;
        /** Distance to the nearest other space where a metric asks for it; else zeros. */
        private final double[] nearest;

        private final Map<String, Hash128> plants = new HashMap<>();

        Computation(Landscape landscape, StudyParameters parameters) {
            this.landscape = landscape;
            this.spaces = landscape.spaces();
            this.parameters = parameters;
            this.reach = Connectivity.REACH_IN_RADII * parameters.radiusM();
            this.network =
                    parameters.connectivityDistance() == ConnectivityDistance.NETWORK && landscape.roads() != null;
            this.ofAll = parametersAndLayers();
            this.shapes = hashes(item -> FeatureHash.mine().put(spaces, item).value());
            this.surroundings = network ? hashes(this::surroundings) : null;
            this.nearest = nearest();
            if (landscape.plantings() != null) {
                landscape.plantings().forEach(this::add);
            }
        }

        private Hash128 parametersAndLayers() {
            FeatureHash hash = FeatureHash.mine()
                    .put((long) COMPUTATION)
                    .put(parameters.toString())
                    .put(landscape.green() != null)
                    .put(landscape.green() != null && landscape.green().count() > 0)
                    .put(landscape.hard() != null && landscape.hard().count() > 0)
                    .put(landscape.roads() != null)
                    .put(landscape.crownDiscs() != null)
                    .put((long) landscape.canopyGrids().size())
                    .put(landscape.plantings() != null);
            // a study with more spaces gives the same reason, which names their number, with each of them
            if (parameters.metrics().has(MetricGroup.CONNECTIVITY) && spaces.count() > GraphConnectivity.MOST_SPACES) {
                hash.put((long) spaces.count());
            }
            return hash.value();
        }

        private Hash128[] hashes(IntFunction<Hash128> hash) {
            return IntStream.range(0, spaces.count()).parallel().mapToObj(hash).toArray(Hash128[]::new);
        }

        private void add(Planting planting) {
            Hash128 hash = FeatureHash.mine()
                    .put(planting.taxon())
                    .put(planting.count() == null ? -1 : planting.count())
                    .value();
            plants.merge(planting.code(), hash, Hash128::plus);
        }

        private Hash128 surroundings(int item) {
            FeatureHash hash = FeatureHash.mine().put(shapes[item]);
            putSegments(hash, item, reach);
            return hash.value();
        }

        private double[] nearest() {
            int count = landscape.size();
            double[] distances = new double[count];
            if (parameters.metrics().has(MetricGroup.PATCH)) {
                Geometry[] geometries = landscape.geometries();
                int[] order = IntStream.range(0, count)
                        .boxed()
                        .sorted((a, b) -> geometries[a].compareTo(geometries[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                Isolation isolation = new Isolation(Arrays.stream(order)
                        .mapToObj(place -> geometries[place])
                        .toArray(Geometry[]::new));
                IntStream.range(0, count)
                        .parallel()
                        .forEach(place -> distances[order[place]] = isolation.nearest(place));
            }
            return distances;
        }

        Hash128 digest(int place) {
            int item = landscape.item(place);
            FeatureHash hash = FeatureHash.mine()
                    .put(ofAll)
                    .put(shapes[item])
                    .put(plants.getOrDefault(landscape.code(place), Hash128.ZERO));
            putPolygons(hash, item, landscape.green());
            putPolygons(hash, item, landscape.hard());
            putSegments(hash, item, parameters.radiusM());
            putSpaces(hash, item, reach, shapes);
            if (landscape.crownDiscs() == null) {
                putCells(hash, place);
            } else {
                putPolygons(hash, item, landscape.crownPolygons());
                putDiscs(hash, item, landscape.crownDiscs());
                putDiscs(hash, item, landscape.unmeasuredTrees());
            }
            if (network) {
                hash.put(surroundings[item]);
                putSpaces(hash, item, 2 * reach, surroundings);
            }
            if (parameters.metrics().has(MetricGroup.PATCH)) {
                putSpaces(hash, item, parameters.metrics().searchRadiusM(), shapes);
            }
            return hash.put(nearest[place]).value();
        }

        Hash128 digestOfAll() {
            Hash128 all = Hash128.ZERO;
            for (int place = 0; place < landscape.size(); place++) {
                all = all.plus(FeatureHash.mine()
                        .put(landscape.code(place))
                        .put(shapes[landscape.item(place)])
                        .value());
            }
            FeatureHash hash = FeatureHash.mine().put(ofAll).put(all);
            for (int segment = 0; network && segment < landscape.roads().count(); segment++) {
                hash.put(landscape.roads(), segment);
            }
            return hash.value();
        }

        private void putPolygons(FeatureHash hash, int item, PolygonLayer layer) {
            putNear(hash, item, layer, found -> hash.put(layer, found));
        }

        private void putDiscs(FeatureHash hash, int item, DiscLayer layer) {
            putNear(hash, item, layer, found -> hash.put(layer, found));
        }

        /** The features of a layer whose boxes meet that of the space; nothing of a layer that the study has not. */
        private void putNear(FeatureHash hash, int item, PackedLayer layer, IntConsumer put) {
            if (layer == null) {
                return;
            }
            Hits hits = near(item, 0, layer);
            hash.put((long) hits.count());
            for (int i = 0; i < hits.count(); i++) {
                put.accept(hits.get(i));
            }
        }

        /** The road segments that meet the box of the space grown by a distance. */
        private void putSegments(FeatureHash hash, int item, double distance) {
            SegmentLayer roads = landscape.roads();
            if (roads == null) {
                return;
            }
            RectangleLineIntersector box = new RectangleLineIntersector(new Envelope(
                    spaces.minX(item) - distance,
                    spaces.maxX(item) + distance,
                    spaces.minY(item) - distance,
                    spaces.maxY(item) + distance));
            Hits hits = near(item, distance, roads);
            long meeting = 0;
            for (int i = 0; i < hits.count(); i++) {
                int segment = hits.get(i);
                Coordinate from = new Coordinate(roads.x1(segment), roads.y1(segment));
                if (box.intersects(from, new Coordinate(roads.x2(segment), roads.y2(segment)))) {
                    hash.put(roads, segment);
                    meeting++;
                }
            }
            hash.put(meeting);
        }

        /** The hashes of the other spaces whose boxes are at most so far. */
        private void putSpaces(FeatureHash hash, int item, double distance, Hash128[] hashes) {
            Hits hits = near(item, distance, spaces);
            long others = 0;
            for (int i = 0; i < hits.count(); i++) {
                int other = hits.get(i);
                if (other != item && spaces.boxDistanceSquare(item, other) <= distance * distance) {
                    hash.put(hashes[other]);
                    others++;
                }
            }
            hash.put(others);
        }

        private Hits near(int item, double distance, PackedLayer layer) {
            Hits hits = HITS.get();
            layer.query(
                    spaces.minX(item) - distance,
                    spaces.minY(item) - distance,
                    spaces.maxX(item) + distance,
                    spaces.maxY(item) + distance,
                    hits);
            return hits;
        }

        /** The cells of each raster in the box of the space, and where its outline lies among them. */
        private void putCells(FeatureHash hash, int place) {
            List<CanopyGrid> grids = landscape.canopyGrids();
            for (int i = 0; i < grids.size(); i++) {
                CanopyGrid grid = grids.get(i);
                Geometry inGrid = grid.toGrid(landscape.geometry(place));
                Envelope box = inGrid.getEnvelopeInternal();
                hash.put((long) i).put(inGrid);
                for (int row = (int) Math.floor(box.getMinY()); row <= (int) Math.floor(box.getMaxY()); row++) {
                    for (int column = (int) Math.floor(box.getMinX());
                            column <= (int) Math.floor(box.getMaxX());
                            column++) {
                        hash.put((grid.known(column, row) ? 2L : 0L) + (grid.covered(column, row) ? 1L : 0L));
                    }
                }
            }
        }
    }
}
