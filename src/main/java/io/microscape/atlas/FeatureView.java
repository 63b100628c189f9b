package io.microscape.atlas;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as a scan passes over it, read where it lies and not turned into objects before somebody asks. It holds only
 * until the scan goes on; who keeps a feature takes {@link #feature()}.
 */
public interface FeatureView extends FeatureValues {
    /** West of its envelope, degrees. */
    double minX();

    /** South of its envelope, degrees. */
    double minY();

    /** East of its envelope, degrees. */
    double maxX();

    /** North of its envelope, degrees. */
    double maxY();

    /** Puts its vertices into the coordinates, instead of what was there. */
    void read(PackedCoordinates coordinates);

    /** The feature as an object of its own. */
    SnapshotFeature feature();

    /** A view of a feature that is an object already. */
    static FeatureView of(SnapshotFeature feature) {
        Envelope box = feature.geometry().getEnvelopeInternal();
        return new FeatureView() {
            @Override
            public String id() {
                return feature.id();
            }

            @Override
            public double minX() {
                return box.getMinX();
            }

            @Override
            public double minY() {
                return box.getMinY();
            }

            @Override
            public double maxX() {
                return box.getMaxX();
            }

            @Override
            public double maxY() {
                return box.getMaxY();
            }

            @Override
            public void read(PackedCoordinates coordinates) {
                coordinates.set(geometry());
            }

            @Override
            public SnapshotFeature feature() {
                return feature;
            }

            @Override
            public Geometry geometry() {
                return feature.geometry();
            }

            @Override
            public List<Object> values() {
                return feature.values();
            }

            @Override
            public Object value(int attribute) {
                return feature.value(attribute);
            }
        };
    }
}
