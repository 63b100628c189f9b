package io.microscape.tiles;

import io.microscape.atlas.FeatureView;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Puts geometries onto the grid of one vector tile: 4096 units from its north-western corner to the east and to the south.
 * Vertices move by no more than a unit (a sixteenth of a pixel); what lies beyond a margin is cut off. Polygons stay
 * valid.
 *
 * <p>A polygon smaller than a pixel does not vanish: it becomes a square of a pixel at its place. Of several such polygons
 * in the same pixel one is kept, since no more can be seen, and a tile stays bounded whatever it shows. Not thread-safe:
 * one object a tile and layer.
 */
final class VectorTileGeometry {
    /** Units along the side of a tile. */
    static final int EXTENT = 4096;

    /** Units kept beyond the edges, so that outlines and symbols of neighbouring tiles meet: 8 pixels. */
    static final int BUFFER = 128;

    /** Units of a pixel where the tile is shown 256 pixels wide. */
    static final int PIXEL = EXTENT / TileMatrix.TILE_PIXELS;

    private static final double TOLERANCE = 1;
    private static final PrecisionModel GRID = new PrecisionModel(1);
    private static final CoordinateTransform TO_MERCATOR =
            CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of("EPSG:3857"));

    private final GeometryFactory factory = new GeometryFactory();
    private final Envelope box;
    private final Geometry clip = factory.toGeometry(new Envelope(-BUFFER, EXTENT + BUFFER, -BUFFER, EXTENT + BUFFER));
    private final Set<Long> pixelsTaken = new HashSet<>();

    /** The grid of a tile of that extent in EPSG:3857. */
    VectorTileGeometry(Envelope box) {
        this.box = box;
    }

    /** Extent of the tile with its margin, EPSG:3857. */
    Envelope bufferedBox() {
        Envelope buffered = new Envelope(box);
        buffered.expandBy(box.getWidth() * BUFFER / EXTENT);
        return buffered;
    }

    /**
     * The geometry of a feature in whole units; empty when nothing of it is on the tile. What is smaller than a pixel is
     * told by its envelope and not read.
     *
     * @param polygons whether the feature's geometry is of polygons
     */
    Geometry of(FeatureView feature, boolean polygons) {
        double[] corners = {feature.minX(), feature.maxY(), feature.maxX(), feature.minY()};
        TO_MERCATOR.apply(corners, 0, 2);
        Envelope bounds = new Envelope(column(corners[0]), column(corners[2]), row(corners[1]), row(corners[3]));
        return polygons && isSmall(bounds) ? pixel(bounds.centre()) : inUnits(feature.geometry());
    }

    private Geometry inUnits(Geometry lonLat) {
        Geometry units = TO_MERCATOR.apply(lonLat);
        units.apply(new ToUnits());
        return switch (units.getDimension()) {
            case 2 -> area(units);
            case 1 -> line(units);
            default -> rounded(clipped(units));
        };
    }

    private Geometry area(Geometry units) {
        Geometry simple = DouglasPeuckerSimplifier.simplify(units, TOLERANCE);
        OverlayNG overlay = new OverlayNG(simple, clip, GRID, OverlayNG.INTERSECTION);
        overlay.setStrictMode(true);
        Geometry snapped = overlay.getResult();
        if (!snapped.isEmpty()) {
            return snapped;
        }
        // thinner than the grid: what is left of it within the tile is shown by a pixel
        Geometry sliver = clipped(units);
        return sliver.isEmpty() ? sliver : pixel(sliver.getEnvelopeInternal().centre());
    }

    private Geometry line(Geometry units) {
        Geometry simple = DouglasPeuckerSimplifier.simplify(units, TOLERANCE);
        return rounded(clipped(simple));
    }

    private Geometry clipped(Geometry units) {
        return clip.getEnvelopeInternal().contains(units.getEnvelopeInternal())
                ? units
                : OverlayNGRobust.overlay(units, clip, OverlayNG.INTERSECTION);
    }

    private static boolean isSmall(Envelope bounds) {
        return bounds.getWidth() < PIXEL && bounds.getHeight() < PIXEL;
    }

    private double column(double x) {
        return (x - box.getMinX()) / box.getWidth() * EXTENT;
    }

    private double row(double y) {
        return (box.getMaxY() - y) / box.getHeight() * EXTENT;
    }

    private Geometry pixel(Coordinate centre) {
        if (!clip.getEnvelopeInternal().contains(centre)) {
            return factory.createPolygon();
        }
        long column = Math.floorDiv((long) Math.floor(centre.x), PIXEL);
        long row = Math.floorDiv((long) Math.floor(centre.y), PIXEL);
        if (!pixelsTaken.add(column << Integer.SIZE | row & 0xffff_ffffL)) {
            return factory.createPolygon();
        }
        double west = Math.rint(centre.x - PIXEL / 2.0);
        double north = Math.rint(centre.y - PIXEL / 2.0);
        return factory.toGeometry(new Envelope(west, west + PIXEL, north, north + PIXEL));
    }

    private static Geometry rounded(Geometry units) {
        Geometry whole = units.copy();
        whole.apply(new Rounding());
        return whole;
    }

    /** Mercator metres to units, in place. */
    private final class ToUnits implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, column(sequence.getX(i)));
            sequence.setOrdinate(i, 1, row(sequence.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }

    /** To the nearest whole units, in place. */
    private static final class Rounding implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, Math.rint(sequence.getX(i)));
            sequence.setOrdinate(i, 1, Math.rint(sequence.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
