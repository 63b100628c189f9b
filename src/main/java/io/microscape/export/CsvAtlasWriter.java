package io.microscape.export;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/** CSV by RFC 4180 in UTF-8: header, decimal point, empty for null, true and false. */
final class CsvAtlasWriter implements AtlasWriter {
    private final List<AtlasColumn> columns;
    private final boolean wkt;
    private final WKTWriter geometries = new WKTWriter();
    private final CSVPrinter csv;

    CsvAtlasWriter(Path file, List<AtlasColumn> columns, ExportOptions options) throws IOException {
        this.columns = columns;
        this.wkt = options.wkt();
        // The writer prints as many decimals as its precision model has digits, and does not round to the model:
        // by default 16 decimals, too few for the last bit of a coordinate below 1 degree.
        geometries.setPrecisionModel(new PrecisionModel(1e30));
        Writer text = new BufferedWriter(
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW), 1 << 16);
        if (options.byteOrderMark()) {
            text.write('\uFEFF');
        }
        csv = new CSVPrinter(text, CSVFormat.RFC4180);
        List<String> header =
                new ArrayList<>(columns.stream().map(AtlasColumn::name).toList());
        if (wkt) {
            header.add("geometry");
        }
        csv.printRecord(header);
    }

    @Override
    public void write(AtlasRow row) throws IOException {
        for (AtlasColumn column : columns) {
            Object value = column.valueOf(row);
            csv.print(value instanceof Double number ? DecimalText.of(number) : value);
        }
        if (wkt) {
            csv.print(geometries.write(row.space().geometry()));
        }
        csv.println();
    }

    @Override
    public List<String> finish() throws IOException {
        csv.close();
        return List.of();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
