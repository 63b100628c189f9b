package io.microscape.export.pyramid;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.MapDrawing;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.tiles.Gzip;
import io.microscape.tiles.RasterTiles;
import io.microscape.tiles.TileAddress;
import io.microscape.tiles.TileJson;
import io.microscape.tiles.TileLayer;
import io.microscape.tiles.TileMatrix;
import io.microscape.tiles.TileMatrixSet;
import io.microscape.tiles.TileRange;
import io.microscape.tiles.VectorTiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes published layers of a study as an archive of tiles in WebMercatorQuad: PMTiles or MBTiles with vector tiles or
 * pictures, GeoPackage with pictures. Tiles are made on all processors and written as they come, so that memory does not
 * grow with the archive. The file appears only when it is complete.
 */
public final class TilePyramidExport {
    private static final long MOST_TILES = 50_000_000;
    private static final int BATCH = 256;
    private static final long CACHE_BYTES = 16 << 20;

    private final Atlas atlas;
    private final VectorTiles vectors;
    private final RasterTiles pictures;

    /** Exports from that atlas. */
    public TilePyramidExport(Atlas atlas) {
        this.atlas = atlas;
        this.vectors = new VectorTiles(atlas, CACHE_BYTES);
        this.pictures = new RasterTiles(new MapDrawing(atlas), CACHE_BYTES);
    }

    /** Archives of tiles, by the suffix of their files. */
    public enum Format {
        PMTILES(".pmtiles"),
        MBTILES(".mbtiles"),
        /** Pictures only; a suffix that it shares with the joined result. */
        GEOPACKAGE(".gpkg");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }

        /** The format of a file by its suffix, upper or lower case. */
        public static Optional<Format> of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith(format.suffix)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What was written.
     *
     * @param tiles tiles with something on them
     * @param layers names of the layers
     */
    public record Report(long tiles, List<String> layers) {}

    /**
     * Writes the archive, replacing one that is there only when all is written.
     *
     * @throws InvalidInputException if the study has no such published layer, nothing is on its layers, the levels ask for
     *     too many tiles, or the folder is not there
     * @throws IOException if writing fails midway
     */
    public Report write(String study, Format format, Path file, PyramidOptions options, Progress progress)
            throws IOException {
        Path target = file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent()) || Files.isDirectory(target)) {
            throw InvalidInputException.of(
                    file.toString(), "it cannot be written there", "name a file in a folder that exists");
        }
        TileLayer layer = layer(study, options);
        Envelope bounds = layer.bounds()
                .orElseThrow(() -> InvalidInputException.of(
                        "study '" + study + "'", "its layers are empty", "import data and publish it"));
        long candidates = countTiles(layer, options);
        if (candidates > MOST_TILES) {
            throw new InvalidInputException(candidates + " tiles are more than the " + MOST_TILES
                    + " that are written to one file; lower --max-zoom");
        }
        Path folder = Files.createTempDirectory(target.getParent(), ".microscape-tiles-");
        Path complete = folder.resolve("complete");
        try {
            long written;
            try (TileArchive archive = archive(format, complete, layer, bounds, options)) {
                written = writeTiles(layer, options, archive, candidates, progress);
                archive.finish();
            }
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Report(
                    written,
                    layer.layers().stream()
                            .map(styled -> styled.layer().qualifiedName())
                            .toList());
        } finally {
            Files.deleteIfExists(complete);
            Files.deleteIfExists(folder);
        }
    }

    private static TileArchive archive(
            Format format, Path file, TileLayer layer, Envelope bounds, PyramidOptions options) throws IOException {
        return switch (format) {
            case PMTILES -> new PmtilesWriter(file, options, bounds, metadata(layer, options));
            case MBTILES -> new MbtilesWriter(file, options, layer, bounds);
            case GEOPACKAGE -> new GeoPackageTilesWriter(file, options, layer, bounds);
        };
    }

    private TileLayer layer(String study, PyramidOptions options) {
        List<PublishedLayer> published = atlas.layers().stream()
                .filter(layer -> layer.study().equals(study))
                .toList();
        if (published.isEmpty()) {
            throw InvalidInputException.of("study '" + study + "'", "it has no published layers", "publish it first");
        }
        List<PublishedLayer> chosen = new ArrayList<>();
        if (!options.layers().isEmpty()) {
            options.layers().forEach(name -> chosen.add(named(published, study, name)));
        } else if (options.pictures()) {
            chosen.add(published.get(0));
        } else {
            published.stream()
                    .filter(layer -> layer.definition().geometry() == GeometryType.POLYGON)
                    .forEach(chosen::add);
        }
        List<StyledLayer> styled = chosen.stream()
                .map(layer -> new StyledLayer(layer, layer.definition().styles().get(0)))
                .toList();
        return chosen.size() == 1
                ? TileLayer.of(chosen.get(0), styled.get(0).style())
                : new TileLayer(study, published.get(0).studyTitle(), styled);
    }

    private static PublishedLayer named(List<PublishedLayer> published, String study, String name) {
        String shortName = name.startsWith(study + ":") ? name.substring(study.length() + 1) : name;
        return published.stream()
                .filter(layer -> layer.definition().name().equals(shortName))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        "layer '" + name + "'",
                        "study " + study + " has none of that name",
                        "it has "
                                + String.join(
                                        ", ",
                                        published.stream()
                                                .map(layer -> layer.definition().name())
                                                .toList())));
    }

    private static long countTiles(TileLayer layer, PyramidOptions options) {
        long tiles = 0;
        for (int zoom = options.minZoom(); zoom <= options.maxZoom(); zoom++) {
            tiles += range(layer, zoom).map(TileRange::count).orElse(0L);
        }
        return tiles;
    }

    private long writeTiles(
            TileLayer layer, PyramidOptions options, TileArchive archive, long candidates, Progress progress)
            throws IOException {
        long[] done = {0, 0};
        List<TileAddress> batch = new ArrayList<>();
        for (int zoom = options.minZoom(); zoom <= options.maxZoom(); zoom++) {
            TileMatrix matrix = matrix(zoom);
            Optional<TileRange> range = range(layer, zoom);
            if (range.isPresent()) {
                HilbertTileId.visit(zoom, range.get(), (column, row) -> {
                    batch.add(new TileAddress(TileMatrixSet.WEB_MERCATOR, matrix, column, row));
                    if (batch.size() == BATCH) {
                        writeBatch(layer, options, archive, batch, done);
                        progress.at("writing tiles", done[0], candidates);
                    }
                });
            }
            writeBatch(layer, options, archive, batch, done);
        }
        return done[1];
    }

    /** Makes the tiles of the batch in parallel and writes them in order. */
    private void writeBatch(
            TileLayer layer, PyramidOptions options, TileArchive archive, List<TileAddress> batch, long[] done)
            throws IOException {
        List<Optional<byte[]>> tiles = batch.parallelStream()
                .map(address -> options.pictures()
                        ? pictures.png(layer, address)
                        : vectors.tile(layer, address).map(Gzip::zip))
                .toList();
        for (int i = 0; i < tiles.size(); i++) {
            if (tiles.get(i).isPresent()) {
                TileAddress address = batch.get(i);
                archive.add(
                        address.matrix().level(),
                        address.column(),
                        address.row(),
                        tiles.get(i).get());
                done[1]++;
            }
        }
        done[0] += batch.size();
        batch.clear();
    }

    private static byte[] metadata(TileLayer layer, PyramidOptions options) {
        Map<String, Object> metadata = new LinkedHashMap<>(TileJson.description(layer, null));
        metadata.remove("scheme");
        metadata.put("type", "overlay");
        metadata.put("generator", "Microscape");
        if (!options.pictures()) {
            metadata.put("vector_layers", TileJson.vectorLayers(layer, null, options.minZoom(), options.maxZoom()));
        }
        return JsonMapper.shared().writeValueAsBytes(metadata);
    }

    private static Optional<TileRange> range(TileLayer layer, int zoom) {
        return layer.range(TileMatrixSet.WEB_MERCATOR, matrix(zoom));
    }

    private static TileMatrix matrix(int zoom) {
        return TileMatrixSet.WEB_MERCATOR.matrices().get(zoom);
    }
}
