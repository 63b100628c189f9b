package io.microscape.export.pyramid;

import io.microscape.tiles.TileJson;
import io.microscape.tiles.TileLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;

/** Writes an MBTiles 1.3 file: an SQLite database of a table of tiles and a table of metadata. */
final class MbtilesWriter implements TileArchive {
    private final Connection connection;
    private final PreparedStatement insert;

    /** Begins a file. @param bounds extent of the data in EPSG:4326, x = longitude */
    MbtilesWriter(Path file, PyramidOptions options, TileLayer layer, Envelope bounds) throws IOException {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE metadata (name TEXT, value TEXT)");
                statement.execute("CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,"
                        + " tile_data BLOB)");
            }
            writeMetadata(options, layer, bounds);
            insert = connection.prepareStatement("INSERT INTO tiles VALUES (?, ?, ?, ?)");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void add(int zoom, int column, int row, byte[] tile) throws IOException {
        try {
            insert.setInt(1, zoom);
            insert.setInt(2, column);
            // MBTiles counts rows from the south
            insert.setInt(3, (1 << zoom) - 1 - row);
            insert.setBytes(4, tile);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void finish() throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)");
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void writeMetadata(PyramidOptions options, TileLayer layer, Envelope bounds) throws SQLException {
        Map<String, Object> description = TileJson.description(layer, null);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("name", description.get("name").toString());
        metadata.put("description", description.get("description").toString());
        metadata.put("format", options.pictures() ? "png" : "pbf");
        metadata.put("type", "overlay");
        metadata.put("bounds", numbers(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()));
        int start = Math.max(options.minZoom(), Math.min(options.maxZoom(), TileJson.zoomThatShows(bounds)));
        metadata.put("center", numbers(bounds.centre().x, bounds.centre().y) + "," + start);
        metadata.put("minzoom", Integer.toString(options.minZoom()));
        metadata.put("maxzoom", Integer.toString(options.maxZoom()));
        if (!options.pictures()) {
            metadata.put(
                    "json",
                    JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "vector_layers",
                                    TileJson.vectorLayers(layer, null, options.minZoom(), options.maxZoom()))));
        }
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                statement.setString(1, entry.getKey());
                statement.setString(2, entry.getValue());
                statement.executeUpdate();
            }
        }
    }

    private static String numbers(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "%.7f", value));
        }
        return text.toString();
    }
}
