package io.microscape.ogc;

import io.microscape.crs.CoordinateSystem;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** The order in which a protocol writes the two coordinates of a point. Inside Microscape east is always first. */
enum AxisOrder {
    EASTING_FIRST,
    NORTHING_FIRST;

    /**
     * The order of BBOX and BoundingBox: WMS 1.1.1 always writes x first (OGC 01-068r3, 6.5.6), WMS 1.3.0 follows the
     * authority of the coordinate system (OGC 06-042, 6.7.2).
     */
    static AxisOrder of(WmsVersion version, CoordinateSystem crs) {
        return version == WmsVersion.V1_3_0 && crs.northingFirst() ? NORTHING_FIRST : EASTING_FIRST;
    }

    /**
     * The box given by its corners in this order.
     *
     * @param bbox minimum of first and second axis, maximum of first and second axis
     */
    Envelope box(List<Double> bbox) {
        return this == EASTING_FIRST
                ? new Envelope(bbox.get(0), bbox.get(2), bbox.get(1), bbox.get(3))
                : new Envelope(bbox.get(1), bbox.get(3), bbox.get(0), bbox.get(2));
    }

    /** The inverse of {@link #box}. */
    List<Double> bbox(Envelope box) {
        return this == EASTING_FIRST
                ? List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                : List.of(box.getMinY(), box.getMinX(), box.getMaxY(), box.getMaxX());
    }
}
