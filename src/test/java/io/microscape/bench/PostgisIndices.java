package io.microscape.bench;

import io.microscape.study.Crown;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * The same indices in SQL, as well as we can write it: GiST indexes, tables analysed, crowns buffered beforehand into an
 * indexed table, zones within the query, {@code ST_DWithin} for neighbours, parallel workers on. With
 * {@value #CUSTOMARY_SEGMENTS} segments a quadrant a disc lacks 0.64 % of its area; with {@value #ACCURATE_SEGMENTS} it
 * lacks 1e-4, which is what the indices are defined to.
 */
final class PostgisIndices implements AutoCloseable {
    /** Segments a quadrant that buffers have unless told otherwise. */
    static final int CUSTOMARY_SEGMENTS = 8;

    /** Segments a quadrant at which a disc is right to 1e-4: 1 - sin(x) / x for x = π / 128. */
    static final int ACCURATE_SEGMENTS = 64;

    private static final int BATCH = 2000;

    /** One statement, one pass over the spaces; the laterals use the GiST indexes. */
    private static final String COMPUTE = """
            CREATE UNLOGGED TABLE result AS
            SELECT s.id, s.code,
                   coalesce(ST_Area(g.geom), 0) / ST_Area(s.geom) AS green_ratio,
                   coalesce(CASE WHEN g.geom IS NULL THEN ST_Area(h.geom) ELSE ST_Area(ST_Difference(h.geom, g.geom)) END, 0)
                       / ST_Area(s.geom) AS hard_ratio,
                   r.length AS road_length, r.length / ST_Area(z.geom) AS road_density,
                   n.neighbours, n.connectivity,
                   coalesce(ST_Area(c.geom), 0) / ST_Area(s.geom) AS canopy_cover
            FROM space s
            CROSS JOIN LATERAL (SELECT ST_Buffer(s.geom, 15, %d) AS geom OFFSET 0) z
            CROSS JOIN LATERAL (SELECT ST_Union(ST_Intersection(p.geom, s.geom)) AS geom FROM surface p
                WHERE p.cover = 'GREEN' AND ST_Intersects(p.geom, s.geom)) g
            CROSS JOIN LATERAL (SELECT ST_Union(ST_Intersection(p.geom, s.geom)) AS geom FROM surface p
                WHERE p.cover = 'HARD' AND ST_Intersects(p.geom, s.geom)) h
            CROSS JOIN LATERAL (SELECT coalesce(sum(ST_Length(ST_Intersection(p.geom, z.geom))), 0) AS length FROM road p
                WHERE ST_Intersects(p.geom, z.geom)) r
            CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE d <= 15) AS neighbours,
                    1 - coalesce(CASE WHEN min(d) = 0 THEN 0 ELSE
                        exp(sum(ln(1 - power(2, -d / 15))) FILTER (WHERE d > 0)) END, 1) AS connectivity
                FROM (SELECT ST_Distance(p.geom, s.geom) AS d FROM space p
                    WHERE p.id <> s.id AND ST_DWithin(p.geom, s.geom, 150) OFFSET 0) o) n
            CROSS JOIN LATERAL (SELECT ST_Intersection(ST_Union(p.geom), s.geom) AS geom FROM crown p
                WHERE ST_Intersects(p.geom, s.geom)) c
            """;

    private final Connection connection;
    private String compute;

    PostgisIndices(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
    }

    String version() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()"
                                + " || ', GEOS ' || postgis_geos_version()")) {
            row.next();
            return row.getString(1);
        }
    }

    void load(List<MicroSpace> spaces, List<Surface> surfaces, List<Road> roads, List<Crown> crowns)
            throws SQLException {
        execute(
                "CREATE TABLE space (id serial PRIMARY KEY, code text, geom geometry(Polygon, 4544))",
                "CREATE TABLE surface (cover text, geom geometry(Polygon, 4544))",
                "CREATE TABLE road (geom geometry(LineString, 4544))",
                "CREATE TABLE tree (diameter double precision, geom geometry(Point, 4544))");
        insert("space (code, geom)", spaces, MicroSpace::code, MicroSpace::geometry);
        insert("surface (cover, geom)", surfaces, surface -> surface.cover().name(), Surface::geometry);
        insert("road (geom)", roads, null, Road::geometry);
        insert("tree (diameter, geom)", crowns, Crown::diameterM, Crown::geometry);
        execute(
                "CREATE INDEX ON space USING gist (geom)",
                "CREATE INDEX ON surface USING gist (geom)",
                "CREATE INDEX ON road USING gist (geom)",
                "VACUUM ANALYZE space",
                "VACUUM ANALYZE surface",
                "VACUUM ANALYZE road",
                "SET work_mem = '256MB'",
                "SET jit = off",
                "SET max_parallel_workers_per_gather = " + Runtime.getRuntime().availableProcessors(),
                "SET parallel_setup_cost = 0",
                "SET parallel_tuple_cost = 0",
                "SET min_parallel_table_scan_size = 0");
    }

    /** Prepares buffers of that many segments a quadrant, and the table of crowns with its index. */
    void useSegments(int segments) throws SQLException {
        compute = COMPUTE.formatted(segments);
        execute(
                "DROP TABLE IF EXISTS crown",
                "CREATE TABLE crown AS SELECT ST_Buffer(geom, diameter / 2, " + segments
                        + ")::geometry(Polygon, 4544) AS geom FROM tree",
                "CREATE INDEX ON crown USING gist (geom)",
                "VACUUM ANALYZE crown");
    }

    /** How many workers its planner takes. */
    String workers() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet line =
                        statement.executeQuery("EXPLAIN " + compute.replace("TABLE result", "TABLE planned"))) {
            while (line.next()) {
                if (line.getString(1).contains("Workers Planned")) {
                    return line.getString(1).strip();
                }
            }
        }
        return "Workers Planned: none";
    }

    void compute() throws SQLException {
        execute("DROP TABLE IF EXISTS result", compute);
    }

    /**
     * Prints the largest differences, and fails where they exceed what the buffers' segments explain.
     *
     * @param segments a quadrant, of the buffers of the last computation
     */
    void compareWith(List<LandscapeIndices> indices, int segments) throws SQLException {
        Map<String, LandscapeIndices> byCode =
                indices.stream().collect(Collectors.toMap(LandscapeIndices::code, Function.identity()));
        Map<String, Double> largest = new HashMap<>();
        int compared = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM result")) {
            while (row.next()) {
                LandscapeIndices ours = byCode.get(row.getString("code"));
                note(largest, "green_ratio", ours.greenRatio(), row);
                note(largest, "hard_ratio", ours.hardRatio(), row);
                note(largest, "road_length", ours.roadLengthM(), row);
                note(largest, "road_density", ours.roadDensity(), row);
                note(largest, "neighbours", ours.neighbours().doubleValue(), row);
                note(largest, "connectivity", ours.connectivity(), row);
                note(largest, "canopy_cover", ours.canopyCover(), row);
                compared++;
            }
        }
        System.out.printf("largest differences over %d spaces (what the segments of the buffers explain):%n", compared);
        // what a chord of the zone's edge or of a crown takes off falls with the square of the number of segments
        double coarseness = Math.pow((double) CUSTOMARY_SEGMENTS / segments, 2);
        Map<String, Double> allowed = Map.of(
                "green_ratio", 1e-9,
                "hard_ratio", 1e-9,
                "connectivity", 1e-9,
                "neighbours", 0.0,
                "road_length", 10 * Math.sqrt(coarseness),
                "road_density", 2e-3 * Math.sqrt(coarseness),
                "canopy_cover", 7e-3 * coarseness);
        boolean agree = compared == indices.size();
        for (Map.Entry<String, Double> limit : allowed.entrySet()) {
            double difference = largest.get(limit.getKey());
            agree &= difference <= limit.getValue();
            System.out.printf(Locale.ROOT, "  %-13s %.3g (%.3g)%n", limit.getKey(), difference, limit.getValue());
        }
        if (!agree) {
            throw new IllegalStateException("the results differ");
        }
    }

    private static void note(Map<String, Double> largest, String column, double ours, ResultSet row)
            throws SQLException {
        largest.merge(column, Math.abs(ours - row.getDouble(column)), Math::max);
    }

    private <T> void insert(String table, List<T> rows, Function<T, ?> attribute, Function<T, Geometry> geometry)
            throws SQLException {
        String values = attribute == null ? "(ST_GeomFromWKB(?, 4544))" : "(?, ST_GeomFromWKB(?, 4544))";
        WKBWriter writer = new WKBWriter();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table + " VALUES " + values)) {
            List<T> batch = new ArrayList<>();
            for (T row : rows) {
                int column = 1;
                if (attribute != null) {
                    statement.setObject(column++, attribute.apply(row));
                }
                statement.setBytes(column, writer.write(geometry.apply(row)));
                statement.addBatch();
                batch.add(row);
                if (batch.size() == BATCH) {
                    statement.executeBatch();
                    batch.clear();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
