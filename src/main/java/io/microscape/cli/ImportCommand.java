package io.microscape.cli;

import io.microscape.pipeline.ImportSummary;
import io.microscape.pipeline.Workspace;
import io.microscape.study.ImportReport;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Brings one source file into a study. */
@Command(
        name = "import",
        description = "Import one source into a study. All or nothing: if the file cannot be used, nothing changes.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "STUDY",
            description = "Study key or study file; a new key makes a new study.")
    private String study;

    @Parameters(
            index = "1",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description = "spaces, surfaces, roads, trees, canopy, plants, carbon, inventory, communities,"
                    + " community_carbon, renovation or osm.")
    private SourceKind kind;

    @Parameters(index = "2", paramLabel = "FILE", description = "The file or folder.")
    private Path file;

    @Option(
            names = "--crs",
            description =
                    "Coordinate system, when the file does not state the right one:" + " EPSG:4547, GCJ-02, BD-09.")
    private String crs;

    @Option(names = "--encoding", description = "Text encoding: GBK, GB18030, Big5, UTF-8.")
    private String encoding;

    @Option(names = "--layer", description = "Layer of a file that has several.")
    private String layer;

    @Option(
            names = "--field",
            paramLabel = "TARGET=SOURCE",
            description = "Column that a target is taken from, or a constant: --field cover==green.")
    private Map<String, String> fields;

    @Option(names = "--where", paramLabel = "ECQL", description = "Only features that pass this filter.")
    private String where;

    @Option(names = "--x", description = "Column of the x coordinate or longitude of a table.")
    private String x;

    @Option(names = "--y", description = "Column of the y coordinate or latitude of a table.")
    private String y;

    @Option(names = "--covered", description = "Test that makes a raster cell canopy: \">= 2\", \"== 10\".")
    private String covered;

    @Option(names = "--preset", description = "Tag table of an OSM file: urban (the default), or a file.")
    private String preset;

    @Option(names = "--valid-only", description = "Import the valid features and list the rejected ones.")
    private boolean validOnly;

    @Option(
            names = "--replace",
            description = "Also remove spaces, accounts or communities that the file does not name.")
    private boolean replace;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SourceSpec source =
                new SourceSpec(kind, file, crs, encoding, layer, fields, where, x, y, covered, preset, validOnly);
        try (Workspace workspace = Workspace.open(home.settings());
                ConsoleProgress progress = new ConsoleProgress(System.err)) {
            ImportReport report = workspace
                    .pipeline()
                    .importSource(workspace.pipeline().studyOrNew(study), source, replace, progress);
            progress.close();
            ImportSummary.lines(report).forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
        }
        return CommandLine.ExitCode.OK;
    }

    /** A kind by its lower-case name. */
    private static final class KindConverter implements ITypeConverter<SourceKind> {
        @Override
        public SourceKind convert(String value) {
            return SourceKind.of(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no kind '" + value + "'; kinds are " + SourceKind.keys()));
        }
    }
}
