package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.LegendLook;
import io.microscape.portrayal.LegendSubject;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.portrayal.StyleDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A GetLegendGraphic request (OGC 05-078r4, 12), with what GeoServer adds to it.
 *
 * @param subject what the legend explains
 * @param look how it looks
 * @param format how to encode the picture; null for the legend as data
 * @param language language of titles and labels
 * @param warnings what the client is to be told
 */
record GetLegendGraphicRequest(
        LegendSubject subject, LegendLook look, ImageFormat format, TextLanguage language, List<String> warnings) {
    /** Media type of a legend as data. */
    static final String JSON = "application/json";

    /** Room for a legend that takes the size it needs. */
    private static final long USUAL_PIXELS = 1 << 18;

    /** Bytes that its picture takes while it is drawn and encoded, at the least. */
    long bytesToDraw() {
        long pixels = Math.max(USUAL_PIXELS, (long) look.leastWidth() * look.leastHeight());
        return Integer.BYTES * pixels + format.bytesToEncode(1, (int) pixels);
    }

    /** The media types of legends. */
    static List<String> mimeTypes() {
        List<String> types = new ArrayList<>(ImageFormat.mimeTypes());
        types.add(JSON);
        return types;
    }

    /**
     * The language is taken from the parameter alone, not from Accept-Language: the size that the capabilities
     * advertise belongs to one picture.
     *
     * @param sheet the style sheet that came with it; null for none
     * @throws ServiceException if a parameter is missing or cannot be used
     */
    static GetLegendGraphicRequest parse(
            RequestParameters parameters, LayerNames names, WmsSettings limits, StyleDocument sheet) {
        String asked = parameters.text("FORMAT", ImageFormat.PNG.mimeType());
        boolean data = asked.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
        ImageFormat format = data ? null : ImageFormat.of(asked);
        LegendOptions options = new LegendOptions(parameters.text("LEGEND_OPTIONS"));
        WmsVersion version = parameters.text("SRS") != null && parameters.text("CRS") == null
                ? WmsVersion.V1_1_1
                : WmsVersion.ofReport(parameters.text("VERSION"));
        MapParameters map = new MapParameters(parameters, version, names, limits, sheet);
        double symbolScale = PixelDensity.of(parameters, options.dpi());
        StyledLayer styled = map.legendLayer(layer(parameters, names));
        MapImage view = parameters.text("BBOX") == null ? null : map.view(styled);
        boolean transparent = !data && parameters.flag("TRANSPARENT") && format.transparency();
        TextLanguage language = TextLanguage.of(parameters.text("LANGUAGE", "both"), null);
        LegendSubject subject = new LegendSubject(
                styled,
                scale(parameters, view != null && map.isViewSized() ? view : null),
                parameters.text("RULE"),
                view,
                options.hideEmptyRules(view != null),
                symbolScale);
        LegendLook look = options.look(
                language.code(),
                view != null && parameters.text("SRCWIDTH") == null
                        ? 0
                        : parameters.integer("WIDTH", parameters.text("WIDTH", "0"), 0, limits.maxWidth()),
                view != null && parameters.text("SRCHEIGHT") == null
                        ? 0
                        : parameters.integer("HEIGHT", parameters.text("HEIGHT", "0"), 0, limits.maxHeight()),
                transparent ? null : map.background());
        List<String> warnings = new ArrayList<>(map.warnings());
        warnings.addAll(options.warnings());
        if (view == null && options.countMatched()) {
            warnings.add(SuppliedStyles.warning("countMatched needs BBOX, CRS, SRCWIDTH and SRCHEIGHT"));
        }
        return new GetLegendGraphicRequest(subject, look, format, language, warnings);
    }

    private static PublishedLayer layer(RequestParameters parameters, LayerNames names) {
        String name = parameters.required("LAYER");
        List<PublishedLayer> layers = names.named(name);
        if (layers.size() > 1) {
            throw new ServiceException(RequestParameters.echo(name)
                    + " is a group of layers and has no legend of its own; ask for the legend of one of its layers");
        }
        return layers.get(0);
    }

    /** SCALE, else the scale of the map; null where neither is known. */
    private static Double scale(RequestParameters parameters, MapImage view) {
        String value = parameters.text("SCALE");
        if (value == null) {
            return view == null ? null : view.scaleDenominator();
        }
        double scale = RequestParameters.number("SCALE", value);
        if (!(scale > 0)) {
            throw new ServiceException("SCALE must be greater than 0, not " + RequestParameters.echo(value));
        }
        return scale;
    }
}
