package io.microscape.landscape;

import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import io.microscape.testing.PostgisServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;

/**
 * The indices of a {@link TrickyLandscape} by SQL: unions before intersections, buffers of 180 segments a quadrant, plain
 * distances. One statement computes an index of all spaces.
 */
final class PostgisIndices implements AutoCloseable {
    private static final int BATCH = 500;

    private final Connection connection;
    private final WKBWriter wkb = new WKBWriter();

    /** @param radius of the zones, m */
    PostgisIndices(TrickyLandscape.Layers landscape, double radius) throws SQLException {
        PostgisServer server = PostgisServer.get();
        connection =
                DriverManager.getConnection(server.newDatabase("tricky_landscape"), server.user(), server.password());
        execute("CREATE TABLE space (code text PRIMARY KEY, site text, geometry geometry)");
        execute("CREATE TABLE surface (cover text, geometry geometry)");
        execute("CREATE TABLE road (geometry geometry)");
        execute("CREATE TABLE crown (geometry geometry, disc_area_m2 double precision)");
        load("INSERT INTO space VALUES (?, split_part(?, '_', 1), ST_GeomFromWKB(?))", landscape.spaces(), this::space);
        load("INSERT INTO surface VALUES (?, ST_GeomFromWKB(?))", landscape.surfaces(), this::surface);
        load("INSERT INTO road VALUES (ST_GeomFromWKB(?))", landscape.roads(), this::road);
        load(
                "INSERT INTO crown SELECT ST_Buffer(ST_GeomFromWKB(?), ?, 'quad_segs=180'), ?",
                landscape.crowns(),
                this::crown);
        execute("ALTER TABLE space ADD COLUMN zone geometry");
        execute("UPDATE space SET zone = ST_Buffer(geometry, " + radius + ", 'quad_segs=180')");
        for (String table : List.of("space", "surface", "road", "crown")) {
            execute("CREATE INDEX ON " + table + " USING gist (geometry)");
            execute("ANALYZE " + table);
        }
    }

    /** Area of each space, m². */
    Map<String, Double> areas() throws SQLException {
        return query("SELECT code, ST_Area(geometry) FROM space");
    }

    Map<String, Double> perimeters() throws SQLException {
        return query("SELECT code, ST_Perimeter(geometry) FROM space");
    }

    Map<String, Double> greenRatios() throws SQLException {
        return query("""
                SELECT s.code, coalesce(ST_Area(ST_Intersection(s.geometry,
                    (SELECT ST_Union(f.geometry) FROM surface f WHERE f.cover = 'GREEN' AND f.geometry && s.geometry))), 0)
                    / ST_Area(s.geometry) FROM space s""");
    }

    Map<String, Double> hardRatios() throws SQLException {
        return query("""
                SELECT s.code, coalesce(ST_Area(ST_Difference(
                    ST_Intersection(s.geometry, (SELECT ST_Union(f.geometry) FROM surface f
                        WHERE f.cover = 'HARD' AND f.geometry && s.geometry)),
                    coalesce((SELECT ST_Union(f.geometry) FROM surface f
                        WHERE f.cover = 'GREEN' AND f.geometry && s.geometry), 'POLYGON EMPTY'))), 0)
                    / ST_Area(s.geometry) FROM space s""");
    }

    /** Share of each space under polygons of crowns; chords of discs lose up to 1.3e-5 of the disc. */
    Map<String, Double> canopyCovers() throws SQLException {
        return query("""
                SELECT s.code, coalesce(ST_Area(ST_Intersection(s.geometry,
                    (SELECT ST_Union(c.geometry) FROM crown c WHERE c.geometry && s.geometry))), 0)
                    / ST_Area(s.geometry) FROM space s""");
    }

    /** Area of the discs whose boxes meet the space's, m²: what the chords' loss is a share of. */
    Map<String, Double> discAreas() throws SQLException {
        return query(
                "SELECT s.code, coalesce((SELECT sum(c.disc_area_m2) FROM crown c WHERE c.geometry && s.geometry), 0)"
                        + " FROM space s");
    }

    Map<String, Double> zoneAreas() throws SQLException {
        return query("SELECT code, ST_Area(zone) FROM space");
    }

    Map<String, Double> roadLengths() throws SQLException {
        return query("""
                SELECT s.code, coalesce((SELECT sum(ST_Length(ST_Intersection(s.zone, segment.geom)))
                    FROM road r, ST_DumpSegments(r.geometry) segment WHERE r.geometry && s.zone), 0) FROM space s""");
    }

    Map<String, Double> neighbours(double radius) throws SQLException {
        return query("SELECT s.code, (SELECT count(*) FROM space o WHERE o.code <> s.code AND o.site = s.site"
                + " AND ST_Distance(s.geometry, o.geometry) <= " + radius + ")::double precision FROM space s");
    }

    /** 1 − the product of (1 − 2^(−d / radius)): the sum of logarithms where no distance is 0. */
    Map<String, Double> connectivities(double radius) throws SQLException {
        return query("""
                SELECT s.code, CASE WHEN min(d) = 0 THEN 1 WHEN min(d) IS NULL THEN 0
                    ELSE 1 - exp(sum(ln(1 - power(2, -nullif(d, 0) / %1$s)))) END
                FROM space s LEFT JOIN LATERAL (
                    SELECT ST_Distance(s.geometry, o.geometry) AS d FROM space o
                    WHERE o.site = s.site AND o.code <> s.code) o ON d <= 10 * %1$s
                GROUP BY s.code""".formatted(radius));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Map<String, Double> query(String sql) throws SQLException {
        Map<String, Double> values = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getDouble(2));
            }
        }
        return values;
    }

    @FunctionalInterface
    private interface Row<T> {
        void set(PreparedStatement row, T value) throws SQLException;
    }

    private <T> void load(String sql, List<T> values, Row<T> row) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (T value : values) {
                row.set(statement, value);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void space(PreparedStatement row, MicroSpace space) throws SQLException {
        row.setString(1, space.code());
        row.setString(2, space.code());
        row.setBytes(3, bytes(space.geometry()));
    }

    private void surface(PreparedStatement row, Surface surface) throws SQLException {
        row.setString(1, surface.cover().name());
        row.setBytes(2, bytes(surface.geometry()));
    }

    private void road(PreparedStatement row, Road road) throws SQLException {
        row.setBytes(1, bytes(road.geometry()));
    }

    private void crown(PreparedStatement row, Crown crown) throws SQLException {
        double radius = crown.geometry() instanceof Point ? crown.diameterM() / 2 : 0;
        row.setBytes(1, bytes(crown.geometry()));
        row.setDouble(2, radius);
        row.setDouble(3, Math.PI * radius * radius);
    }

    private byte[] bytes(Geometry geometry) {
        return wkb.write(geometry);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
