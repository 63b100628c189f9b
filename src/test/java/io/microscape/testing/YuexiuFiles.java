package io.microscape.testing;

import io.microscape.study.Cover;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The layers of {@code yuexiu/study.yml} read straight from the files. All geometries of the
 * files are valid and none is there twice, so that there is nothing to repair or remove on either side of a comparison.
 */
public final class YuexiuFiles {
    private static final String GREEN = "Yuexiu_osm_green_proj";
    private static final String ROADS = "Yuexiu_osm_roads_proj";

    public final List<MicroSpace> spaces = new ArrayList<>();
    public final List<Surface> surfaces = new ArrayList<>();
    public final List<Road> roads = new ArrayList<>();
    public final LandCover landCover;

    private YuexiuFiles() throws SQLException, IOException {
        each(
                GREEN,
                "osm_id, name",
                "1 = 1",
                (row, geometry) ->
                        spaces.add(new MicroSpace(row.getString(1), row.getString(2), null, true, geometry)));
        each(
                GREEN,
                "osm_id",
                "landuse IS NOT NULL OR \"natural\" IS NOT NULL OR leisure IN ('park', 'garden')",
                (row, geometry) -> surfaces.add(new Surface(Cover.GREEN, geometry)));
        each(
                ROADS,
                "osm_id, name, highway",
                "1 = 1",
                (row, geometry) -> roads.add(new Road(row.getString(2), row.getString(3), false, false, 0, geometry)));
        landCover = LandCover.read(SharedData.path("yuexiu/Yuexiu_worldcover_proj.tif"));
    }

    public static YuexiuFiles read() {
        try {
            return new YuexiuFiles();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface RowAction {
        void accept(ResultSet row, Geometry geometry) throws SQLException;
    }

    private static void each(String layer, String columns, String where, RowAction action) throws SQLException {
        Path file = SharedData.path("yuexiu/" + layer + ".gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro&immutable=1");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + columns + ", geom FROM " + layer + " WHERE " + where + " ORDER BY osm_id")) {
            while (row.next()) {
                action.accept(row, geometry(row.getBytes("geom")));
            }
        }
    }

    /** A GeoPackage geometry: a header with an envelope of the size that its flags give, then WKB. */
    public static Geometry geometry(byte[] blob) {
        int[] envelopeBytes = {0, 32, 48, 48, 64};
        int header = 8 + envelopeBytes[(blob[3] >> 1) & 7];
        try {
            return new WKBReader().read(Arrays.copyOfRange(blob, header, blob.length));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The land-cover raster; class 10 is tree cover. */
    public static final class LandCover {
        private static final int NO_DATA = -9999;
        // as gdalinfo prints them
        public static final double WEST = 421684.124699999985751;
        public static final double NORTH = 2563760.481300000101328;
        public static final double CELL_WIDTH = 8.964402906350923;
        public static final double CELL_HEIGHT = 8.964402774274866;

        public final int columns;
        public final int rows;
        private final short[] classes;

        private LandCover(int columns, int rows, short[] classes) {
            this.columns = columns;
            this.rows = rows;
            this.classes = classes;
        }

        static LandCover read(Path file) throws IOException {
            try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
                ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
                reader.setInput(input);
                var raster = reader.read(0).getRaster();
                int[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
                short[] classes = new short[samples.length];
                for (int i = 0; i < samples.length; i++) {
                    classes[i] = (short) samples[i];
                }
                return new LandCover(raster.getWidth(), raster.getHeight(), classes);
            }
        }

        /** Class of a cell, -9999 where there is none. */
        public int classOf(int column, int row) {
            return column < 0 || row < 0 || column >= columns || row >= rows
                    ? NO_DATA
                    : classes[row * columns + column];
        }
    }
}
