package io.microscape.ogc;

import io.microscape.atlas.LayerDefinition;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.crs.CoordinateSystem;
import java.util.List;

/**
 * What was found at a point of a map.
 *
 * @param layers the layers that were asked, topmost first, those without a hit included
 * @param crs coordinate system of the map
 * @param language language of the titles
 */
public record FeatureInfo(List<LayerHits> layers, CoordinateSystem crs, TextLanguage language) {

    /**
     * The features of one layer, topmost first.
     *
     * @param layer the layer
     * @param features features near the point
     */
    public record LayerHits(PublishedLayer layer, List<SnapshotFeature> features) {
        /** The identifier of a feature among all layers: {@code study.code} for spaces. */
        String identifier(SnapshotFeature feature) {
            boolean space = layer.definition().source() == LayerDefinition.Source.SPACES;
            return (space ? layer.study() : layer.qualifiedName()) + "." + feature.id();
        }
    }

    /** Whether nothing was found in any layer. */
    boolean isEmpty() {
        return layers.stream().allMatch(layer -> layer.features().isEmpty());
    }
}
