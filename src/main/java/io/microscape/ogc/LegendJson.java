package io.microscape.ogc;

import io.microscape.portrayal.LegendRule;
import io.microscape.portrayal.Portrayal;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Symbolizer;
import org.geotools.filter.text.ecql.ECQL;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A legend as data, in the form that GeoServer gives it: {@code {"Legend": [{"layerName": …, "title": …, "rules": [{"name",
 * "title", "filter", "symbolizers": [{"Polygon": {…}}]}]}]}}. Beyond that a rule tells its scales and, beside a map, how
 * many features it draws there.
 */
final class LegendJson {
    private static final JsonFactory JSON = new JsonFactory();

    private LegendJson() {}

    static byte[] write(GetLegendGraphicRequest request, Portrayal portrayal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<LegendRule> rules = portrayal.legendRules(request.subject());
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("Legend");
            json.writeStartObject();
            json.writeStringProperty(
                    "layerName", request.subject().styled().layer().qualifiedName());
            json.writeStringProperty(
                    "title",
                    request.language().of(portrayal.styleTitle(request.subject().styled())));
            json.writeArrayPropertyStart("rules");
            rules.forEach(rule -> writeRule(json, rule, request.language()));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeRule(JsonGenerator json, LegendRule legendRule, TextLanguage language) {
        Rule rule = legendRule.rule();
        json.writeStartObject();
        optional(json, "name", Optional.ofNullable(rule.getName()));
        optional(json, "title", legendRule.title(language.code()));
        if (rule.getFilter() != null) {
            json.writeStringProperty("filter", "[" + ECQL.toCQL(rule.getFilter()) + "]");
        }
        if (rule.isElseFilter()) {
            json.writeStringProperty("ElseFilter", "true");
        }
        if (rule.getMinScaleDenominator() > 0) {
            json.writeNumberProperty("MinScaleDenominator", rule.getMinScaleDenominator());
        }
        if (Double.isFinite(rule.getMaxScaleDenominator())) {
            json.writeNumberProperty("MaxScaleDenominator", rule.getMaxScaleDenominator());
        }
        legendRule.count().ifPresent(count -> json.writeNumberProperty("count", count));
        json.writeArrayPropertyStart("symbolizers");
        for (Symbolizer symbolizer : rule.symbolizers()) {
            SymbolizerJson.write(json, symbolizer);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) {
        value.ifPresent(text -> json.writeStringProperty(name, text));
    }
}
