package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** Extents of layers as capabilities give them: never without area, and in each coordinate system that can hold them. */
final class LayerBounds {
    /** About 55 m: what a single point or an upright line is widened by on each side. */
    private static final double MARGIN_DEGREES = 0.0005;

    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    private LayerBounds() {}

    /** The common extent of the layers in longitude and latitude; the world if none of them has one. */
    static Envelope geographic(List<PublishedLayer> layers) {
        Envelope bounds = new Envelope();
        layers.stream()
                .map(PublishedLayer::bounds)
                .filter(layer -> layer != null && !layer.isNull())
                .forEach(bounds::expandToInclude);
        if (bounds.isNull()) {
            return WORLD;
        }
        bounds.expandBy(bounds.getWidth() > 0 ? 0 : MARGIN_DEGREES, bounds.getHeight() > 0 ? 0 : MARGIN_DEGREES);
        return bounds.intersection(WORLD);
    }

    /**
     * Whether a map can have content of the layer: one that does not overlap its extent is empty (OGC 06-042, 7.3.3.6), even
     * where a symbol just outside would reach into it.
     *
     * @param map extent of the map in longitude and latitude
     */
    static boolean overlaps(PublishedLayer layer, Envelope map) {
        Envelope bounds = geographic(List.of(layer));
        return map.getMinX() < bounds.getMaxX()
                && map.getMaxX() > bounds.getMinX()
                && map.getMinY() < bounds.getMaxY()
                && map.getMaxY() > bounds.getMinY();
    }

    /** The extent in longitude and latitude of a box in another system; empty if that cannot be told. */
    static Optional<Envelope> lonLat(CoordinateSystem crs, Envelope box) {
        try {
            return Optional.of(CoordinateTransform.between(crs, CoordinateSystem.of("CRS:84"))
                    .apply(box));
        } catch (InvalidInputException outOfReach) {
            return Optional.empty();
        }
    }

    /** The extent in another coordinate system, x first; empty if that system does not reach so far. */
    static Optional<Envelope> in(CoordinateSystem crs, Envelope geographic) {
        try {
            Envelope box = CoordinateTransform.between(CoordinateSystem.of("CRS:84"), crs)
                    .apply(geographic);
            boolean usable = Double.isFinite(box.getArea()) && box.getArea() > 0;
            return usable ? Optional.of(box) : Optional.empty();
        } catch (InvalidInputException outOfReach) {
            return Optional.empty();
        }
    }
}
