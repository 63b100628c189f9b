package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureView;
import io.microscape.atlas.LayerDefinition;
import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.LayerDefinition.Source;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * An atlas in memory. Study {@code beibei} (EPSG:4544): two square spaces of 0.001 degrees with corners at 106.400,
 * 29.800 and 106.402, 29.800; a road along latitude 29.802 that is not queryable; a single tree. Study {@code yuexiu}
 * (EPSG:4547): a layer without features.
 */
final class FakeAtlas implements Atlas {
    static final long UPDATE_SEQUENCE = 42;
    static final String SPACES = "beibei:net_carbon";
    static final String ROADS = "beibei:roads";
    static final String TREES = "beibei:trees";
    static final String EMPTY = "yuexiu:green_ratio";

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Attribute CODE = attribute("code", String.class, "", "Code", "编号");
    private static final Attribute NAME = attribute("name", String.class, "", "Name", "名称");
    private static final Attribute SAMPLED = attribute("sampled", Boolean.class, "", "Sampled", "样点");
    private static final Attribute NET_CARBON = attribute("net_carbon_kg", Double.class, "kg CO2", "Net carbon", "净碳量");
    private static final Attribute NEIGHBOURS = attribute("neighbours_15m", Long.class, "", "Neighbours", "邻域数");

    private final Map<PublishedLayer, List<SnapshotFeature>> features = new LinkedHashMap<>();

    FakeAtlas() {
        LocalizedText beibei = new LocalizedText("Micro-spaces of Beibei", "北碚社区小微空间");
        add(
                "beibei",
                beibei,
                "EPSG:4544",
                definition(
                        "net_carbon",
                        "Net carbon",
                        "净碳量",
                        Source.SPACES,
                        GeometryType.POLYGON,
                        List.of("net_carbon", "outline"),
                        true),
                List.of(CODE, NAME, SAMPLED, NET_CARBON, NEIGHBOURS),
                feature("A01", square(106.400, 29.800), "A01", "嘉陵 <b>花园</b> & \"co\"", true, 12345.678901, 3L),
                feature("A02", square(106.402, 29.800), "A02", "bad\u0001text", false, null, 0L));
        add(
                "beibei",
                beibei,
                "EPSG:4544",
                definition("roads", "Roads", "道路", Source.ROADS, GeometryType.LINE, List.of("roads"), false),
                List.of(NAME),
                feature("1", line(106.399, 29.802, 106.404, 29.802), "碚南大道"));
        add(
                "beibei",
                beibei,
                "EPSG:4544",
                definition("trees", "Trees", null, Source.CROWNS, GeometryType.POINT, List.of("trees"), true),
                List.of(CODE),
                feature("1", FACTORY.createPoint(new Coordinate(106.4005, 29.8005)), "T1"));
        add(
                "yuexiu",
                new LocalizedText(null, "越秀"),
                "EPSG:4547",
                definition("green_ratio", "Green", "绿地率", Source.SPACES, GeometryType.POLYGON, List.of("green"), true),
                List.of(CODE));
    }

    @Override
    public List<PublishedLayer> layers() {
        return List.copyOf(features.keySet());
    }

    @Override
    public Optional<PublishedLayer> layer(String qualifiedName) {
        return features.keySet().stream()
                .filter(layer -> layer.qualifiedName().equals(qualifiedName))
                .findFirst();
    }

    @Override
    public long updateSequence() {
        return UPDATE_SEQUENCE;
    }

    @Override
    public void scan(PublishedLayer layer, Envelope box, Consumer<? super FeatureView> action) {
        features.get(layer).stream()
                .filter(feature ->
                        box == null || box.intersects(feature.geometry().getEnvelopeInternal()))
                .map(FeatureView::of)
                .forEach(action);
    }

    @Override
    public String sld(PublishedLayer layer, String style) {
        return """
                <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
                  <NamedLayer><Name>layer</Name><UserStyle><Name>%s</Name><FeatureTypeStyle><Rule>
                    <Title>all | 全部</Title>%s
                  </Rule></FeatureTypeStyle></UserStyle></NamedLayer>
                </StyledLayerDescriptor>
                """.formatted(style, symbolizer(layer.definition().geometry()));
    }

    private static String symbolizer(GeometryType geometry) {
        return switch (geometry) {
            case POLYGON ->
                "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">#C0392B</CssParameter></Fill></PolygonSymbolizer>";
            case LINE ->
                "<LineSymbolizer><Stroke><CssParameter name=\"stroke\">#2E5FA3</CssParameter></Stroke>"
                        + "</LineSymbolizer>";
            case POINT ->
                "<PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName></Mark><Size>8</Size>"
                        + "</Graphic></PointSymbolizer>";
        };
    }

    private void add(
            String study,
            LocalizedText title,
            String crs,
            LayerDefinition definition,
            List<Attribute> attributes,
            SnapshotFeature... content) {
        Envelope bounds = new Envelope();
        Arrays.stream(content)
                .forEach(feature -> bounds.expandToInclude(feature.geometry().getEnvelopeInternal()));
        features.put(
                new PublishedLayer(
                        study,
                        definition,
                        title,
                        crs,
                        "v1",
                        Instant.EPOCH,
                        content.length == 0 ? null : bounds,
                        content.length,
                        attributes,
                        null),
                List.of(content));
    }

    private static LayerDefinition definition(
            String name,
            String en,
            String zh,
            Source source,
            GeometryType geometry,
            List<String> styles,
            boolean queryable) {
        return new LayerDefinition(
                name,
                new LocalizedText(en, zh),
                new LocalizedText(en + " of the study", zh),
                List.of("carbon", "碳汇"),
                source,
                geometry,
                List.of(),
                styles,
                queryable,
                null);
    }

    private static Attribute attribute(String name, Class<?> type, String unit, String en, String zh) {
        return new Attribute(name, type, unit, new LocalizedText(en, zh));
    }

    private static SnapshotFeature feature(String id, Geometry geometry, Object... values) {
        return new SnapshotFeature(id, geometry, new ArrayList<>(Arrays.asList(values)));
    }

    private static Geometry square(double west, double south) {
        return FACTORY.toGeometry(new Envelope(west, west + 0.001, south, south + 0.001));
    }

    private static Geometry line(double x1, double y1, double x2, double y2) {
        return FACTORY.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }
}
