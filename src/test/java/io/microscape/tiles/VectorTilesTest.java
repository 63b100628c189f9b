package io.microscape.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureView;
import io.microscape.atlas.LayerDefinition;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import io.microscape.testing.Gdal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;

/** Vector tiles as GDAL decodes them: its coordinates are those of EPSG:3857. */
class VectorTilesTest {
    /** About 106.4 E, 29.8 N; the tile is 2,446 m wide in EPSG:3857, a pixel of 256 is 9.55 m. */
    private static final TileAddress TILE = new TileAddress(
            TileMatrixSet.WEB_MERCATOR, TileMatrixSet.WEB_MERCATOR.matrix("14").orElseThrow(), 13034, 6770);

    private static final double UNIT_M = 2 * Math.PI * 6378137 / (1 << 14) / 4096;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @TempDir
    private Path folder;

    private final List<SnapshotFeature> features = new ArrayList<>();

    @Test
    void carriesTypedAttributesAndLeavesOutWhatIsMissing() throws Exception {
        add("A1", "POLYGON ((106.4 29.8, 106.402 29.8, 106.402 29.802, 106.4 29.8))", "花园", true, 12.5, 7L);
        add("17", "POLYGON ((106.404 29.8, 106.406 29.8, 106.406 29.802, 106.404 29.8))", null, false, null, null);
        List<JsonNode> decoded = decoded();
        JsonNode first = decoded.get(0).get("properties");
        assertThat(first.get("name").asString()).isEqualTo("花园");
        assertThat(first.get("sampled").asBoolean()).isTrue();
        assertThat(first.get("area_m2").asDouble()).isEqualTo(12.5);
        assertThat(first.get("neighbours").asInt()).isEqualTo(7);
        JsonNode second = decoded.get(1).get("properties");
        assertThat(second.get("mvt_id").asLong()).isEqualTo(17);
        assertThat(second.get("name").isNull()).isTrue();
        assertThat(second.get("area_m2").isNull()).isTrue();
    }

    /** A square of 0.5 m, a pixel of 9.55 m in size; another beside it in the same pixel; a sliver of 1 cm by 300 m. */
    @Test
    void whatIsSmallerThanAPixelIsAPixelAndNeverVanishes() throws Exception {
        add("tiny", "POLYGON ((106.4 29.8, 106.400005 29.8, 106.400005 29.800005, 106.4 29.800005, 106.4 29.8))");
        add("near", "POLYGON ((106.400005 29.8, 106.40001 29.8, 106.40001 29.800005, 106.400005 29.8))");
        add("sliver", "POLYGON ((106.403 29.8, 106.406 29.8, 106.406 29.8000001, 106.403 29.8000001, 106.403 29.8))");
        List<JsonNode> decoded = decoded();
        assertThat(decoded).hasSize(2);
        double pixel = 16 * UNIT_M;
        for (JsonNode feature : decoded) {
            assertThat(geometry(feature).getArea()).isCloseTo(pixel * pixel, offset(0.01));
        }
    }

    /** Spiky random polygons with holes over the edges of the tile: valid, as large as before, within the margin. */
    @Test
    void polygonsStayValidAndInPlace() throws Exception {
        Random random = new Random(5);
        List<Polygon> originals = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Polygon star = star(random, 106.38 + random.nextDouble() * 0.05, 29.78 + random.nextDouble() * 0.04);
            originals.add(star);
            features.add(new SnapshotFeature(Integer.toString(i), star, Arrays.asList("s" + i, null, null, null)));
        }
        Envelope box = TILE.box();
        Envelope margin = new Envelope(box);
        margin.expandBy((VectorTileGeometry.BUFFER + 1) * UNIT_M);
        List<JsonNode> decoded = decoded();
        assertThat(decoded.size()).isGreaterThan(50);
        Geometry tile = FACTORY.toGeometry(margin);
        for (JsonNode feature : decoded) {
            Geometry polygon = geometry(feature);
            assertThat(polygon.isValid()).isTrue();
            assertThat(margin.contains(polygon.getEnvelopeInternal())).isTrue();
            Polygon original =
                    originals.get(feature.get("properties").get("mvt_id").asInt());
            Geometry expected = mercator(original).intersection(tile);
            // a unit of grid and a unit of simplification along the outline
            assertThat(polygon.symDifference(expected).getArea()).isLessThan(expected.getLength() * 1.5 * UNIT_M + 1);
        }
    }

    @Test
    void linesAreCutAtTheMargin() throws Exception {
        add("long", "LINESTRING (106 29.8, 107 29.8)");
        Geometry line = geometry(decoded().get(0));
        assertThat(line.getEnvelopeInternal().getWidth())
                .isCloseTo((4096 + 2 * VectorTileGeometry.BUFFER) * UNIT_M, offset(UNIT_M));
    }

    @Test
    void aTileWithoutFeaturesIsEmpty() throws Exception {
        add("far", "POLYGON ((106.5 29.8, 106.6 29.8, 106.6 29.9, 106.5 29.8))");
        assertThat(new VectorTiles(atlas(), 1 << 20).tile(layer(), TILE)).isEmpty();
    }

    private void add(String id, String wkt, Object... values) throws ParseException {
        features.add(new SnapshotFeature(
                id,
                new WKTReader().read(wkt),
                Arrays.asList(Arrays.copyOf(values, attributes().size()))));
    }

    private List<JsonNode> decoded() throws IOException {
        Path file = folder.resolve("tile.mvt");
        Files.write(file, new VectorTiles(atlas(), 1 << 20).tile(layer(), TILE).orElseThrow());
        return Gdal.features(
                file.toString(),
                "X=" + TILE.column(),
                "Y=" + TILE.row(),
                "Z=" + TILE.matrix().level(),
                "CLIP=NO");
    }

    private static Geometry geometry(JsonNode feature) throws ParseException {
        return new WKBReader()
                .read(HexFormat.of().parseHex(feature.get("wkb").asString().toLowerCase(Locale.ROOT)));
    }

    /** The formulas of the spherical Mercator. */
    private static Geometry mercator(Geometry lonLat) {
        Geometry copy = lonLat.copy();
        copy.apply((Coordinate place) -> {
            place.x = Math.toRadians(place.x) * 6378137;
            place.y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(place.y) / 2)) * 6378137;
        });
        copy.geometryChanged();
        return copy;
    }

    private static Polygon star(Random random, double x, double y) {
        double size = 0.0005 + random.nextDouble() * 0.004;
        int spikes = 5 + random.nextInt(20);
        Coordinate[] shell = new Coordinate[2 * spikes + 1];
        for (int i = 0; i < 2 * spikes; i++) {
            double radius = size * (i % 2 == 0 ? 1 : 0.3 + 0.4 * random.nextDouble());
            double angle = Math.PI * i / spikes;
            shell[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        shell[2 * spikes] = shell[0].copy();
        Geometry hole = FACTORY.createPoint(new Coordinate(x, y)).buffer(size * 0.15, 3);
        return FACTORY.createPolygon(
                FACTORY.createLinearRing(shell), new LinearRing[] {((Polygon) hole).getExteriorRing()});
    }

    private TileLayer layer() {
        return TileLayer.of(published(), "style");
    }

    private static List<PublishedLayer.Attribute> attributes() {
        LocalizedText none = new LocalizedText(null, null);
        return List.of(
                new PublishedLayer.Attribute("name", String.class, "", none),
                new PublishedLayer.Attribute("sampled", Boolean.class, "", none),
                new PublishedLayer.Attribute("area_m2", Double.class, "m²", none),
                new PublishedLayer.Attribute("neighbours", Long.class, "", none));
    }

    private PublishedLayer published() {
        Envelope bounds = new Envelope();
        features.forEach(feature -> bounds.expandToInclude(feature.geometry().getEnvelopeInternal()));
        LocalizedText title = new LocalizedText("Spaces", "空间");
        LayerDefinition definition = new LayerDefinition(
                "spaces",
                title,
                title,
                List.of(),
                LayerDefinition.Source.SPACES,
                LayerDefinition.GeometryType.POLYGON,
                List.of(),
                List.of("style"),
                true,
                null);
        return new PublishedLayer(
                "test", definition, title, null, "1", Instant.EPOCH, bounds, features.size(), attributes(), null);
    }

    private Atlas atlas() {
        return new Atlas() {
            @Override
            public List<PublishedLayer> layers() {
                return List.of(published());
            }

            @Override
            public Optional<PublishedLayer> layer(String qualifiedName) {
                return Optional.of(published());
            }

            @Override
            public long updateSequence() {
                return 1;
            }

            @Override
            public void scan(PublishedLayer layer, Envelope box, Consumer<? super FeatureView> action) {
                features.stream()
                        .filter(feature -> box.intersects(feature.geometry().getEnvelopeInternal()))
                        .map(FeatureView::of)
                        .forEach(action);
            }

            @Override
            public String sld(PublishedLayer layer, String style) {
                throw new UnsupportedOperationException("vector tiles have no style");
            }
        };
    }
}
