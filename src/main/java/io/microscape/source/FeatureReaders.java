package io.microscape.source;

import io.microscape.source.csv.CsvReader;
import io.microscape.source.dbf.DbfReader;
import io.microscape.source.file.LayerChoice;
import io.microscape.source.file.SourceFile;
import io.microscape.source.file.ZipArchives;
import io.microscape.source.flatgeobuf.FlatGeobufReader;
import io.microscape.source.geojson.GeoJsonReader;
import io.microscape.source.geopackage.GeoPackageReader;
import io.microscape.source.mapping.KindTargets;
import io.microscape.source.shapefile.ShapefileReader;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Opens a vector or table source with the reader of its format, told by the suffix, else by the first bytes. */
public final class FeatureReaders {
    private static final List<String> MAIN_SUFFIXES =
            List.of(".shp", ".gpkg", ".fgb", ".geojson", ".json", ".geojsonl", ".csv", ".tsv", ".txt", ".dbf");
    private static final Set<String> SHAPEFILE_PARTS = Set.of(".shx", ".prj", ".cpg", ".cst");
    private static final Set<String> OTHER_SUFFIXES = Set.of(".shx", ".prj", ".cpg", ".cst", ".gpkg-wal");
    private static final String READ_FORMATS =
            "use Shapefile, GeoPackage, FlatGeobuf, GeoJSON, CSV or a zip of one of them";

    /** Formats that people have but that are not read, and what to do about them. */
    private static final Map<String, String> MENDS = Map.ofEntries(
            Map.entry(".kmz", "convert it to GeoPackage or GeoJSON (QGIS, ogr2ogr)"),
            Map.entry(".kml", "convert it to GeoPackage or GeoJSON (QGIS, ogr2ogr)"),
            Map.entry(".gml", "convert it to GeoPackage or GeoJSON (QGIS, ogr2ogr)"),
            Map.entry(".gpx", "convert it to GeoPackage or GeoJSON (QGIS, ogr2ogr)"),
            Map.entry(".gdb", "export the layer as GeoPackage (ArcGIS, QGIS)"),
            Map.entry(".tab", "export the layer as GeoPackage (MapInfo, QGIS)"),
            Map.entry(".mif", "export the layer as GeoPackage (MapInfo, QGIS)"),
            Map.entry(".dwg", "export the layer as GeoPackage or Shapefile"),
            Map.entry(".dxf", "export the layer as GeoPackage or Shapefile"),
            Map.entry(".xls", "save the sheet as CSV (UTF-8)"),
            Map.entry(".xlsx", "save the sheet as CSV (UTF-8)"),
            Map.entry(".et", "save the sheet as CSV (UTF-8)"),
            Map.entry(".ods", "save the sheet as CSV (UTF-8)"),
            Map.entry(".doc", "save its table as CSV (UTF-8)"),
            Map.entry(".docx", "save its table as CSV (UTF-8)"),
            Map.entry(".rar", "unpack it, or pack the files as zip"),
            Map.entry(".7z", "unpack it, or pack the files as zip"),
            Map.entry(".osm", "import it as kind osm"),
            Map.entry(".pbf", "import it as kind osm"),
            Map.entry(".tif", "a raster can only be imported as kind canopy"),
            Map.entry(".tiff", "a raster can only be imported as kind canopy"));

    private FeatureReaders() {}

    /**
     * Opens a source: a file, a folder with a Shapefile, or a zip of a file.
     *
     * @return a reader; closing it also removes what was unpacked
     * @throws InvalidInputException if there is no such file, its format is not read, it is damaged, or it has several
     *     layers and none was chosen
     */
    public static FeatureReader open(SourceSpec spec, ImportLimits limits) throws IOException {
        Path path = spec.file();
        if (!Files.exists(path)) {
            throw InvalidInputException.of(spec.fileName(), "there is no such file (" + path + ")", "check the path");
        }
        if (!Files.isReadable(path)) {
            throw InvalidInputException.of(spec.fileName(), "it may not be read", "check the file's permissions");
        }
        if (Files.isDirectory(path)) {
            return openFolder(spec, limits);
        }
        SourceFile file = SourceFile.of(path);
        if (suffixOf(file).equals(".zip")) {
            return openZip(file, spec, limits);
        }
        return openFile(file, spec, spec.layer(), limits);
    }

    private static FeatureReader openFolder(SourceSpec spec, ImportLimits limits) throws IOException {
        Path folder = spec.file();
        if (SourceFile.suffix(spec.fileName()).equals(".gdb")) {
            throw notRead(SourceFile.of(folder), ".gdb");
        }
        List<Path> shapefiles;
        try (Stream<Path> files = Files.list(folder)) {
            shapefiles = files.filter(file ->
                            SourceFile.suffix(file.getFileName().toString()).equals(".shp"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        if (shapefiles.isEmpty()) {
            throw InvalidInputException.of(
                    spec.fileName(), "the folder holds no Shapefile (.shp)", "name the file itself");
        }
        List<String> names = shapefiles.stream().map(SourceFile::baseName).toList();
        Path chosen = shapefiles.get(LayerChoice.choose(spec.fileName(), names, spec.layer()));
        return ShapefileReader.open(SourceFile.of(chosen).in(spec.fileName()), spec, limits);
    }

    private static FeatureReader openZip(SourceFile zip, SourceSpec spec, ImportLimits limits) throws IOException {
        ZipArchives.Unpacked unpacked = ZipArchives.unpack(zip, spec.layer(), MAIN_SUFFIXES, OTHER_SUFFIXES, limits);
        try {
            String inner = spec.layer() != null && unpacked.isNamed(spec.layer()) ? null : spec.layer();
            return new UnpackedReader(openFile(unpacked.file(), spec, inner, limits), unpacked);
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private static FeatureReader openFile(SourceFile file, SourceSpec spec, String layer, ImportLimits limits)
            throws IOException {
        String suffix = suffixOf(file);
        return switch (suffix) {
            case ".shp" -> ShapefileReader.open(file, spec, limits);
            case ".dbf" -> openDbf(file, spec, limits);
            case ".gpkg" -> GeoPackageReader.open(file, spec, layer, limits);
            case ".fgb" -> FlatGeobufReader.open(file, limits);
            case ".geojson", ".json", ".geojsonl" -> GeoJsonReader.open(at(file.path(), spec), limits);
            case ".csv", ".tsv", ".txt" -> CsvReader.open(at(file.path(), spec), limits);
            default -> {
                SourceFile shp = SHAPEFILE_PARTS.contains(suffix) ? file.sibling(".shp") : null;
                if (shp == null) {
                    throw notRead(file, suffix);
                }
                yield ShapefileReader.open(shp, spec, limits);
            }
        };
    }

    /** A .dbf stands for its Shapefile where features are wanted. */
    private static FeatureReader openDbf(SourceFile file, SourceSpec spec, ImportLimits limits) throws IOException {
        SourceFile shp = KindTargets.isTable(spec.kind()) ? null : file.sibling(".shp");
        return shp == null ? DbfReader.open(file, spec.encoding()) : ShapefileReader.open(shp, spec, limits);
    }

    private static SourceSpec at(Path path, SourceSpec spec) {
        return new SourceSpec(
                spec.kind(),
                path,
                spec.crs(),
                spec.encoding(),
                spec.layer(),
                spec.fields(),
                spec.where(),
                spec.x(),
                spec.y(),
                spec.covered(),
                spec.preset(),
                spec.validOnly());
    }

    /** The suffix, or for an unknown one the suffix of the format that the first bytes show. */
    private static String suffixOf(SourceFile file) throws IOException {
        String suffix = SourceFile.suffix(file.path().getFileName().toString());
        if (suffix.equals(".zip")
                || MAIN_SUFFIXES.contains(suffix)
                || SHAPEFILE_PARTS.contains(suffix)
                || MENDS.containsKey(suffix)) {
            return suffix;
        }
        byte[] start;
        try (var in = Files.newInputStream(file.path())) {
            start = in.readNBytes(1 << 12);
        }
        String shown = suffixByContent(start);
        return shown == null ? suffix : shown;
    }

    private static String suffixByContent(byte[] start) {
        String latin = new String(start, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004")) {
            return ".zip";
        }
        if (latin.startsWith("SQLite format 3\0")) {
            return ".gpkg";
        }
        if (latin.startsWith("fgb\u0003")) {
            return ".fgb";
        }
        if (latin.startsWith("\0\0\u0027\n")) {
            return ".shp";
        }
        String text = latin.startsWith("\u00EF\u00BB\u00BF") ? latin.substring(3) : latin;
        if (text.stripLeading().matches("(?s)[{\\[].*")) {
            return ".geojson";
        }
        String firstLine = text.lines().findFirst().orElse("");
        boolean printable = text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
        return printable
                        && firstLine.matches(".*[,;\t].*")
                        && !text.stripLeading().startsWith("<")
                ? ".csv"
                : null;
    }

    private static InvalidInputException notRead(SourceFile file, String suffix) {
        String mend = MENDS.getOrDefault(suffix, READ_FORMATS);
        return file.invalid(suffix.isEmpty() ? "its format is not known" : suffix + " files are not read here", mend);
    }

    /** A reader of an unpacked file, which is deleted on close. */
    private record UnpackedReader(FeatureReader reader, ZipArchives.Unpacked unpacked) implements FeatureReader {
        @Override
        public String format() {
            return reader.format();
        }

        @Override
        public String layer() {
            return reader.layer();
        }

        @Override
        public List<String> columns() {
            return reader.columns();
        }

        @Override
        public TextEncoding encoding() {
            return reader.encoding();
        }

        @Override
        public DeclaredCrs crs() {
            return reader.crs();
        }

        @Override
        public boolean hasGeometry() {
            return reader.hasGeometry();
        }

        @Override
        public SourceFeature next() throws IOException {
            return reader.next();
        }

        @Override
        public long done() {
            return reader.done();
        }

        @Override
        public long total() {
            return reader.total();
        }

        @Override
        public List<String> notes() {
            return reader.notes();
        }

        @Override
        public void close() throws IOException {
            try (unpacked) {
                reader.close();
            }
        }
    }
}
