package io.microscape.tiles;

import io.microscape.crs.CoordinateSystem;
import io.microscape.study.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * A pyramid of tile matrices over one coordinate system in which every level halves the cell size of the one above, after
 * OGC 17-083r4 (Two Dimensional Tile Matrix Set). Immutable.
 */
public final class TileMatrixSet {
    /** Side of the standardised rendering pixel in m. */
    private static final double PIXEL_M = 0.00028;

    private static final double EARTH_RADIUS_M = 6_378_137;
    private static final double DEGREE_M = Math.toRadians(1) * EARTH_RADIUS_M;
    /** Half the width of the square world of Web Mercator. */
    private static final double MERCATOR_EDGE_M = Math.PI * EARTH_RADIUS_M;

    /** The latitude at which the world of Web Mercator is square. */
    private static final double MERCATOR_NORTH_DEGREES = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

    private static final String WEB_MERCATOR_CRS = "EPSG:3857";

    /** Levels 0 to 24 of the web's maps, EPSG:3857 (17-083r4, D.1). */
    public static final TileMatrixSet WEB_MERCATOR = new TileMatrixSet(
            "WebMercatorQuad",
            new LocalizedText("Google Maps compatible for the world", "网络墨卡托（与谷歌地图兼容）"),
            WEB_MERCATOR_CRS,
            "urn:ogc:def:crs:EPSG::3857",
            "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible",
            new Envelope(-MERCATOR_EDGE_M, MERCATOR_EDGE_M, -MERCATOR_EDGE_M, MERCATOR_EDGE_M),
            0,
            24);

    /** Levels 0 to 23 in longitude and latitude, CRS:84 (17-083r4, D.2). */
    public static final TileMatrixSet WORLD_CRS84 = new TileMatrixSet(
            "WorldCRS84Quad",
            new LocalizedText("CRS84 for the world", "全球经纬度（CRS84）"),
            "CRS:84",
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:wkss:OGC:1.0:GoogleCRS84Quad",
            new Envelope(-180, 180, -90, 90),
            0,
            23);

    /**
     * The pyramid of Chinese base maps in EPSG:4490, tile for tile that of Tianditu's matrix set "c": level 1 is two tiles
     * wide and one high, level 18 the finest of the base maps; two more levels follow for small sites. Tianditu writes
     * scale denominators for 96 dpi (295829355.45 at level 1); here they are those of the 0.28 mm pixel, from which WMTS
     * clients work out the same cell size.
     */
    public static final TileMatrixSet CGCS2000 = new TileMatrixSet(
            "CGCS2000Quad",
            new LocalizedText("CGCS2000 longitude and latitude, as Tianditu c", "国家大地坐标系经纬度（与天地图 c 系列一致）"),
            "EPSG:4490",
            "urn:ogc:def:crs:EPSG::4490",
            null,
            new Envelope(-180, 180, -90, 90),
            1,
            20);

    private static final List<TileMatrixSet> ALL = List.of(WEB_MERCATOR, WORLD_CRS84, CGCS2000);

    private final String identifier;
    private final LocalizedText title;
    private final String crs;
    private final String crsUri;
    private final String wellKnownScaleSet;
    private final Envelope extent;
    private final List<TileMatrix> matrices;

    private TileMatrixSet(
            String identifier,
            LocalizedText title,
            String crs,
            String crsUri,
            String wellKnownScaleSet,
            Envelope extent,
            int firstLevel,
            int lastLevel) {
        this.identifier = identifier;
        this.title = title;
        this.crs = crs;
        this.crsUri = crsUri;
        this.wellKnownScaleSet = wellKnownScaleSet;
        this.extent = extent;
        double unit = CoordinateSystem.of(crs).geographic() ? DEGREE_M : 1;
        int columns = (int) Math.round(extent.getWidth() / extent.getHeight());
        this.matrices = IntStream.rangeClosed(firstLevel, lastLevel)
                .mapToObj(level -> {
                    int rows = 1 << (level - firstLevel);
                    double cellSize = extent.getHeight() / rows / TileMatrix.TILE_PIXELS;
                    return new TileMatrix(
                            Integer.toString(level), level, cellSize * unit / PIXEL_M, cellSize, columns * rows, rows);
                })
                .toList();
    }

    /** The sets that tiles are offered in. */
    public static List<TileMatrixSet> all() {
        return ALL;
    }

    /** The set of that identifier, in any case. */
    public static Optional<TileMatrixSet> named(String identifier) {
        return ALL.stream()
                .filter(set -> set.identifier.equalsIgnoreCase(identifier))
                .findFirst();
    }

    /** "WebMercatorQuad". */
    public String identifier() {
        return identifier;
    }

    /** Title in both languages. */
    public LocalizedText title() {
        return title;
    }

    /** Code of the coordinate system, "EPSG:3857". */
    public String crs() {
        return crs;
    }

    /** URN of the coordinate system. */
    public String crsUri() {
        return crsUri;
    }

    /** URN of the well-known scale set that its scales are from; null if none. */
    public String wellKnownScaleSet() {
        return wellKnownScaleSet;
    }

    /** What its tiles cover, in its CRS with x = east. The top left corner is the origin of all its matrices. */
    public Envelope extent() {
        return new Envelope(extent);
    }

    /** What its tiles cover in longitude and latitude; Web Mercator ends at 85.0511 degrees. */
    public Envelope lonLatExtent() {
        double north = crs.equals(WEB_MERCATOR_CRS) ? MERCATOR_NORTH_DEGREES : extent.getMaxY();
        return new Envelope(-180, 180, -north, north);
    }

    /** The matrices, coarsest first. */
    public List<TileMatrix> matrices() {
        return matrices;
    }

    /** The matrix of that identifier. */
    public Optional<TileMatrix> matrix(String level) {
        return matrices.stream()
                .filter(matrix -> matrix.identifier().equals(level))
                .findFirst();
    }

    /**
     * The extent of a square block of tiles in the set's CRS, x = east.
     *
     * @param column westernmost column
     * @param row northernmost row
     * @param side tiles to the east and to the south
     */
    public Envelope box(TileMatrix matrix, int column, int row, int side) {
        double span = matrix.tileSpan();
        return new Envelope(
                extent.getMinX() + column * span,
                extent.getMinX() + (column + side) * span,
                extent.getMaxY() - (row + side) * span,
                extent.getMaxY() - row * span);
    }

    /**
     * The tiles that meet a box.
     *
     * @param box in the set's CRS, x = east
     * @return empty if it lies outside the set's extent
     */
    public Optional<TileRange> range(TileMatrix matrix, Envelope box) {
        if (!extent.intersects(box)) {
            return Optional.empty();
        }
        double span = matrix.tileSpan();
        return Optional.of(new TileRange(
                index((box.getMinX() - extent.getMinX()) / span, matrix.columns()),
                index((box.getMaxX() - extent.getMinX()) / span, matrix.columns()),
                index((extent.getMaxY() - box.getMaxY()) / span, matrix.rows()),
                index((extent.getMaxY() - box.getMinY()) / span, matrix.rows())));
    }

    @Override
    public String toString() {
        return identifier;
    }

    private static int index(double tiles, int count) {
        return (int) Math.max(0, Math.min(count - 1, Math.floor(tiles)));
    }
}
