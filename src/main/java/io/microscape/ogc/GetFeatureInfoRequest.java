package io.microscape.ogc;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.portrayal.StyleDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A GetFeatureInfo request.
 *
 * @param map the map that the point lies on
 * @param layers layers to ask, bottom to top, each in the style it has in the map
 * @param column column of the pixel from the left
 * @param row row of the pixel from the top
 * @param tolerance how far from the pixel's centre a feature may be, pixels
 * @param featureCount most features for a layer
 * @param format format of the answer
 * @param warnings what the client is to be told of values that it left to the service
 */
record GetFeatureInfoRequest(
        MapImage map,
        List<StyledLayer> layers,
        int column,
        int row,
        int tolerance,
        int featureCount,
        FeatureInfoFormat format,
        List<String> warnings) {
    /** Enough to hit a thin line or a small point with a mouse. */
    private static final int DEFAULT_TOLERANCE = 4;

    private static final int LARGEST_TOLERANCE = 100;
    private static final Pattern POSITIVE = Pattern.compile("\\+?0*[1-9]\\d*");
    private static final Pattern PIXEL = Pattern.compile("\\d{1,9}");

    /**
     * @param sheet the style sheet that came with it; null for none
     * @throws ServiceException if a parameter is missing or cannot be used
     */
    static GetFeatureInfoRequest parse(
            RequestParameters parameters,
            WmsVersion version,
            LayerNames names,
            WmsSettings limits,
            StyleDocument sheet) {
        FeatureInfoFormat format =
                FeatureInfoFormat.of(parameters.text("INFO_FORMAT", FeatureInfoFormat.TEXT.mimeType()));
        MapParameters mapParameters = new MapParameters(parameters, version, names, limits, sheet);
        MapImage map = mapParameters.map(false);
        boolean modern = version == WmsVersion.V1_3_0;
        String tolerance = parameters.firstText(
                "TOLERANCE", "BUFFER", "FI_POINT_TOLERANCE", "FI_LINE_TOLERANCE", "FI_POLYGON_TOLERANCE");
        return new GetFeatureInfoRequest(
                map,
                queried(parameters, names, map.layers(), limits),
                pixel(parameters, modern ? "I" : "X", modern ? "X" : "I", map.width()),
                pixel(parameters, modern ? "J" : "Y", modern ? "Y" : "J", map.height()),
                tolerance == null
                        ? DEFAULT_TOLERANCE
                        : Math.max(1, parameters.integer("TOLERANCE", tolerance, 0, LARGEST_TOLERANCE)),
                featureCount(parameters, limits),
                format,
                mapParameters.warnings());
    }

    /** The map with only one of its layers, as {@code Portrayal} needs it to look into that layer. */
    MapImage mapOf(StyledLayer layer) {
        return map.withLayers(List.of(layer));
    }

    private static List<StyledLayer> queried(
            RequestParameters parameters, LayerNames names, List<StyledLayer> drawn, WmsSettings limits) {
        List<StyledLayer> queried = new ArrayList<>();
        for (String name : parameters.required("QUERY_LAYERS").split(",", -1)) {
            List<PublishedLayer> layers = names.named(name);
            List<PublishedLayer> queryable = layers.stream()
                    .filter(layer -> layer.definition().queryable())
                    .toList();
            if (queryable.isEmpty()) {
                throw new ServiceException(
                        ServiceException.Code.LAYER_NOT_QUERYABLE,
                        "layer " + echo(name) + " cannot be queried; the capabilities say which layers can");
            }
            queryable.forEach(layer -> queried.add(asDrawn(layer, drawn)));
            if (queried.size() > limits.maxLayers()) {
                throw new ServiceException("QUERY_LAYERS names more than " + limits.maxLayers() + " layers");
            }
        }
        return Collections.unmodifiableList(queried);
    }

    private static StyledLayer asDrawn(PublishedLayer layer, List<StyledLayer> drawn) {
        return drawn.stream()
                .filter(styled -> styled.layer().qualifiedName().equals(layer.qualifiedName()))
                .findFirst()
                .orElseThrow(() -> new ServiceException("QUERY_LAYERS names " + layer.qualifiedName()
                        + ", which is not among the LAYERS of the map; name it there too"));
    }

    private static int pixel(RequestParameters parameters, String name, String otherName, int size) {
        String value = parameters.firstText(name, otherName);
        if (value == null) {
            throw new ServiceException(ServiceException.Code.INVALID_POINT, name + " is missing");
        }
        if (!PIXEL.matcher(value).matches() || Integer.parseInt(value) >= size) {
            throw new ServiceException(
                    ServiceException.Code.INVALID_POINT,
                    name + " must be a whole number from 0 to " + (size - 1) + ", not " + echo(value));
        }
        return Integer.parseInt(value);
    }

    /** The standard wants 1 for everything that is not a positive integer (OGC 06-042, 7.4.3.6). */
    private static int featureCount(RequestParameters parameters, WmsSettings limits) {
        String value = parameters.text("FEATURE_COUNT", "1");
        return POSITIVE.matcher(value).matches()
                ? parameters.integer("FEATURE_COUNT", value, 1, limits.maxFeatures())
                : 1;
    }
}
