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
