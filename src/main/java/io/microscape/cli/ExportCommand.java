package io.microscape.cli;

import io.microscape.export.AtlasExport;
import io.microscape.export.ExportOptions;
import io.microscape.export.ExportReport;
import io.microscape.pipeline.Workspace;
import java.io.IOException;
import java.nio.file.Path;
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
                + " .csv, .geojson, .gpkg, .fgb or .shp.zip.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Option(names = "--wkt", description = "In CSV, add the geometry as WKT (EPSG:4326).")
    private boolean wkt;

    @Option(names = "--bom", description = "In CSV, begin with a byte order mark, which Excel needs for Chinese text.")
    private boolean byteOrderMark;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
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
}
