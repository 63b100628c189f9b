package io.microscape.ogc.wmts;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import io.microscape.ogc.FeatureInfoFormat;
import io.microscape.ogc.LegendGraphic;
import io.microscape.ogc.TextLanguage;
import io.microscape.ogc.WmsSettings;
import io.microscape.ogc.XmlDocument;
import io.microscape.study.LocalizedText;
import io.microscape.tiles.TileLayer;
import io.microscape.tiles.TileMatrix;
import io.microscape.tiles.TileMatrixSet;
import java.awt.Dimension;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.UriUtils;

/** The service metadata document (OGC 07-057r7, 7.1): layers with their limits, and the tile matrix sets. */
final class WmtsCapabilities {
    private static final String PNG = "image/png";

    private final Atlas atlas;
    private final LegendGraphic legends;
    private final WmsSettings settings;
    private final TextLanguage language;
    private final String serverUrl;
    private final XmlDocument document = new XmlDocument(null);

    /** @param serverUrl address of the server as the client sees it, without a slash at its end */
    WmtsCapabilities(
            Atlas atlas, LegendGraphic legends, WmsSettings settings, TextLanguage language, String serverUrl) {
        this.atlas = atlas;
        this.legends = legends;
        this.settings = settings;
        this.language = language;
        this.serverUrl = serverUrl;
    }

    byte[] write() {
        document.start(
                "Capabilities",
                "version",
                "1.0.0",
                "updateSequence",
                Long.toString(atlas.updateSequence()),
                "xmlns",
                "http://www.opengis.net/wmts/1.0",
                "xmlns:ows",
                "http://www.opengis.net/ows/1.1",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.opengis.net/wmts/1.0"
                        + " http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd");
        writeIdentification();
        writeProvider();
        document.start("ows:OperationsMetadata");
        writeOperation("GetCapabilities", "/wmts/1.0.0/WMTSCapabilities.xml");
        writeOperation("GetTile", "/tiles/");
        writeOperation("GetFeatureInfo", null);
        document.end();
        document.start("Contents");
        atlas.layers().forEach(this::writeLayer);
        TileMatrixSet.all().forEach(this::writeTileMatrixSet);
        document.end();
        document.empty("ServiceMetadataURL", "xlink:href", serverUrl + "/wmts/1.0.0/WMTSCapabilities.xml");
        return document.end().toBytes();
    }

    private void writeIdentification() {
        document.start("ows:ServiceIdentification");
        text("ows:Title", settings.title());
        text("ows:Abstract", settings.description());
        keywords(settings.keywords());
        document.element("ows:ServiceType", "OGC WMTS");
        document.element("ows:ServiceTypeVersion", "1.0.0");
        document.element("ows:Fees", settings.fees());
        document.element("ows:AccessConstraints", settings.accessConstraints());
        document.end();
    }

    private void writeProvider() {
        WmsSettings.Contact contact = settings.contact();
        if (contact == null || contact.organization() == null) {
            return;
        }
        document.start("ows:ServiceProvider").element("ows:ProviderName", contact.organization());
        document.start("ows:ServiceContact")
                .optional("ows:IndividualName", contact.person())
                .optional("ows:PositionName", contact.position());
        if (contact.phone() != null || contact.email() != null) {
            document.start("ows:ContactInfo");
            if (contact.phone() != null) {
                document.start("ows:Phone")
                        .element("ows:Voice", contact.phone())
                        .end();
            }
            if (contact.email() != null) {
                document.start("ows:Address")
                        .element("ows:ElectronicMailAddress", contact.email())
                        .end();
            }
            document.end();
        }
        document.end().end();
    }

    /** @param path address of the operation without a query; null where there is none */
    private void writeOperation(String name, String path) {
        document.start("ows:Operation", "name", name).start("ows:DCP").start("ows:HTTP");
        writeGet("/wmts?", "KVP");
        if (path != null) {
            writeGet(path, "RESTful");
        }
        document.end().end().end();
    }

    private void writeGet(String path, String encoding) {
        document.start("ows:Get", "xlink:href", serverUrl + path)
                .start("ows:Constraint", "name", "GetEncoding")
                .start("ows:AllowedValues")
                .element("ows:Value", encoding)
                .end()
                .end()
                .end();
    }

    private void writeLayer(PublishedLayer layer) {
        document.start("Layer");
        text("ows:Title", layer.definition().title());
        text("ows:Abstract", layer.definition().description());
        keywords(layer.definition().keywords());
        Envelope bounds = layer.bounds();
        if (bounds != null && !bounds.isNull()) {
            document.start("ows:WGS84BoundingBox")
                    .element("ows:LowerCorner", bounds.getMinX() + " " + bounds.getMinY())
                    .element("ows:UpperCorner", bounds.getMaxX() + " " + bounds.getMaxY())
                    .end();
        }
        document.element("ows:Identifier", layer.qualifiedName());
        List<String> styles = layer.definition().styles();
        styles.forEach(style -> writeStyle(layer, style, style.equals(styles.get(0))));
        document.element("Format", PNG);
        if (layer.definition().queryable()) {
            FeatureInfoFormat.mimeTypes().forEach(format -> document.element("InfoFormat", format));
        }
        TileMatrixSet.all().forEach(set -> writeLimits(TileLayer.of(layer, styles.get(0)), set));
        document.empty(
                "ResourceURL",
                "format",
                PNG,
                "resourceType",
                "tile",
                "template",
                serverUrl + "/tiles/" + UriUtils.encodePathSegment(layer.qualifiedName(), StandardCharsets.UTF_8)
                        + "/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png");
        document.end();
    }

    private void writeStyle(PublishedLayer layer, String style, boolean isDefault) {
        Dimension size = legends.size(layer, style, language);
        document.start("Style", "isDefault", Boolean.toString(isDefault));
        text("ows:Title", legends.title(layer, style));
        document.element("ows:Identifier", style);
        document.empty(
                "LegendURL",
                "format",
                PNG,
                "xlink:href",
                serverUrl + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&SLD_VERSION=1.1.0&FORMAT=image/png"
                        + "&LAYER=" + encoded(layer.qualifiedName()) + "&STYLE=" + encoded(style)
                        + (language == TextLanguage.BOTH ? "" : "&LANGUAGE=" + language.code()),
                "width",
                Integer.toString(size.width),
                "height",
                Integer.toString(size.height));
        document.end();
    }

    private void writeLimits(TileLayer layer, TileMatrixSet set) {
        document.start("TileMatrixSetLink").element("TileMatrixSet", set.identifier());
        if (layer.bounds().isPresent()) {
            document.start("TileMatrixSetLimits");
            for (TileMatrix matrix : set.matrices()) {
                layer.range(set, matrix)
                        .ifPresent(range -> document.start("TileMatrixLimits")
                                .element("TileMatrix", matrix.identifier())
                                .element("MinTileRow", Integer.toString(range.minRow()))
                                .element("MaxTileRow", Integer.toString(range.maxRow()))
                                .element("MinTileCol", Integer.toString(range.minColumn()))
                                .element("MaxTileCol", Integer.toString(range.maxColumn()))
                                .end());
            }
            document.end();
        }
        document.end();
    }

    private void writeTileMatrixSet(TileMatrixSet set) {
        boolean northingFirst = CoordinateSystem.of(set.crs()).northingFirst();
        document.start("TileMatrixSet");
        text("ows:Title", set.title());
        document.element("ows:Identifier", set.identifier());
        document.element("ows:SupportedCRS", set.crsUri());
        document.optional("WellKnownScaleSet", set.wellKnownScaleSet());
        String west = decimal(set.extent().getMinX());
        String north = decimal(set.extent().getMaxY());
        for (TileMatrix matrix : set.matrices()) {
            document.start("TileMatrix")
                    .element("ows:Identifier", matrix.identifier())
                    .element("ScaleDenominator", decimal(matrix.scaleDenominator()))
                    .element("TopLeftCorner", northingFirst ? north + " " + west : west + " " + north)
                    .element("TileWidth", Integer.toString(TileMatrix.TILE_PIXELS))
                    .element("TileHeight", Integer.toString(TileMatrix.TILE_PIXELS))
                    .element("MatrixWidth", Integer.toString(matrix.columns()))
                    .element("MatrixHeight", Integer.toString(matrix.rows()))
                    .end();
        }
        document.end();
    }

    private void keywords(List<String> keywords) {
        if (!keywords.isEmpty()) {
            document.start("ows:Keywords");
            keywords.forEach(keyword -> document.element("ows:Keyword", keyword));
            document.end();
        }
    }

    private void text(String element, LocalizedText text) {
        String content = language.of(text);
        if (!content.isEmpty()) {
            document.element(element, content, "xml:lang", language.code());
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
