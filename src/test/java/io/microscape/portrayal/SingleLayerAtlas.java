package io.microscape.portrayal;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureView;
import io.microscape.atlas.LayerDefinition;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** An atlas of one layer with one style, both given by the test. */
final class SingleLayerAtlas implements Atlas {
    private final String sld;
    private final List<PublishedLayer.Attribute> attributes;
    private final List<SnapshotFeature> features = new ArrayList<>();

    SingleLayerAtlas(String sld, PublishedLayer.Attribute... attributes) {
        this.sld = sld;
        this.attributes = List.of(attributes);
    }

    static PublishedLayer.Attribute attribute(String name, Class<?> type) {
        return new PublishedLayer.Attribute(name, type, "", new LocalizedText(name, null));
    }

    SingleLayerAtlas with(String wkt, Object... values) {
        try {
            return with(new WKTReader().read(wkt), values);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    SingleLayerAtlas with(Geometry geometry, Object... values) {
        features.add(new SnapshotFeature("f" + features.size(), geometry, Arrays.asList(values)));
        return this;
    }

    PublishedLayer layer() {
        LocalizedText title = new LocalizedText("Layer", "图层");
        LayerDefinition definition = new LayerDefinition(
                "layer",
                title,
                title,
                List.of(),
                LayerDefinition.Source.SPACES,
                LayerDefinition.GeometryType.POLYGON,
                attributes.stream().map(PublishedLayer.Attribute::name).toList(),
                List.of("style"),
                true,
                null);
        return new PublishedLayer(
                "test",
                definition,
                title,
                null,
                "1",
                Instant.EPOCH,
                null,
                features.size(),
                attributes,
                Path.of("none"));
    }

    List<MapImage.StyledLayer> styled() {
        return List.of(new MapImage.StyledLayer(layer(), "style"));
    }

    @Override
    public List<PublishedLayer> layers() {
        return List.of(layer());
    }

    @Override
    public Optional<PublishedLayer> layer(String qualifiedName) {
        return Optional.of(layer());
    }

    @Override
    public long updateSequence() {
        return 1;
    }

    @Override
    public void scan(PublishedLayer layer, Envelope box, Consumer<? super FeatureView> action) {
        features.stream()
                .filter(feature ->
                        box == null || feature.geometry().getEnvelopeInternal().intersects(box))
                .map(FeatureView::of)
                .forEach(action);
    }

    @Override
    public String sld(PublishedLayer layer, String style) {
        return sld;
    }
}
