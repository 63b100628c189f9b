package io.microscape.tiles;

import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.study.LocalizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;

/** What vector tiles hold, as TileJSON 3.0.0 and the metadata of tile archives say it. */
public final class TileJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private TileJson() {}

    /**
     * The TileJSON document in UTF-8.
     *
     * @param tiles template of the tiles' address with {z}, {x} and {y}
     * @param language "en", "zh" or null for both
     */
    public static byte[] of(TileLayer layer, String tiles, String language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tilejson", "3.0.0");
        document.put("tiles", List.of(tiles));
        document.putAll(description(layer, language));
        document.put("minzoom", 0);
        document.put("maxzoom", VectorTiles.MAX_ZOOM);
        layer.bounds().ifPresent(bounds -> {
            document.put("bounds", corners(bounds));
            document.put("center", List.of(bounds.centre().x, bounds.centre().y, zoomThatShows(bounds)));
        });
        document.put("vector_layers", vectorLayers(layer, language, 0, VectorTiles.MAX_ZOOM));
        return JSON.writeValueAsBytes(document);
    }

    /** {@code name}, {@code description} and {@code scheme}, as TileJSON and MBTiles call them. */
    public static Map<String, Object> description(TileLayer layer, String language) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", text(layer.title(), language));
        description.put(
                "description",
                text(
                        layer.layers().size() == 1
                                ? layer.layers().get(0).layer().definition().description()
                                : layer.title(),
                        language));
        description.put("scheme", "xyz");
        return description;
    }

    /**
     * The {@code vector_layers} of the tiles. {@code fields} names each attribute's type, by which GDAL and others read it;
     * {@code titles} its readable name with unit.
     */
    public static List<Map<String, Object>> vectorLayers(TileLayer layer, String language, int minZoom, int maxZoom) {
        return layer.layers().stream()
                .map(StyledLayer::layer)
                .map(published -> vectorLayer(published, language, minZoom, maxZoom))
                .toList();
    }

    /** A level at which the extent fits about a screen. */
    public static int zoomThatShows(Envelope lonLat) {
        double degrees = Math.max(1e-4, Math.max(lonLat.getWidth(), lonLat.getHeight()));
        // a screen of about four tiles
        return (int) Math.max(0, Math.min(VectorTiles.MAX_ZOOM, Math.floor(Math.log(4 * 360 / degrees) / Math.log(2))));
    }

    private static Map<String, Object> vectorLayer(
            PublishedLayer published, String language, int minZoom, int maxZoom) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> titles = new LinkedHashMap<>();
        for (PublishedLayer.Attribute attribute : published.attributes()) {
            fields.put(attribute.name(), type(attribute));
            String title = text(attribute.title(), language);
            titles.put(attribute.name(), attribute.unit().isEmpty() ? title : title + " (" + attribute.unit() + ")");
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", published.definition().name());
        entry.put("description", text(published.definition().title(), language));
        entry.put("minzoom", minZoom);
        entry.put("maxzoom", maxZoom);
        entry.put("geometry_type", published.definition().geometry().name().toLowerCase(Locale.ROOT));
        entry.put("fields", fields);
        entry.put("titles", titles);
        return entry;
    }

    private static String type(PublishedLayer.Attribute attribute) {
        return Number.class.isAssignableFrom(attribute.type())
                ? "Number"
                : attribute.type().getSimpleName();
    }

    private static List<Double> corners(Envelope bounds) {
        return List.of(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }

    private static String text(LocalizedText text, String language) {
        return language == null ? text.both() : text.in(language);
    }
}
