package io.microscape.tiles;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureValues;
import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.portrayal.MapImage.StyledLayer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Tiles as Mapbox Vector Tiles 2.1 in WebMercatorQuad. A tile has a layer for each published layer that it is made of, under
 * the name of its definition; features carry all attributes that have a value, as text, number or truth value, and a
 * numeric identifier. Styles play no part. Thread-safe.
 */
public final class VectorTiles {
    /** The registered media type of vector tiles. */
    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    /** The finest level that clients need to ask for: a unit is 0.15 m there, and they enlarge its tiles beyond it. */
    public static final int MAX_ZOOM = 16;

    private static final byte[] EMPTY = new byte[0];
    private static final int OVERHEAD_BYTES = 256;
    private static final CoordinateSystem LON_LAT = CoordinateSystem.of("CRS:84");

    private final Atlas atlas;
    private final TileCache<TileKey, byte[]> cache;

    /**
     * Tiles of that atlas' layers.
     *
     * @param cacheBytes most bytes of zipped tiles that are kept
     */
    public VectorTiles(Atlas atlas, long cacheBytes) {
        this.atlas = atlas;
        this.cache = new TileCache<>(cacheBytes, tile -> tile.length + OVERHEAD_BYTES);
    }

    private record TileKey(String content, int level, int column, int row) {}

    /**
     * The tile, zipped with gzip as clients and archives take it; empty when there are no features on it.
     *
     * @param address a tile of {@link TileMatrixSet#WEB_MERCATOR}
     */
    public Optional<byte[]> gzippedTile(TileLayer layer, TileAddress address) {
        TileKey key = new TileKey(layer.content(), address.matrix().level(), address.column(), address.row());
        byte[] tile = cache.get(key, () -> tile(layer, address).map(Gzip::zip).orElse(EMPTY));
        return tile.length == 0 ? Optional.empty() : Optional.of(tile);
    }

    /** The tile made anew, not zipped and not kept; empty when there are no features on it. */
    public Optional<byte[]> tile(TileLayer layer, TileAddress address) {
        boolean near = layer.range(address.set(), address.matrix())
                .filter(range -> range.contains(address.column(), address.row()))
                .isPresent();
        if (!near) {
            return Optional.empty();
        }
        VectorTile.Tile.Builder tile = VectorTile.Tile.newBuilder();
        for (StyledLayer styled : layer.layers()) {
            addLayer(tile, styled.layer(), address.box());
        }
        return tile.getLayersCount() == 0
                ? Optional.empty()
                : Optional.of(tile.build().toByteArray());
    }

    private void addLayer(VectorTile.Tile.Builder tile, PublishedLayer layer, Envelope box) {
        VectorTileGeometry geometries = new VectorTileGeometry(box);
        Envelope lonLat = CoordinateTransform.between(CoordinateSystem.of(TileMatrixSet.WEB_MERCATOR.crs()), LON_LAT)
                .apply(geometries.bufferedBox());
        MvtLayerProps values = new MvtLayerProps();
        VectorTile.Tile.Layer.Builder content = VectorTile.Tile.Layer.newBuilder()
                .setVersion(2)
                .setName(layer.definition().name())
                .setExtent(VectorTileGeometry.EXTENT);
        boolean polygons = layer.definition().geometry() == GeometryType.POLYGON;
        atlas.scan(layer, lonLat, feature -> {
            Geometry geometry = geometries.of(feature, polygons);
            if (geometry.isEmpty()) {
                return;
            }
            geometry.setUserData(feature);
            JtsAdapter.addFeatures(
                    content,
                    geometry,
                    values,
                    (userData, properties, target) -> addTags(layer, (FeatureValues) userData, properties, target));
        });
        if (content.getFeaturesCount() > 0) {
            MvtUtil.writeProps(content, values);
            tile.addLayers(content);
        }
    }

    private static void addTags(
            PublishedLayer layer,
            FeatureValues feature,
            MvtLayerProps properties,
            VectorTile.Tile.Feature.Builder target) {
        target.setId(numericId(feature.id()));
        List<PublishedLayer.Attribute> attributes = layer.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Object value = feature.value(i);
            if (value != null) {
                target.addTags(properties.addKey(attributes.get(i).name()));
                target.addTags(properties.addValue(value));
            }
        }
    }

    /**
     * The identifier as the whole number that the format asks for: itself where it is one, else 52 bits of its FNV-1a hash,
     * which JavaScript can hold exactly. Two of a million codes share a number with a chance of one in 9,000; the attribute
     * {@code code} has the identifier itself.
     */
    static long numericId(String id) {
        if (id.matches("0|[1-9]\\d{0,14}")) {
            return Long.parseLong(id);
        }
        long hash = 0xcbf29ce484222325L;
        for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash >>> 12;
    }
}
