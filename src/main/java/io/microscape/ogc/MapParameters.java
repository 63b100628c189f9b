package io.microscape.ogc;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import io.microscape.portrayal.FeatureFilter;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.study.InvalidInputException;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;

/**
 * The part of a request that says what a map shows, common to GetMap and GetFeatureInfo. Every method throws
 * {@link ServiceException} for a parameter that cannot be used.
 */
final class MapParameters {
    private static final Pattern COLOUR = Pattern.compile("0[xX][0-9a-fA-F]{6}");

    private final RequestParameters parameters;
    private final WmsVersion version;
    private final LayerNames names;
    private final WmsSettings limits;
    private final DimensionFilters dimensions;

    MapParameters(RequestParameters parameters, WmsVersion version, LayerNames names, WmsSettings limits) {
        this.parameters = parameters;
        this.version = version;
        this.names = names;
        this.limits = limits;
        this.dimensions = new DimensionFilters(parameters);
    }

    /** What the client is to be told of dimensions, once the map has been read. */
    List<String> warnings() {
        return dimensions.warnings();
    }

    /** The map, its background opaque or not as asked for. */
    MapImage map(boolean transparent) {
        List<StyledLayer> layers = layers();
        CoordinateSystem crs = coordinateSystem(layers);
        Envelope box = box(crs);
        int width = parameters.integer("WIDTH", parameters.required("WIDTH"), 1, limits.maxWidth());
        int height = parameters.integer("HEIGHT", parameters.required("HEIGHT"), 1, limits.maxHeight());
        if ((long) width * height > limits.maxPixels()) {
            throw new ServiceException("WIDTH × HEIGHT is " + (long) width * height + " pixels, more than the "
                    + limits.maxPixels() + " that this service draws; ask for several smaller maps");
        }
        return new MapImage(
                layers, crs.code(), box, width, height, transparent, background(), PixelDensity.of(parameters));
    }

    /** LAYERS with STYLES: as many styles as layers, or fewer, or none; an empty one is the default. */
    List<StyledLayer> layers() {
        String[] layerNames = parameters.required("LAYERS").split(",", -1);
        String[] styleNames = parameters.text("STYLES", "").split(",", -1);
        if (layerNames.length > limits.maxLayers()) {
            throw tooManyLayers();
        }
        List<String> filters = filters(layerNames.length);
        List<StyledLayer> layers = new ArrayList<>();
        for (int i = 0; i < layerNames.length; i++) {
            String style = i < styleNames.length ? styleNames[i] : "";
            String filter = filters.isEmpty() ? "" : filters.get(i);
            names.named(layerNames[i])
                    .forEach(layer -> layers.add(new StyledLayer(layer, styleOf(layer, style), shown(layer, filter))));
        }
        Arrays.stream(styleNames)
                .skip(layerNames.length)
                .filter(style -> !style.isEmpty())
                .findFirst()
                .ifPresent(style -> {
                    throw new ServiceException(
                            "STYLES names more styles than LAYERS names layers: " + echo(style) + " has no layer");
                });
        if (layers.size() > limits.maxLayers()) {
            throw tooManyLayers();
        }
        return layers;
    }

    /**
     * The style of that name, or the layer's default when the name is null or empty, or that of the group's style and no
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

    /** CQL_FILTER: one filter a name in LAYERS, semicolons between them, as GeoServer has it; none if absent. */
    private List<String> filters(int layerCount) {
        String value = parameters.text("CQL_FILTER");
        if (value == null) {
            return List.of();
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

    /** The features that both the filter and the dimensions ask for; null for all. */
    private FeatureFilter shown(PublishedLayer layer, String ecql) {
        FeatureFilter filter = filterOf(layer, ecql);
        FeatureFilter ofDimensions = dimensions.of(layer);
        if (filter == null) {
            return ofDimensions;
        }
        return ofDimensions == null ? filter : filter.and(ofDimensions);
    }

    private static FeatureFilter filterOf(PublishedLayer layer, String ecql) {
        if (ecql.isBlank()) {
            return null;
        }
        try {
            return FeatureFilter.parse(ecql, layer);
        } catch (InvalidInputException e) {
            throw new ServiceException(ServiceException.Code.INVALID_PARAMETER_VALUE, e.headline());
        }
    }

    /** BGCOLOR; white if absent. */
    Color background() {
        String value = parameters.text("BGCOLOR", "0xFFFFFF");
        if (!COLOUR.matcher(value).matches()) {
            throw new ServiceException("BGCOLOR must be 0xRRGGBB in hexadecimal digits, not " + echo(value));
        }
        return new Color(Integer.parseInt(value.substring(2), 16));
    }

    private CoordinateSystem coordinateSystem(List<StyledLayer> layers) {
        String parameter = version == WmsVersion.V1_3_0 ? "CRS" : "SRS";
        String code = parameters.required(parameter).toUpperCase(Locale.ROOT);
        for (StyledLayer styled : layers) {
            var offered = LayerNames.coordinateSystems(version, styled.layer());
            if (!offered.contains(code)) {
                throw new ServiceException(
                        ServiceException.Code.INVALID_CRS,
                        "layer " + styled.layer().qualifiedName() + " is not offered in " + parameter + " " + echo(code)
                                + "; use one of " + String.join(", ", offered));
            }
        }
        return CoordinateSystem.of(code);
    }

    private Envelope box(CoordinateSystem crs) {
        String value = parameters.required("BBOX");
        String[] parts = value.split(",", -1);
        if (parts.length != 4) {
            throw new ServiceException("BBOX must be four numbers with commas between them, not " + echo(value));
        }
        List<Double> numbers = Arrays.stream(parts)
                .map(part -> RequestParameters.number("BBOX", part.strip()))
                .toList();
        double first = numbers.get(2) - numbers.get(0);
        double second = numbers.get(3) - numbers.get(1);
        if (!(first > 0) || !(second > 0)) {
            throw new ServiceException("BBOX has a minimum that is not less than its maximum: " + echo(value));
        }
        if (Double.isInfinite(first) || Double.isInfinite(second)) {
            throw new ServiceException("BBOX is larger than can be computed with: " + echo(value));
        }
        return AxisOrder.of(version, crs).box(numbers);
    }

    private ServiceException tooManyLayers() {
        return new ServiceException(
                "LAYERS names more than the " + limits.maxLayers() + " layers that one map may have");
    }
}
