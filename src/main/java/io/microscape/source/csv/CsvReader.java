package io.microscape.source.csv;

import io.microscape.source.FeatureReader;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.SourceFeature;
import io.microscape.source.text.LimitedReader;
import io.microscape.source.text.TextFile;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads delimited text with a header (RFC 4180; comma, semicolon or tab, found from the header) row by row: features with
 * coordinates in two columns or WKT in one, or plain tables whose features have no geometry. An empty value is null, all
 * others are text. A row is called by its number with the header as row 1, as a spreadsheet counts.
 */
public final class CsvReader implements FeatureReader {
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int HEADER_SAMPLE = 1 << 16;
    private static final Set<SourceKind> TABLES = Set.of(
            SourceKind.PLANTS,
            SourceKind.CARBON,
            SourceKind.INVENTORY,
            SourceKind.COMMUNITY_CARBON,
            SourceKind.RENOVATION);

    private final String file;
    private final TextFile text;
    private final LimitedReader limited;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final ReaderNotes notes = new ReaderNotes();
    private final List<String> header;
    private final CsvGeometry geometry;
    private long row = 1;

    /**
     * Opens the file and reads its header.
     *
     * @throws InvalidInputException if the file is empty, has no usable header, or lacks the coordinate columns named
     */
    public static FeatureReader open(SourceSpec spec, ImportLimits limits) {
        try {
            TextFile text = new TextFile(spec.file(), spec.encoding());
            try {
                return new CsvReader(spec, limits, text);
            } catch (IOException | RuntimeException e) {
                text.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(spec.fileName(), e);
        }
    }

    /**
     * Opens a plain table that is no source of a study, such as a factor library.
     *
     * @throws InvalidInputException if it cannot be read, is empty or has no usable header
     */
    public static FeatureReader openTable(Path file, ImportLimits limits) {
        return open(SourceSpec.of(SourceKind.INVENTORY, file), limits);
    }

    private CsvReader(SourceSpec spec, ImportLimits limits, TextFile text) throws IOException {
        this.file = spec.fileName();
        this.text = text;
        if (text.isEmpty()) {
            throw InvalidInputException.of(file, "the file is empty", "export it again");
        }
        this.limited = new LimitedReader(text.text(), file, limits.maxTextLength());
        BufferedReader buffered = new BufferedReader(limited, HEADER_SAMPLE);
        this.parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(buffered))
                .setIgnoreEmptyLines(true)
                .get()
                .parse(buffered);
        this.records = parser.iterator();
        CSVRecord first = record();
        if (first == null) {
            throw InvalidInputException.of(file, "has no header row", "name the columns in the first row");
        }
        this.header = header(first);
        this.geometry =
                TABLES.contains(spec.kind()) ? CsvGeometry.NONE : CsvGeometry.of(spec, columns(), limits, notes);
    }

    @Override
    public String format() {
        return "CSV";
    }

    @Override
    public String layer() {
        return null;
    }

    @Override
    public List<String> columns() {
        return header.stream().filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public TextEncoding encoding() {
        return text.encoding();
    }

    @Override
    public DeclaredCrs crs() {
        return null;
    }

    @Override
    public boolean hasGeometry() {
        return geometry != CsvGeometry.NONE;
    }

    @Override
    public SourceFeature next() {
        while (true) {
            CSVRecord record = record();
            if (record == null) {
                return null;
            }
            row++;
            Map<String, Object> values = values(record);
            if (!values.isEmpty()) {
                String label = "row " + row;
                return new SourceFeature(label, geometry.of(values, label), values);
            }
            notes.count("blank rows were skipped", "row " + row);
        }
    }

    /** Values by column, blank ones null; empty when the whole row is blank. */
    private Map<String, Object> values(CSVRecord record) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean blank = true;
        for (int i = 0; i < Math.max(record.size(), header.size()); i++) {
            String value = i < record.size() && !record.get(i).isBlank() ? record.get(i) : null;
            blank &= value == null;
            if (i < header.size() && !header.get(i).isEmpty()) {
                values.put(header.get(i), value);
            } else if (value != null) {
                throw InvalidInputException.of(
                        file + ", row " + row,
                        i < header.size()
                                ? "a value stands in column " + (i + 1) + ", which has no name"
                                : "has more than the " + header.size() + " values of the header",
                        "mend the row (is the delimiter part of a value? then it belongs in quotes)");
            }
        }
        if (!blank && record.size() < header.size()) {
            notes.count("rows with fewer values than columns; the missing ones are empty", "row " + row);
        }
        return blank ? Map.of() : values;
    }

    private CSVRecord record() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            limited.recordDone();
            return record;
        } catch (UncheckedIOException e) {
            throw unreadable(file + ", row " + (row + 1), e.getCause());
        } catch (IllegalStateException e) {
            throw new InvalidInputException(
                    file + ", row " + (row + 1) + ": cannot be read (" + e.getMessage() + "); mend the row", e);
        }
    }

    private List<String> header(CSVRecord record) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        boolean numbers = true;
        for (String value : record) {
            String name = value.strip();
            if (!name.isEmpty() && !seen.add(name)) {
                throw InvalidInputException.of(
                        file, "two columns are called \"" + name + "\"", "give each column a name of its own");
            }
            numbers &= name.isEmpty() || name.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
            names.add(name);
        }
        if (numbers) {
            throw InvalidInputException.of(
                    file, "the first row holds no column names", "name the columns in the first row");
        }
        return List.copyOf(names);
    }

    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(HEADER_SAMPLE);
        char[] sample = new char[HEADER_SAMPLE - 1];
        int length = Math.max(0, reader.read(sample));
        reader.reset();
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < length && (quoted || (sample[i] != '\n' && sample[i] != '\r')); i++) {
            quoted ^= sample[i] == '"';
            for (int d = 0; d < DELIMITERS.length; d++) {
                counts[d] += !quoted && sample[i] == DELIMITERS[d] ? 1 : 0;
            }
        }
        int best = 0;
        for (int d = 1; d < DELIMITERS.length; d++) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }

    @Override
    public long done() {
        return text.done();
    }

    @Override
    public long total() {
        return text.total();
    }

    @Override
    public List<String> notes() {
        return notes.list();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }

    private static InvalidInputException unreadable(String where, IOException e) {
        boolean encoding = e instanceof CharacterCodingException;
        String problem = encoding
                ? "holds bytes that are no text in the encoding used"
                : "cannot be read (" + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT) + ")";
        String mend = encoding
                ? "name the encoding with --encoding (encoding: in the study file)"
                : "mend quotes and line breaks there";
        return new InvalidInputException(where + ": " + problem + "; " + mend, e);
    }
}
