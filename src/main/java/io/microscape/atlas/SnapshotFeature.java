package io.microscape.atlas;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a snapshot.
 *
 * @param id stable within the study: the code for spaces, the row number else
 * @param geometry EPSG:4326, longitude first
 * @param values in the order of the layer's attributes; null where there is no value
 */
public record SnapshotFeature(String id, Geometry geometry, List<Object> values) implements FeatureValues {
    @Override
    public Object value(int attribute) {
        return values.get(attribute);
    }
}
