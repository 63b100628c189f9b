package io.microscape.landscape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Overlays of patches by JTS OverlayNG, which falls back to snapping where floating-point noding fails. */
final class PatchUnion {
    private PatchUnion() {}

    /**
     * The union of the parts of the patches that lie in the space; overlaps count once. Depends on the order of the
     * patches in the last bits: callers pass them in canonical order.
     *
     * @return polygon or multi-polygon, perhaps empty
     */
    static Geometry within(Geometry space, List<? extends Geometry> patches) {
        List<Polygon> parts = new ArrayList<>();
        for (Geometry patch : patches) {
            if (patch.getEnvelopeInternal().intersects(space.getEnvelopeInternal())) {
                parts.addAll(polygonsOf(OverlayNGRobust.overlay(space, patch, OverlayNG.INTERSECTION)));
            }
        }
        GeometryFactory factory = space.getFactory();
        return switch (parts.size()) {
            case 0 -> factory.createPolygon();
            case 1 -> parts.get(0);
            default -> OverlayNGRobust.union(factory.buildGeometry(parts));
        };
    }

    /** The part of the first that is not in the second. */
    static Geometry difference(Geometry first, Geometry second) {
        return second.isEmpty() ? first : OverlayNGRobust.overlay(first, second, OverlayNG.DIFFERENCE);
    }

    @SuppressWarnings("unchecked")
    private static List<Polygon> polygonsOf(Geometry geometry) {
        return PolygonExtracter.getPolygons(geometry);
    }
}
