package io.microscape.ogc;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.FeatureFilter;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.portrayal.StyleDocument;
import io.microscape.portrayal.StyleDocument.NamedLayer;
import io.microscape.portrayal.StyleDocument.NamedStyle;
import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a map with their styles and features: LAYERS, STYLES, CQL_FILTER, dimensions, and the style sheet that comes
 * with the request. The sheet is a library of styles when there are LAYERS; without them it is the map itself (OGC 05-078r4,
 * 9). Every method throws {@link ServiceException} for what cannot be used.
 */
final class RequestedLayers {
    /** What a user style without a name is called. */
    private static final String UNNAMED = "SLD_BODY";

    private final RequestParameters parameters;
    private final LayerNames names;
    private final int mostLayers;
    private final DimensionFilters dimensions;
    private final List<NamedLayer> sheet;

    /**
     * @param dimensions null where no features are shown
     * @param sheet the style sheet that came with the request; null for none
     */
    RequestedLayers(
            RequestParameters parameters,
            LayerNames names,
            int mostLayers,
            DimensionFilters dimensions,
            StyleDocument sheet) {
        this.parameters = parameters;
        this.names = names;
        this.mostLayers = mostLayers;
        this.dimensions = dimensions;
        this.sheet = sheet == null ? List.of() : sheet.layers();
    }

    /** The layers bottom to top. */
    List<StyledLayer> layers() {
        return sheet.isEmpty() || parameters.text("LAYERS") != null ? ofLists() : ofSheet();
    }

    /**
     * A layer in the style of that name: the sheet's, else the layer's own. Without a name it is the sheet's default for the
     * layer, else its first, else the layer's default.
     *
     * @param requested the name by which the layer is asked for, which may be that of its group
     * @param style name of the style; may be null or empty
     * @param ecql a filter; empty for none
     */
    StyledLayer styled(PublishedLayer layer, String requested, String style, String ecql) {
        List<NamedLayer> described = sheet.stream()
                .filter(one -> one.name().equals(requested) || one.name().equals(layer.qualifiedName()))
                .toList();
        FeatureFilter shown = shown(layer, described, ecql);
        List<NamedStyle> styles =
                described.stream().flatMap(one -> one.styles().stream()).toList();
        boolean named = style != null && !style.isEmpty();
        Optional<NamedStyle> chosen = named
                ? styles.stream().filter(one -> style.equals(one.name())).findFirst()
                : styles.stream()
                        .filter(NamedStyle::byDefault)
                        .findFirst()
                        .or(() -> styles.stream().findFirst());
        return chosen.map(one -> styled(layer, one, shown))
                .orElseGet(() -> new StyledLayer(layer, styleOf(layer, style), shown));
    }

    /**
     * The layer's own style of that name, or its default when the name is null or empty, or that of the group's style and no
     * style of the layer itself.
     *
     * @throws ServiceException StyleNotDefined
     */
    static String styleOf(PublishedLayer layer, String style) {
        List<String> styles = layer.definition().styles();
        boolean ofGroup = LayerNames.GROUP_STYLE.equals(style) && !styles.contains(style);
        if (style == null || style.isEmpty() || ofGroup) {
            return styles.get(0);
        }
        if (!styles.contains(style)) {
            throw new ServiceException(
                    ServiceException.Code.STYLE_NOT_DEFINED,
                    "layer " + layer.qualifiedName() + " has no style " + echo(style) + "; it has "
                            + String.join(", ", styles));
        }
        return style;
    }

    /** LAYERS with STYLES: as many styles as layers, or fewer, or none; an empty one is the default. */
    private List<StyledLayer> ofLists() {
        String[] layerNames = parameters.required("LAYERS").split(",", -1);
        String[] styleNames = parameters.text("STYLES", "").split(",", -1);
        if (layerNames.length > mostLayers) {
            throw tooManyLayers();
        }
        List<String> filters = filters(layerNames.length);
        List<StyledLayer> layers = new ArrayList<>();
        for (int i = 0; i < layerNames.length; i++) {
            String name = layerNames[i];
            String style = i < styleNames.length ? styleNames[i] : "";
            String filter = filters.get(i);
            names.named(name).forEach(layer -> layers.add(styled(layer, name, style, filter)));
        }
        Arrays.stream(styleNames)
                .skip(layerNames.length)
                .filter(style -> !style.isEmpty())
                .findFirst()
                .ifPresent(style -> {
                    throw new ServiceException(
                            "STYLES names more styles than LAYERS names layers: " + echo(style) + " has no layer");
                });
        return bounded(layers);
    }

    /** Every layer of the sheet in all its styles, one over the other. */
    private List<StyledLayer> ofSheet() {
        if (parameters.text("STYLES") != null) {
            throw new ServiceException(
                    "STYLES is given without LAYERS; name the layers, or leave both to the style sheet");
        }
        List<String> filters = filters(sheet.size());
        List<StyledLayer> layers = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            NamedLayer described = sheet.get(i);
            String filter = filters.get(i);
            List<PublishedLayer> named = names.named(described.name());
            if (described.styles().isEmpty()) {
                named.forEach(layer -> layers.add(
                        new StyledLayer(layer, styleOf(layer, null), shown(layer, List.of(described), filter))));
            }
            described
                    .styles()
                    .forEach(style -> named.forEach(
                            layer -> layers.add(styled(layer, style, shown(layer, List.of(described), filter)))));
            bounded(layers);
        }
        return layers;
    }

    private static StyledLayer styled(PublishedLayer layer, NamedStyle style, FeatureFilter shown) {
        return style.userStyle() == null
                ? new StyledLayer(layer, styleOf(layer, style.name()), shown)
                : new StyledLayer(layer, style.name() == null ? UNNAMED : style.name(), shown, style.userStyle());
    }

    /** CQL_FILTER: one filter a layer, semicolons between them, as GeoServer has it; empty ones if absent. */
    private List<String> filters(int layerCount) {
        String value = parameters.text("CQL_FILTER");
        if (value == null) {
            return Collections.nCopies(layerCount, "");
        }
        List<String> filters = FilterList.split(value);
        if (filters.size() != layerCount) {
            throw new ServiceException(
                    ServiceException.Code.INVALID_PARAMETER_VALUE,
                    "CQL_FILTER holds " + filters.size() + " filters, but LAYERS names " + layerCount
                            + " layers; write one for each, INCLUDE where all is to be shown, with ; between them");
        }
        return filters;
    }

    /** The features that the filter, the dimensions and the style sheet ask for alike; null for all. */
    private FeatureFilter shown(PublishedLayer layer, List<NamedLayer> described, String ecql) {
        FeatureFilter shown = null;
        try {
            shown = ecql.isBlank() ? null : FeatureFilter.parse(ecql, layer);
        } catch (InvalidInputException e) {
            throw new ServiceException(ServiceException.Code.INVALID_PARAMETER_VALUE, e.headline());
        }
        if (dimensions != null) {
            shown = both(shown, dimensions.of(layer));
        }
        for (NamedLayer one : described) {
            shown = both(shown, one.filterOf(layer));
        }
        return shown;
    }

    private static FeatureFilter both(FeatureFilter one, FeatureFilter other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.and(other);
    }

    private List<StyledLayer> bounded(List<StyledLayer> layers) {
        if (layers.size() > mostLayers) {
            throw tooManyLayers();
        }
        return layers;
    }

    private ServiceException tooManyLayers() {
        return new ServiceException("LAYERS names more than the " + mostLayers + " layers that one map may have");
    }
}
