package io.microscape.atlas;

import io.microscape.study.LocalizedText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * What is kept beside a snapshot.
 *
 * @param definition definition of the layer, placeholders filled in
 * @param publishedAt when this version was first published, ISO 8601
 * @param bytes size of the snapshot file
 * @param bounds minX, minY, maxX, maxY in EPSG:4326; null when the layer is empty
 * @param featureCount features
 * @param attributes attributes of the features
 * @param styles SLD text by style name
 */
record SnapshotMetadata(
        LayerDefinition definition,
        String publishedAt,
        long bytes,
        List<Double> bounds,
        long featureCount,
        List<AttributeEntry> attributes,
        Map<String, String> styles) {

    private static final Map<String, Class<?>> TYPES = Stream.<Class<?>>of(
                    String.class, Double.class, Long.class, Integer.class, Boolean.class)
            .collect(Collectors.toMap(Class::getSimpleName, type -> type));

    /** An attribute as JSON has it: the type by its simple name. */
    record AttributeEntry(String name, String type, String unit, LocalizedText title) {
        static AttributeEntry of(PublishedLayer.Attribute attribute) {
            return new AttributeEntry(
                    attribute.name(), attribute.type().getSimpleName(), attribute.unit(), attribute.title());
        }

        PublishedLayer.Attribute toAttribute() {
            return new PublishedLayer.Attribute(name, TYPES.get(type), unit, title);
        }
    }

    static List<Double> bounds(Envelope extent) {
        return extent == null ? null : List.of(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
    }

    PublishedLayer toLayer(PublicationFolder.Pointer pointer, String version, Path snapshot) {
        Envelope envelope =
                bounds == null ? null : new Envelope(bounds.get(0), bounds.get(2), bounds.get(1), bounds.get(3));
        return new PublishedLayer(
                pointer.study(),
                definition,
                pointer.title(),
                pointer.crs(),
                version,
                Instant.parse(publishedAt),
                envelope,
                featureCount,
                attributes.stream().map(AttributeEntry::toAttribute).toList(),
                snapshot);
    }
}
