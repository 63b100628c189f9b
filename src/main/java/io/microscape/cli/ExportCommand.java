package io.microscape.cli;

import io.microscape.atlas.SnapshotAtlas;
import io.microscape.export.AtlasExport;
import io.microscape.export.ExportOptions;
import io.microscape.export.ExportReport;
import io.microscape.export.pyramid.PyramidOptions;
import io.microscape.export.pyramid.TilePyramidExport;
import io.microscape.pipeline.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the joined result of a study to a file. */
@Command(
        name = "export",
        description = "Write the joined result to a file; the format goes by the suffix:"
                + " .csv, .geojson, .gpkg, .fgb or .shp.zip. With .pmtiles, .mbtiles, or .gpkg and --tiles: the"
                + " published layers as tiles, for a map on a static host.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Option(names = "--wkt", description = "In CSV, add the geometry as WKT (EPSG:4326).")
    private boolean wkt;

    @Option(names = "--bom", description = "In CSV, begin with a byte order mark, which Excel needs for Chinese text.")
    private boolean byteOrderMark;

    @Option(names = "--tiles", description = "In a GeoPackage, write the map as tiles of pictures.")
    private boolean tiles;

    @Option(
            names = "--layer",
            description = "Tiles: a layer to write, bottom to top if given more than once (default: all polygon layers"
                    + " as vector tiles; the first layer as pictures).")
    private List<String> layers = List.of();

    @Option(names = "--raster", description = "Tiles: pictures in PNG instead of vector tiles.")
    private boolean raster;

    @Option(names = "--min-zoom", description = "Tiles: coarsest level (default: 0).")
    private int minZoom;

    @Option(names = "--max-zoom", description = "Tiles: finest level (default: 16 for vector tiles, 18 for pictures).")
    private Integer maxZoom;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<TilePyramidExport.Format> archive = TilePyramidExport.Format.of(file);
        if (archive.isPresent() && (tiles || archive.get() != TilePyramidExport.Format.GEOPACKAGE)) {
            writeTiles(archive.get());
            return 0;
        }
        AtlasExport.Format format = AtlasExport.formatOf(file);
        try (Workspace workspace = Workspace.open(home.settings())) {
            ExportReport report = AtlasExport.write(
                    workspace.store(),
                    workspace.pipeline().study(study),
                    format,
                    file,
                    new ExportOptions(wkt, byteOrderMark));
            report.notes().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().println("wrote " + report.rows() + " spaces to " + file);
        }
        return 0;
    }

    private void writeTiles(TilePyramidExport.Format format) throws IOException {
        boolean pictures = raster || format == TilePyramidExport.Format.GEOPACKAGE;
        int finest = pictures ? PyramidOptions.FINEST_OF_PICTURES : PyramidOptions.FINEST_OF_VECTORS;
        PyramidOptions options = new PyramidOptions(layers, minZoom, maxZoom == null ? finest : maxZoom, pictures);
        try (Workspace workspace = Workspace.open(home.settings());
                ConsoleProgress progress = new ConsoleProgress(System.err)) {
            TilePyramidExport.Report report = new TilePyramidExport(
                            new SnapshotAtlas(home.settings().home()))
                    .write(workspace.pipeline().study(study).key(), format, file, options, progress);
            progress.close();
            spec.commandLine()
                    .getErr()
                    .println("wrote " + report.tiles() + " tiles of " + String.join(", ", report.layers()) + " to "
                            + file);
        }
    }
}
