package io.microscape.ogc;

import io.microscape.atlas.LayerDefinition;
import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import io.microscape.study.LayerCredits;
import io.microscape.study.LocalizedText;
import io.microscape.study.Logo;
import io.microscape.study.ScaleRange;
import java.awt.Dimension;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * The layers in a capabilities document: a root without a name, below it a group for each study that is named by the
 * study's key and draws all its layers, below that the layers.
 */
final class CapabilitiesLayers {
    private static final LocalizedText GROUP_ABSTRACT = new LocalizedText("All layers of the study", "本研究的全部图层");
    private static final int GROUP_KEYWORDS = 12;
    private static final LocalizedText GROUP_STYLE_TITLE =
            new LocalizedText("Each layer in its default style", "各图层用其默认样式");
    private static final String SOURCE_VOCABULARY = "urn:microscape:source";

    private static final double PIXEL_DIAGONAL_M = 0.00028 * Math.sqrt(2);

    /** Metres: more than any map has to a pixel. */
    private static final double LARGEST_HINT = 1e9;

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
        document.element("Abstract", language.of(GROUP_ABSTRACT));
        WmsCapabilities.keywords(
                document,
                layers.stream()
                        .flatMap(layer -> layer.definition().keywords().stream())
                        .distinct()
                        .limit(GROUP_KEYWORDS)
                        .toList());
        Set<String> codes = LayerNames.coordinateSystems(version, layers.get(0));
        writePlace(codes, layers);
        writeOwnMetadata(study);
        writeGroupStyle(layers);
        Envelope bounds = LayerBounds.geographic(layers);
        layers.forEach(layer -> writeLayer(layer, bounds));
        document.end();
    }

    /** A layer that has a style of the same name must not redefine it. */
    private void writeGroupStyle(List<PublishedLayer> layers) {
        if (layers.stream().noneMatch(layer -> layer.definition().styles().contains(LayerNames.GROUP_STYLE))) {
            document.start("Style")
                    .element("Name", LayerNames.GROUP_STYLE)
                    .element("Title", language.of(GROUP_STYLE_TITLE))
                    .end();
        }
    }

    /** @param groupBounds extent of its group, whose bounding boxes the layer inherits if they are its own */
    private void writeLayer(PublishedLayer layer, Envelope groupBounds) {
        LayerDefinition definition = layer.definition();
        document.start(
                "Layer",
                "queryable",
                definition.queryable() ? "1" : "0",
                "opaque",
                definition.traits().opaque() ? "1" : null);
        document.element("Name", layer.qualifiedName());
        String title = language.of(definition.title());
        document.element("Title", title.isEmpty() ? definition.name() : title);
        document.optional("Abstract", language.of(definition.description()));
        writeKeywords(definition);
        Set<String> codes = LayerNames.coordinateSystems(version, layer);
        Envelope bounds = LayerBounds.geographic(List.of(layer));
        writeGeographicPlace(codes, bounds);
        if (!bounds.equals(groupBounds)) {
            writeBoxes(codes, bounds);
        }
        DimensionElements.write(document, version, definition.traits().dimensions());
        writeCredits(layer);
        definition.styles().forEach(style -> writeStyle(layer, style));
        writeScales(legends.scales(layer));
        document.end();
    }

    /** The last one tells programs what the layer's features are, so that they can tell themes from what lies around. */
    private void writeKeywords(LayerDefinition definition) {
        document.start("KeywordList");
        definition.keywords().forEach(keyword -> document.element("Keyword", keyword));
        String source = definition.source().name().toLowerCase(Locale.ROOT);
        if (version == WmsVersion.V1_3_0) {
            document.element("Keyword", source, "vocabulary", SOURCE_VOCABULARY);
        } else {
            document.element("Keyword", source);
        }
        document.end();
    }

    /** Coordinate systems and extents of the layers taken together. */
    private void writePlace(Set<String> codes, List<PublishedLayer> layers) {
        Envelope bounds = LayerBounds.geographic(layers);
        writeGeographicPlace(codes, bounds);
        writeBoxes(codes, bounds);
    }

    private void writeGeographicPlace(Set<String> codes, Envelope bounds) {
        codes.forEach(code -> document.element(version == WmsVersion.V1_3_0 ? "CRS" : "SRS", code));
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
    }

    private void writeBoxes(Set<String> codes, Envelope bounds) {
        for (String code : codes) {
            CoordinateSystem crs = CoordinateSystem.of(code);
            LayerBounds.in(crs, bounds)
                    .ifPresent(box -> writeBox(
                            "BoundingBox", code, AxisOrder.of(version, crs).bbox(box)));
        }
    }

    private void writeCredits(PublishedLayer layer) {
        LayerCredits credits = layer.definition().credits();
        String attribution = language.of(credits.attribution());
        if (!attribution.isEmpty() || credits.attributionUrl() != null || credits.logo() != null) {
            document.start("Attribution").optional("Title", attribution);
            if (credits.attributionUrl() != null) {
                WmsCapabilities.onlineResource(document, credits.attributionUrl());
            }
            if (credits.logo() != null) {
                writeLogo(credits.logo());
            }
            document.end();
        }
        if (credits.metadataUrl() == null) {
            writeOwnMetadata(layer.study());
        } else if (version == WmsVersion.V1_3_0) {
            writeLink("MetadataURL", "ISO19115:2003", "text/xml", credits.metadataUrl());
        }
        if (credits.dataUrl() != null) {
            writeLink("DataURL", null, "text/html", credits.dataUrl());
        }
        if (credits.featureList() != null) {
            writeLink(
                    "FeatureListURL",
                    null,
                    credits.featureList().format(),
                    credits.featureList().address());
        }
    }

    private void writeLogo(Logo logo) {
        document.start("LogoURL", "width", Integer.toString(logo.width()), "height", Integer.toString(logo.height()));
        document.element("Format", logo.picture().format());
        WmsCapabilities.onlineResource(document, logo.picture().address());
        document.end();
    }

    /** WMS 1.1.1 knows the diagonal of a pixel in metres instead of the scale denominator, and needs both ends. */
    private void writeScales(ScaleRange scales) {
        if (version == WmsVersion.V1_3_0) {
            if (scales.min() != null) {
                document.element("MinScaleDenominator", decimal(scales.min()));
            }
            if (scales.max() != null) {
                document.element("MaxScaleDenominator", decimal(scales.max()));
            }
        } else if (!scales.equals(ScaleRange.ALL)) {
            document.empty(
                    "ScaleHint",
                    "min",
                    decimal(scales.min() == null ? 0 : scales.min() * PIXEL_DIAGONAL_M),
                    "max",
                    decimal(scales.max() == null ? LARGEST_HINT : scales.max() * PIXEL_DIAGONAL_M));
        }
    }

    /** What the REST interface says of the study. WMS 1.1.1 knows metadata of two standards only, and this is of neither. */
    private void writeOwnMetadata(String study) {
        if (version == WmsVersion.V1_3_0) {
            String root = serviceUrl.substring(0, serviceUrl.lastIndexOf('/'));
            writeLink("MetadataURL", "microscape", "application/json", root + "/api/studies/" + encoded(study));
        }
    }

    private void writeLink(String element, String type, String format, String address) {
        document.start(element, "type", type).element("Format", format);
        WmsCapabilities.onlineResource(document, address);
        document.end();
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
        document.end();
        writeStyleLink("StyleSheetURL", layer, style);
        writeStyleLink("StyleURL", layer, style);
        document.end();
    }

    /** The style sheet is both: what the style is made of, and all that is to be known of it. */
    private void writeStyleLink(String element, PublishedLayer layer, String style) {
        writeLink(
                element,
                null,
                StyleSheetDocument.MIME_TYPE,
                serviceUrl + "?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=" + encoded(layer.qualifiedName())
                        + "&STYLES=" + encoded(style));
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
