package io.microscape.ogc;

import io.microscape.atlas.LayerDefinition;
import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import java.awt.Dimension;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * The layers in a capabilities document: a root without a name, below it a group for each study that is named by the
 * study's key and draws all its layers, below that the layers.
 */
final class CapabilitiesLayers {
    private final XmlDocument document;
    private final WmsVersion version;
    private final String serviceUrl;
    private final TextLanguage language;
    private final LegendGraphic legends;

    CapabilitiesLayers(
            XmlDocument document, WmsVersion version, String serviceUrl, TextLanguage language, LegendGraphic legends) {
        this.document = document;
        this.version = version;
        this.serviceUrl = serviceUrl;
        this.language = language;
        this.legends = legends;
    }

    void write(Map<String, List<PublishedLayer>> studies, WmsSettings settings) {
        List<PublishedLayer> all =
                studies.values().stream().flatMap(Collection::stream).toList();
        document.start("Layer");
        document.element("Title", language.of(settings.title()));
        document.element("Abstract", language.of(settings.description()));
        WmsCapabilities.keywords(document, settings.keywords());
        writePlace(LayerNames.commonCoordinateSystems(version), all);
        if (settings.attribution() != null) {
            document.start("Attribution")
                    .element("Title", language.of(settings.attribution()))
                    .end();
        }
        studies.forEach(this::writeStudy);
        document.end();
    }

    private void writeStudy(String study, List<PublishedLayer> layers) {
        boolean queryable = layers.stream().anyMatch(layer -> layer.definition().queryable());
        document.start("Layer", "queryable", queryable ? "1" : "0");
        document.element("Name", study);
        String title = language.of(layers.get(0).studyTitle());
        document.element("Title", title.isEmpty() ? study : title);
        writePlace(LayerNames.coordinateSystems(version, layers.get(0)), layers);
        layers.forEach(this::writeLayer);
        document.end();
    }

    private void writeLayer(PublishedLayer layer) {
        LayerDefinition definition = layer.definition();
        document.start("Layer", "queryable", definition.queryable() ? "1" : "0");
        document.element("Name", layer.qualifiedName());
        String title = language.of(definition.title());
        document.element("Title", title.isEmpty() ? definition.name() : title);
        document.optional("Abstract", language.of(definition.description()));
        WmsCapabilities.keywords(document, definition.keywords());
        writePlace(LayerNames.coordinateSystems(version, layer), List.of(layer));
        definition.styles().forEach(style -> writeStyle(layer, style));
        document.end();
    }

    /** Coordinate systems and extents of the layers taken together. */
    private void writePlace(Set<String> codes, List<PublishedLayer> layers) {
        codes.forEach(code -> document.element(version == WmsVersion.V1_3_0 ? "CRS" : "SRS", code));
        Envelope bounds = LayerBounds.geographic(layers);
        if (version == WmsVersion.V1_3_0) {
            document.start("EX_GeographicBoundingBox")
                    .element("westBoundLongitude", decimal(bounds.getMinX()))
                    .element("eastBoundLongitude", decimal(bounds.getMaxX()))
                    .element("southBoundLatitude", decimal(bounds.getMinY()))
                    .element("northBoundLatitude", decimal(bounds.getMaxY()))
                    .end();
        } else {
            writeBox("LatLonBoundingBox", null, AxisOrder.EASTING_FIRST.bbox(bounds));
        }
        for (String code : codes) {
            CoordinateSystem crs = CoordinateSystem.of(code);
            LayerBounds.in(crs, bounds)
                    .ifPresent(box -> writeBox(
                            "BoundingBox", code, AxisOrder.of(version, crs).bbox(box)));
        }
    }

    private void writeBox(String element, String code, List<Double> bbox) {
        document.empty(
                element,
                version == WmsVersion.V1_3_0 ? "CRS" : "SRS",
                code,
                "minx",
                decimal(bbox.get(0)),
                "miny",
                decimal(bbox.get(1)),
                "maxx",
                decimal(bbox.get(2)),
                "maxy",
                decimal(bbox.get(3)));
    }

    private void writeStyle(PublishedLayer layer, String style) {
        Dimension size = legends.size(layer, style, language);
        document.start("Style");
        document.element("Name", style);
        document.element("Title", language.of(legends.title(layer, style)));
        document.start("LegendURL", "width", Integer.toString(size.width), "height", Integer.toString(size.height));
        document.element("Format", ImageFormat.PNG.mimeType());
        WmsCapabilities.onlineResource(document, legendUrl(layer, style));
        document.end().end();
    }

    private String legendUrl(PublishedLayer layer, String style) {
        return serviceUrl + "?SERVICE=WMS&VERSION=" + version.number()
                + "&REQUEST=GetLegendGraphic&SLD_VERSION=1.1.0&FORMAT=image/png&LAYER="
                + encoded(layer.qualifiedName()) + "&STYLE=" + encoded(style)
                + (language == TextLanguage.BOTH ? "" : "&LANGUAGE=" + language.code());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Without an exponent: older clients read none. */
    private static String decimal(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
