package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.atlas.SnapshotFeature;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Feature information as text: a line "name = value unit" for each attribute, numbers in full. */
final class FeatureInfoText {
    private FeatureInfoText() {}

    static byte[] write(FeatureInfo info) {
        StringBuilder text = new StringBuilder();
        for (FeatureInfo.LayerHits hits : info.layers()) {
            for (SnapshotFeature feature : hits.features()) {
                text.append(hits.layer().qualifiedName())
                        .append(" (")
                        .append(info.language().of(hits.layer().definition().title()))
                        .append(") ")
                        .append(oneLine(feature.id()))
                        .append('\n');
                List<Attribute> attributes = hits.layer().attributes();
                for (int i = 0; i < attributes.size(); i++) {
                    append(text, attributes.get(i), feature.values().get(i));
                }
                text.append('\n');
            }
        }
        if (info.isEmpty()) {
            text.append("no features were found\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, Attribute attribute, Object value) {
        text.append("  ").append(attribute.name()).append(" = ");
        if (value != null) {
            text.append(oneLine(value.toString()));
            if (!attribute.unit().isEmpty()) {
                text.append(' ').append(attribute.unit());
            }
        }
        text.append('\n');
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\R", " ");
    }
}
