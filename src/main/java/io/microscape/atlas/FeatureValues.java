package io.microscape.atlas;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What styles and filters read of a feature. */
public interface FeatureValues {
    /** Stable within the study: the code for spaces, the row number else. */
    String id();

    /** The value of the attribute at that place of the layer's attributes; null where there is none. */
    Object value(int attribute);

    /** The value as a number; NaN where there is none or it is no number. */
    default double number(int attribute) {
        return value(attribute) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** All values in the order of the layer's attributes. */
    List<Object> values();

    /** Geometry in EPSG:4326, longitude first. */
    Geometry geometry();
}
