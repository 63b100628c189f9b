package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import io.microscape.study.Remarks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * Feature information as a page of tables for people: readable names, rounded numbers, units. Every text from data is
 * escaped. Styles stand in the elements, since QGIS and other viewers show the page without its head.
 */
final class FeatureInfoHtml {
    private static final LocalizedText NOTHING = new LocalizedText("Nothing here.", "此处没有要素。");
    private static final String CELL = " style=\"padding:2px 8px;border-bottom:1px solid #ddd;text-align:";

    private FeatureInfoHtml() {}

    static byte[] write(FeatureInfo info) {
        TextLanguage language = info.language();
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html");
        if (language != TextLanguage.BOTH) {
            page.append(" lang=\"").append(language.code()).append('"');
        }
        page.append("><head><meta charset=\"UTF-8\"><title>GetFeatureInfo</title></head>\n")
                .append("<body style=\"font-family:sans-serif;font-size:13px\">\n");
        for (FeatureInfo.LayerHits hits : info.layers()) {
            hits.features().forEach(feature -> appendTable(page, hits, feature, language));
        }
        if (info.isEmpty()) {
            page.append("<p>").append(language.of(NOTHING)).append("</p>\n");
        }
        return page.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendTable(
            StringBuilder page, FeatureInfo.LayerHits hits, SnapshotFeature feature, TextLanguage language) {
        page.append("<table style=\"border-collapse:collapse;margin-bottom:12px\">")
                .append("<caption style=\"text-align:left;font-weight:bold;padding:4px 0\">")
                .append(escaped(language.of(hits.layer().definition().title())))
                .append(" · ")
                .append(escaped(feature.id()))
                .append("</caption>\n");
        List<Attribute> attributes = hits.layer().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            Object value = feature.values().get(i);
            if (value == null && attribute.name().equals(Remarks.NAME)) {
                continue;
            }
            page.append("<tr><th scope=\"row\" title=\"")
                    .append(escaped(attribute.name()))
                    .append('"')
                    .append(CELL)
                    .append("left;font-weight:normal;color:#555\">")
                    .append(escaped(AttributeValues.title(attribute, language)))
                    .append("</th><td")
                    .append(CELL)
                    .append(value instanceof Number ? "right\">" : "left\">")
                    .append(escaped(AttributeValues.readable(attribute, value, language)))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(XmlDocument.legal(text), StandardCharsets.UTF_8.name());
    }
}
