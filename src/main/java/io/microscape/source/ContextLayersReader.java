package io.microscape.source;

import io.microscape.study.ContextLayer;
import io.microscape.study.ContextSource;
import io.microscape.study.ContextTable;
import io.microscape.study.LayerCredits;
import io.microscape.study.LayerDimension;
import io.microscape.study.LayerTraits;
import io.microscape.study.Logo;
import io.microscape.study.ScaleRange;
import io.microscape.study.SourceSpec;
import io.microscape.study.WebLink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads the {@code context} of a study file; what is wrong becomes a problem of the document. */
final class ContextLayersReader {
    private static final List<String> KEYS = List.of(
            "name",
            "title",
            "file",
            "crs",
            "encoding",
            "layer",
            "where",
            "x",
            "y",
            "valid_only",
            "geometry",
            "style",
            "queryable",
            "abstract",
            "keywords",
            "attribution",
            "attribution_url",
            "attribution_logo",
            "metadata_url",
            "data_url",
            "feature_list",
            "opaque",
            "min_scale",
            "max_scale",
            "dimensions");
    private static final List<String> DIMENSION =
            List.of("name", "attribute", "units", "unit_symbol", "default", "nearest", "multiple", "current");
    private static final String DIMENSION_NAME = "[a-z][a-z0-9_]{0,30}";
    private static final String MEDIA_TYPE = "[\\w.+-]+/[\\w.+-]+(;\\s*[\\w.+-]+=[\\w.+-]+)*";
    private static final int LARGEST_LOGO = 10_000;

    private final Function<YamlMapping, SourceSpec> sources;
    private final Set<String> names = new HashSet<>();

    /** @param sources reads the keys that say where a layer comes from */
    ContextLayersReader(Function<YamlMapping, SourceSpec> sources) {
        this.sources = sources;
    }

    /** The layers of the document, in its order. */
    List<ContextSource> read(YamlMapping document) {
        List<ContextSource> layers = new ArrayList<>();
        for (YamlMapping layer : document.mappings("context")) {
            layer.known(KEYS);
            ContextLayer described = new ContextLayer(
                    name(layer),
                    layer.localized("title"),
                    layer.localized("abstract"),
                    layer.texts("keywords"),
                    layer.text("style"),
                    layer.truth("queryable", false),
                    credits(layer),
                    new LayerTraits(layer.truth("opaque", false), scales(layer), dimensions(layer)));
            ContextTable.Kind geometry = layer.oneOf("geometry", ContextTable.Kind.class);
            layers.add(new ContextSource(described, sources.apply(layer), geometry));
        }
        return layers;
    }

    private String name(YamlMapping layer) {
        String name = layer.requiredText("name");
        if (name != null && !name.matches(ContextLayer.NAME_PATTERN)) {
            layer.problemAt(
                    "name",
                    "is \"" + name + "\", but must begin with a letter and have at most 63 of a-z,"
                            + " A-Z, 0-9 and _, with single blanks between words");
        } else if (name != null && !names.add(name.toLowerCase(Locale.ROOT))) {
            layer.problemAt("name", "is \"" + name + "\", as another context layer is; give it another name");
        }
        return name;
    }

    private static LayerCredits credits(YamlMapping layer) {
        return new LayerCredits(
                layer.localized("attribution"),
                webAddress(layer, "attribution_url"),
                webAddress(layer, "metadata_url"),
                webAddress(layer, "data_url"),
                logo(layer.mapping("attribution_logo")),
                featureList(layer.mapping("feature_list")));
    }

    private static Logo logo(YamlMapping logo) {
        if (logo == null) {
            return null;
        }
        logo.known(List.of("url", "format", "width", "height"));
        return new Logo(link(logo), size(logo, "width"), size(logo, "height"));
    }

    private static WebLink featureList(YamlMapping list) {
        return list == null ? null : link(list.known(List.of("url", "format")));
    }

    private static WebLink link(YamlMapping link) {
        link.requiredText("url");
        String format = link.requiredText("format");
        if (format != null && !format.matches(MEDIA_TYPE)) {
            link.problemAt("format", "is \"" + format + "\"; write a media type such as image/png or text/html");
        }
        return new WebLink(webAddress(link, "url"), format);
    }

    private static int size(YamlMapping logo, String key) {
        logo.requiredText(key);
        Double pixels = logo.number(key);
        if (pixels == null) {
            return 0;
        }
        if (pixels != Math.rint(pixels) || pixels < 1 || pixels > LARGEST_LOGO) {
            logo.problemAt(key, "must be a whole number of pixels from 1 to " + LARGEST_LOGO + ", not " + pixels);
        }
        return pixels.intValue();
    }

    private static String webAddress(YamlMapping mapping, String key) {
        String address = mapping.text(key);
        if (address != null && !address.matches("https?://\\S+")) {
            mapping.problemAt(key, "is \"" + address + "\"; write an address that begins with https:// or http://");
        }
        return address;
    }

    private static ScaleRange scales(YamlMapping layer) {
        Double min = scale(layer, "min_scale");
        Double max = scale(layer, "max_scale");
        if (min != null && max != null && min >= max) {
            layer.problemAt(
                    "max_scale",
                    "must be more than min_scale: they are denominators, 1000 of the larger and 50000 of the smaller map");
        }
        return new ScaleRange(min, max);
    }

    private static Double scale(YamlMapping layer, String key) {
        Double denominator = layer.number(key);
        if (denominator != null && !(denominator > 0)) {
            layer.problemAt(key, "must be a scale denominator of more than 0, not " + denominator);
        }
        return denominator;
    }

    private static List<LayerDimension> dimensions(YamlMapping layer) {
        List<LayerDimension> dimensions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMapping given : layer.mappings("dimensions")) {
            given.known(DIMENSION);
            String name = given.requiredText("name");
            String attribute = given.requiredText("attribute");
            if (name == null) {
                continue;
            }
            if (!name.matches(DIMENSION_NAME)) {
                given.problemAt(
                        "name",
                        "is \"" + name
                                + "\", but must begin with a small letter and have at most 31 of a-z, 0-9 and _");
            } else if (!names.add(name)) {
                given.problemAt("name", "is \"" + name + "\", as another dimension of the layer is");
            }
            dimensions.add(dimension(given, name, attribute));
        }
        return dimensions;
    }

    private static LayerDimension dimension(YamlMapping given, String name, String attribute) {
        boolean temporal = name.equals(LayerDimension.TIME);
        String units = given.text("units");
        if (temporal && units != null && !units.equals("ISO8601")) {
            given.problemAt("units", "of time are ISO8601, not " + units);
        } else if (!temporal && units == null) {
            given.requiredText("units");
        }
        if (!temporal && given.has("current")) {
            given.problemAt("current", "is of the dimension time only");
        }
        return new LayerDimension(
                name,
                attribute,
                temporal ? "ISO8601" : units,
                given.text("unit_symbol"),
                given.text("default"),
                given.truth("nearest", false),
                given.truth("multiple", false),
                given.truth("current", false),
                List.of());
    }
}
