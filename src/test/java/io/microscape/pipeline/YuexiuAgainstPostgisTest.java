package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import io.microscape.testing.PostgisServer;
import io.microscape.testing.SharedData;
import io.microscape.testing.YuexiuFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The indices of Yuexiu's 354 green and recreation spaces, imported and computed by a run of its study file, against an
 * independent reading of the files and an independent computation in SQL.
 */
class YuexiuAgainstPostgisTest {
    private static final double RELATIVE = 1e-4;

    @TempDir
    private static Path home;

    private static YuexiuFiles study;
    private static Map<String, LandscapeIndices> indices;
    private static Connection connection;

    @BeforeAll
    static void computeHereAndLoadThere() throws SQLException, IOException {
        study = YuexiuFiles.read();
        indices = computedByRun(SharedData.path("yuexiu/study.yml"));
        PostgisServer server = PostgisServer.get();
        connection = DriverManager.getConnection(server.newDatabase("yuexiu"), server.user(), server.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE space (code text PRIMARY KEY, geom geometry)");
            statement.execute("CREATE TABLE green (code text, geom geometry)");
            statement.execute("CREATE TABLE road (code text, geom geometry)");
            statement.execute("CREATE TABLE cell (col int, row int, class int)");
        }
        load("space", study.spaces.stream().collect(Collectors.toMap(MicroSpace::code, MicroSpace::geometry)));
        load("green", numbered(study.surfaces.stream().map(Surface::geometry).toList()));
        load("road", numbered(study.roads.stream().map(Road::geometry).toList()));
        loadCells();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX ON space USING gist (geom)");
            statement.execute("CREATE INDEX ON green USING gist (geom)");
            // a line that runs over itself counts as often as it does: overlay would unite it
            statement.execute("CREATE TABLE segment AS SELECT (ST_DumpSegments(geom)).geom FROM road");
            statement.execute("CREATE INDEX ON segment USING gist (geom)");
            // a road that grazes a zone of 180 segments loses 2e-4 of its length to the chords
            statement.execute("CREATE TABLE zone AS SELECT code, ST_Buffer(geom, 15, 720) AS geom FROM space");
            statement.execute("CREATE INDEX ON cell (row, col)");
            statement.execute("ANALYZE");
        }
    }

    private static Map<String, LandscapeIndices> computedByRun(Path studyFile) {
        Map<String, LandscapeIndices> computed = new HashMap<>();
        try (Workspace workspace =
                Workspace.open(Settings.fromEnvironment(Map.of("MICROSCAPE_HOME", home.toString())))) {
            workspace.pipeline().run(studyFile, Progress.NONE);
            workspace
                    .store()
                    .eachAtlasRow("yuexiu", row -> computed.put(row.space().code(), row.indices()));
        }
        return computed;
    }

    @AfterAll
    static void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    @Test
    void greenRatio() throws SQLException {
        compare(LandscapeIndices::greenRatio, """
                SELECT s.code, coalesce(ST_Area(ST_Intersection(s.geom, ST_Union(g.geom))), 0) / ST_Area(s.geom)
                FROM space s LEFT JOIN green g ON ST_Intersects(s.geom, g.geom)
                GROUP BY s.code, s.geom""");
    }

    @Test
    void roadLength() throws SQLException {
        compare(LandscapeIndices::roadLengthM, """
                SELECT z.code, coalesce(sum(ST_Length(ST_Intersection(z.geom, r.geom))), 0)
                FROM zone z LEFT JOIN segment r ON ST_Intersects(z.geom, r.geom)
                GROUP BY z.code""");
    }

    @Test
    void roadDensity() throws SQLException {
        compare(LandscapeIndices::roadDensity, """
                SELECT z.code, coalesce(sum(ST_Length(ST_Intersection(z.geom, r.geom))), 0) / ST_Area(z.geom)
                FROM zone z LEFT JOIN segment r ON ST_Intersects(z.geom, r.geom)
                GROUP BY z.code, z.geom""");
    }

    @Test
    void neighbours() throws SQLException {
        compare(space -> space.neighbours().doubleValue(), """
                SELECT s.code, count(o.code)
                FROM space s LEFT JOIN space o ON o.code <> s.code AND ST_DWithin(s.geom, o.geom, 15)
                GROUP BY s.code""");
    }

    @Test
    void connectivity() throws SQLException {
        compare(LandscapeIndices::connectivity, """
                SELECT code,
                       CASE WHEN min(d) = 0 THEN 1 ELSE 1 - coalesce(exp(sum(ln(nullif(1 - power(2, -d / 15), 0)))), 1) END
                FROM (SELECT s.code, ST_Distance(s.geom, o.geom) AS d
                      FROM space s LEFT JOIN space o ON o.code <> s.code AND ST_DWithin(s.geom, o.geom, 150)) pairs
                GROUP BY code""");
    }

    @Test
    void canopyCover() throws SQLException {
        compare(LandscapeIndices::canopyCover, """
                SELECT code,
                       CASE WHEN sum(part) FILTER (WHERE class <> -9999) > 1e-6 * area
                            THEN coalesce(sum(part) FILTER (WHERE class = 10), 0) / area END
                FROM (SELECT code, ST_Area(geom) AS area, class,
                             CASE WHEN ST_Contains(geom, box) THEN ST_Area(box)
                                  ELSE ST_Area(ST_Intersection(geom, box)) END AS part
                      FROM (SELECT s.code, s.geom, c.class, ST_MakeEnvelope(
                                %1$s + c.col * %3$s, %2$s - (c.row + 1) * %4$s,
                                %1$s + (c.col + 1) * %3$s, %2$s - c.row * %4$s, 4547) AS box
                            FROM space s JOIN cell c
                            ON c.col BETWEEN floor((ST_XMin(s.geom) - %1$s) / %3$s)
                                         AND floor((ST_XMax(s.geom) - %1$s) / %3$s)
                            AND c.row BETWEEN floor((%2$s - ST_YMax(s.geom)) / %4$s)
                                          AND floor((%2$s - ST_YMin(s.geom)) / %4$s)) boxes
                     ) parts
                GROUP BY code, area""".formatted(
                        YuexiuFiles.LandCover.WEST,
                        YuexiuFiles.LandCover.NORTH,
                        YuexiuFiles.LandCover.CELL_WIDTH,
                        YuexiuFiles.LandCover.CELL_HEIGHT));
    }

    private static void compare(Function<LandscapeIndices, Double> index, String sql) throws SQLException {
        Map<String, Double> expected = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Double value = row.getObject(2) == null ? null : row.getDouble(2);
                expected.put(row.getString("code"), value);
            }
        }
        assertThat(expected).hasSize(354).containsOnlyKeys(indices.keySet());
        assertThat(expected.values()).anyMatch(value -> value != null && value > 0);
        SoftAssertions.assertSoftly(softly -> expected.forEach((code, value) -> {
            Double actual = index.apply(indices.get(code));
            if (value == null) {
                softly.assertThat(actual).as(code).isNull();
            } else {
                softly.assertThat(actual)
                        .as(code + " " + indices.get(code).reasons())
                        .isCloseTo(value, within(RELATIVE * value + 1e-12));
            }
        }));
    }

    private static Map<String, Geometry> numbered(List<Geometry> geometries) {
        Map<String, Geometry> numbered = new HashMap<>();
        geometries.forEach(geometry -> numbered.put(Integer.toString(numbered.size()), geometry));
        return numbered;
    }

    private static void load(String table, Map<String, Geometry> geometries) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ST_GeomFromWKB(?, 4547))")) {
            for (Map.Entry<String, Geometry> entry : geometries.entrySet()) {
                insert.setString(1, entry.getKey());
                insert.setBytes(2, new WKBWriter().write(entry.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void loadCells() throws SQLException, IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < study.landCover.rows; row++) {
            for (int column = 0; column < study.landCover.columns; column++) {
                rows.append(column).append('\t').append(row).append('\t');
                rows.append(study.landCover.classOf(column, row)).append('\n');
            }
        }
        new CopyManager(connection.unwrap(BaseConnection.class))
                .copyIn("COPY cell FROM STDIN", new StringReader(rows.toString()));
    }
}
