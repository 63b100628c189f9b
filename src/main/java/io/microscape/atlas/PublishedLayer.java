package io.microscape.atlas;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A layer as it is published: an immutable snapshot and what a server says of it.
 *
 * @param study key of its study
 * @param definition its definition, placeholders filled in
 * @param studyTitle title of the study
 * @param studyCrs metric CRS of the study ("EPSG:4544")
 * @param version version of the snapshot; changes exactly when its content does
 * @param publishedAt when
 * @param bounds extent in EPSG:4326, x = longitude; null when the layer is empty
 * @param featureCount features
 * @param attributes attributes with type, unit and titles
 * @param snapshot the FlatGeobuf file
 */
public record PublishedLayer(
        String study,
        LayerDefinition definition,
        io.microscape.study.LocalizedText studyTitle,
        String studyCrs,
        String version,
        Instant publishedAt,
        Envelope bounds,
        long featureCount,
        List<Attribute> attributes,
        Path snapshot) {

    /** Name in maps and URLs: {@code study:layer}. */
    public String qualifiedName() {
        return study + ":" + definition.name();
    }

    /**
     * An attribute of the layer's features.
     *
     * @param type String, Double, Long, Integer or Boolean
     * @param unit "m²", "kg CO2"; empty for none
     * @param title readable name in both languages
     */
    public record Attribute(String name, Class<?> type, String unit, io.microscape.study.LocalizedText title) {}
}
