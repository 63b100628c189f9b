package io.microscape.ogc;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.portrayal.StyleDocument;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * The part of a request that says what a map shows, common to GetMap and GetFeatureInfo. Every method throws
 * {@link ServiceException} for a parameter that cannot be used.
 */
final class MapParameters {
    private static final int MOST_BUFFER = 1000;
    private static final int USUAL_WINDOW = 800;
    private static final Pattern COLOUR = Pattern.compile("0[xX][0-9a-fA-F]{6}");

    private final RequestParameters parameters;
    private final WmsVersion version;
    private final LayerNames names;
    private final WmsSettings limits;
    private final StyleDocument sheet;
    private final DimensionFilters dimensions;

    /** @param sheet the style sheet that came with the request; null for none */
    MapParameters(
            RequestParameters parameters,
            WmsVersion version,
            LayerNames names,
            WmsSettings limits,
            StyleDocument sheet) {
        this.parameters = parameters;
        this.version = version;
        this.names = names;
        this.limits = limits;
        this.sheet = sheet;
        this.dimensions = new DimensionFilters(parameters);
    }

    /** What the client is to be told of dimensions and of the style sheet, once the map has been read. */
    List<String> warnings() {
        return Stream.concat(dimensions.warnings().stream(), SuppliedStyles.warnings(sheet).stream())
                .toList();
    }

    /** The map, its background opaque or not as asked for. */
    MapImage map(boolean transparent) {
        return map(layers(), "WIDTH", "HEIGHT", transparent);
    }

    /**
     * The map beside which a legend stands: SRCWIDTH and SRCHEIGHT are its size, or without those WIDTH and HEIGHT. QGIS tells
     * none; then it is taken to be as large as a window.
     */
    MapImage view(StyledLayer styled) {
        if (isViewSized()) {
            boolean named = parameters.text("SRCWIDTH") != null || parameters.text("SRCHEIGHT") != null;
            return map(List.of(styled), named ? "SRCWIDTH" : "WIDTH", named ? "SRCHEIGHT" : "HEIGHT", false);
        }
        CoordinateSystem crs = coordinateSystem(List.of(styled));
        Envelope box = box(crs);
        double perPixel = Math.max(box.getWidth(), box.getHeight()) / USUAL_WINDOW;
        return map(
                List.of(styled),
                crs,
                box,
                pixels(box.getWidth() / perPixel),
                pixels(box.getHeight() / perPixel),
                false);
    }

    /** Whether the size, and so the scale, of the map beside a legend is told. */
    boolean isViewSized() {
        return parameters.firstText("SRCWIDTH", "SRCHEIGHT", "WIDTH", "HEIGHT") != null;
    }

    private static int pixels(double exact) {
        return (int) Math.max(1, Math.rint(exact));
    }

    private MapImage map(List<StyledLayer> layers, String widthName, String heightName, boolean transparent) {
        CoordinateSystem crs = coordinateSystem(layers);
        Envelope box = box(crs);
        int width = parameters.integer(widthName, parameters.required(widthName), 1, limits.maxWidth());
        int height = parameters.integer(heightName, parameters.required(heightName), 1, limits.maxHeight());
        if ((long) width * height > limits.maxPixels()) {
            throw new ServiceException(
                    widthName + " × " + heightName + " is " + (long) width * height + " pixels, more than the "
                            + limits.maxPixels() + " that this service draws; ask for several smaller maps");
        }
        return map(layers, crs, box, width, height, transparent);
    }

    private MapImage map(
            List<StyledLayer> layers, CoordinateSystem crs, Envelope box, int width, int height, boolean transparent) {
        return new MapImage(
                layers,
                crs.code(),
                box,
                width,
                height,
                transparent,
                background(),
                PixelDensity.of(parameters),
                parameters.integer("BUFFER", parameters.text("BUFFER", "0"), 0, MOST_BUFFER));
    }

    /** The layers with their styles and features. */
    List<StyledLayer> layers() {
        return requestedLayers(dimensions).layers();
    }

    /** The layer of a legend in STYLE, with the features of CQL_FILTER. */
    StyledLayer legendLayer(PublishedLayer layer) {
        // only what is counted hangs on dimensions
        return requestedLayers(parameters.text("BBOX") == null ? null : dimensions)
                .styled(layer, parameters.text("LAYER"), parameters.text("STYLE"), parameters.text("CQL_FILTER", ""));
    }

    private RequestedLayers requestedLayers(DimensionFilters chosen) {
        return new RequestedLayers(parameters, names, limits.maxLayers(), chosen, sheet);
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
}
