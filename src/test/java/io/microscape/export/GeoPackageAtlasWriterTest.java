package io.microscape.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.export.AtlasExport.Format;
import io.microscape.study.AtlasRow;
import io.microscape.study.LocalizedText;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.Gdal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPackageAtlasWriterTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void export() throws IOException {
        file = export("a.gpkg", ExampleStudy.ROWS);
    }

    @Test
    void conformsByTheCheckerOfGdal() throws IOException {
        Path empty = export("empty.gpkg", List.of());
        for (Path checked : List.of(file, empty)) {
            Gdal.runWithoutWarning(
                    "/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "--extra", checked.toString());
        }
    }

    @Test
    void isVersion13() throws SQLException {
        assertThat(query("PRAGMA application_id")).containsExactly(String.valueOf(0x47504B47));
        assertThat(query("PRAGMA user_version")).containsExactly("10300");
    }

    @Test
    void contentsTellBoundsAndWhenTheyChanged() throws SQLException {
        assertThat(query("SELECT min_x || ' ' || min_y || ' ' || max_x || ' ' || max_y FROM gpkg_contents"))
                .containsExactly("0.0 -0.1 106.6 29.831");
        assertThat(query("SELECT table_name || ' ' || srs_id || ' ' || description FROM gpkg_contents"))
                .containsExactly("beibei 4326 Micro-spaces of Beibei 北碚社区小微空间");
        Instant lastChange =
                Instant.parse(query("SELECT last_change FROM gpkg_contents").get(0));
        assertThat(Duration.between(lastChange, Instant.now()).abs()).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void theSpatialIndexFindsEachFeature() throws SQLException {
        assertThat(Gdal.info(file, "-q", "-sql", "SELECT HasSpatialIndex('beibei', 'geom')"))
                .contains("HasSpatialIndex (Integer) = 1");
        assertThat(query("SELECT code FROM beibei JOIN rtree_beibei_geom ON fid = id "
                        + "WHERE minx <= 11.2 AND maxx >= 11.2 AND miny <= 10.5 AND maxy >= 10.5"))
                .containsExactly("B-2");
    }

    @Test
    void columnsHaveTitlesWithUnits() throws SQLException {
        assertThat(query("SELECT title || ': ' || description FROM gpkg_data_columns WHERE column_name = 'area_m2'"))
                .containsExactly("area 面积 (m²): area of the micro-space 小微空间面积");
        assertThat(query("SELECT count(*) FROM gpkg_data_columns"))
                .isEqualTo(query("SELECT count(*) FROM pragma_table_info('beibei') WHERE name NOT IN ('fid', 'geom')"));
    }

    @Test
    void featuresLieInTheOrderTheyCame() throws SQLException {
        assertThat(query("SELECT code FROM beibei ORDER BY fid"))
                .containsExactly("A-1, \"corner\"\nsecond line", "B-2", "中-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "table", "rowid", "fid"})
    void aStudyMayBeCalledByAWordOfSql(String key) throws IOException {
        Study study = new Study(key, new LocalizedText(key, null), null, StudyParameters.DEFAULTS, List.of());
        Path target = folder.resolve("word.gpkg");
        AtlasExport.write(
                ExampleStudy.store(key, action -> ExampleStudy.ROWS.forEach(action)),
                study,
                Format.GEOPACKAGE,
                target,
                new ExportOptions(false));
        assertThat(Gdal.features(target.toString())).hasSize(3);
    }

    private Path export(String name, List<AtlasRow> rows) throws IOException {
        Path target = folder.resolve(name);
        AtlasExport.write(
                ExampleStudy.store(rows), ExampleStudy.STUDY, Format.GEOPACKAGE, target, new ExportOptions(false));
        return target;
    }

    private List<String> query(String sql) throws SQLException {
        List<String> firstColumn = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                firstColumn.add(rows.getString(1));
            }
        }
        return firstColumn;
    }
}
