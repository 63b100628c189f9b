package io.microscape.ogc;

import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.gml2.GMLWriter;

/**
 * Feature information as GML 2.1 in the map's coordinate system, x first as GML 2 has it; what QGIS asks for. The
 * elements are those of MapServer's and GeoServer's feature information, which desktop programs expect: a collection of
 * members, each an element named for its layer.
 */
final class FeatureInfoGml {
    private static final String NAMESPACE = "urn:microscape:gml";

    private FeatureInfoGml() {}

    static byte[] write(FeatureInfo info) {
        CoordinateTransform toMap = CoordinateTransform.between(CoordinateSystem.of("CRS:84"), info.crs());
        String srs =
                info.crs().code().equals("CRS:84") ? "EPSG:4326" : info.crs().code();
        XmlDocument document = new XmlDocument(null);
        document.start(
                "wfs:FeatureCollection",
                "xmlns:wfs",
                "http://www.opengis.net/wfs",
                "xmlns:gml",
                "http://www.opengis.net/gml",
                "xmlns:ms",
                NAMESPACE);
        writeBoundary(document, info, toMap, srs);
        for (FeatureInfo.LayerHits hits : info.layers()) {
            for (SnapshotFeature feature : hits.features()) {
                document.start("gml:featureMember");
                document.start("ms:" + elementName(hits.layer().qualifiedName()), "fid", hits.identifier(feature));
                document.start("ms:geometry");
                document.fragment(gml(toMap.apply(feature.geometry()), srs));
                document.end();
                writeAttributes(document, hits.layer().attributes(), feature.values());
                document.end().end();
            }
        }
        return document.end().toBytes();
    }

    private static void writeBoundary(XmlDocument document, FeatureInfo info, CoordinateTransform toMap, String srs) {
        Envelope bounds = new Envelope();
        info.layers().stream()
                .flatMap(hits -> hits.features().stream())
                .map(feature -> toMap.apply(feature.geometry()).getEnvelopeInternal())
                .forEach(bounds::expandToInclude);
        document.start("gml:boundedBy");
        if (bounds.isNull()) {
            document.element("gml:null", "unknown");
        } else {
            document.start("gml:Box", "srsName", srs)
                    .element(
                            "gml:coordinates",
                            bounds.getMinX() + "," + bounds.getMinY() + " " + bounds.getMaxX() + "," + bounds.getMaxY())
                    .end();
        }
        document.end();
    }

    private static void writeAttributes(XmlDocument document, List<Attribute> attributes, List<Object> values) {
        for (int i = 0; i < attributes.size(); i++) {
            if (values.get(i) != null) {
                document.element(
                        "ms:" + elementName(attributes.get(i).name()),
                        values.get(i).toString());
            }
        }
    }

    private static String gml(Geometry geometry, String srs) {
        GMLWriter writer = new GMLWriter();
        writer.setPrefix("gml");
        writer.setNamespace(false);
        writer.setSrsName(srs);
        return writer.write(geometry);
    }

    /** The name as XML allows it; layers and attributes of other origin may hold anything. */
    private static String elementName(String name) {
        String legal = name.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
        return legal.matches("[\\p{L}_].*") ? legal : "_" + legal;
    }
}
