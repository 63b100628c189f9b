package io.microscape.source.osm;

import io.microscape.source.geometry.SeenFeatures;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Finds features that have been seen already, and the labels of those that came first. */
final class ExactDuplicates {
    private final SeenFeatures seen = new SeenFeatures();
    private final List<String> labels = new ArrayList<>();

    /**
     * Remembers a feature.
     *
     * @param label how reports call it
     * @param geometry compared after normalising, so that neither start nor direction of its lines counts
     * @param attributes compared by their text
     * @return the label of the first feature that is the same, or null if there was none
     */
    String add(String label, Geometry geometry, Object... attributes) {
        labels.add(label);
        long first = seen.add(labels.size(), geometry, attributes);
        return first == 0 ? null : labels.get((int) first - 1);
    }
}
