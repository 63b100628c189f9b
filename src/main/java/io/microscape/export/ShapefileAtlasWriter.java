package io.microscape.export;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A zipped ESRI Shapefile in WGS 84 and UTF-8, with {@code fields.csv} that tells which column each of its short field
 * names stands for. Its parts are written beside it first, for only a finished Shapefile knows its length. Empty text reads back as null, because a dBASE table cannot tell the two apart.
 */
final class ShapefileAtlasWriter implements AtlasWriter {
    private static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";

    private final Path zip;
    private final String name;
    private final List<DbaseField> fields;
    private final ShapefileGeometryWriter geometries;
    private final DbaseTableWriter attributes;

    ShapefileAtlasWriter(Path zip, String name, List<AtlasColumn> columns) throws IOException {
        this.zip = zip;
        this.name = name;
        fields = DbaseField.of(columns);
        geometries = new ShapefileGeometryWriter(part(".shp"), part(".shx"));
        attributes = new DbaseTableWriter(part(".dbf"), fields);
    }

    @Override
    public void write(AtlasRow row) throws IOException {
        geometries.write(row.space().geometry());
        attributes.write(row);
    }

    @Override
    public List<String> finish() throws IOException {
        geometries.finish();
        List<String> notes = new ArrayList<>(attributes.finish());
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip, StandardOpenOption.CREATE_NEW))) {
            for (String suffix : List.of(".shp", ".shx", ".dbf")) {
                archive.putNextEntry(new ZipEntry(name + suffix));
                Files.copy(part(suffix), archive);
            }
            putText(archive, name + ".prj", WGS84);
            putText(archive, name + ".cpg", "UTF-8");
            archive.putNextEntry(new ZipEntry("fields.csv"));
            writeFields(new OutputStreamWriter(archive, StandardCharsets.UTF_8));
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        try (geometries) {
            attributes.close();
        }
    }

    private Path part(String suffix) {
        return zip.resolveSibling(name + suffix);
    }

    private void writeFields(Writer text) throws IOException {
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
        csv.printRecord("field", "column", "unit", "title_en", "title_zh", "definition_en", "definition_zh");
        for (DbaseField field : fields) {
            AtlasColumn column = field.column();
            csv.printRecord(
                    field.name(),
                    column.name(),
                    column.unit(),
                    column.title().en(),
                    column.title().zh(),
                    column.definition().en(),
                    column.definition().zh());
        }
        csv.flush();
    }

    private static void putText(ZipOutputStream archive, String entry, String text) throws IOException {
        archive.putNextEntry(new ZipEntry(entry));
        archive.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
