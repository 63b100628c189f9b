package io.microscape.source.dbf;

import io.microscape.source.FeatureReader;
import io.microscape.source.ReaderNotes;
import io.microscape.source.file.ByteSource;
import io.microscape.source.file.SourceFile;
import io.microscape.source.text.EncodingDetector;
import io.microscape.source.text.StrictText;
import io.microscape.source.text.TextEncodings;
import io.microscape.source.text.TextSample;
import io.microscape.study.InvalidInputException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rows of a dBase III, dBase IV or FoxPro table, one after the other. Our own and not javadbf: that one decodes while it
 * reads, with one charset that must be known before, but the encoding can only be found from the raw bytes of the values
 * and column names (UTF-16 ones it cannot read at all), and it answers damage with exceptions of many kinds.
 */
public final class DbfTable implements Closeable {
    private static final int HEADER = 32;
    private static final int DESCRIPTOR = 32;
    private static final int NAME_LENGTH = 11;
    private static final int DESCRIPTORS_END = 0x0D;
    private static final int ANSI = 0x57;

    private final SourceFile file;
    private final ByteSource bytes;
    private final ReaderNotes notes;
    private final boolean foxPro;
    private final int language;
    private final long rows;
    private final int headerLength;
    private final int rowLength;
    private final List<RawColumn> rawColumns;
    private final Charset charset;
    private final FeatureReader.TextEncoding encoding;
    private final List<DbfColumn> columns;
    private long row;

    private record RawColumn(byte[] name, char type, int offset, int length) {}

    /**
     * A row.
     *
     * @param deleted marked as deleted; its attributes are as they were
     * @param attributes values by column name, in the table's order
     */
    public record Row(boolean deleted, Map<String, Object> attributes) {}

    /**
     * Opens a table and finds its encoding: the given one, the .cpg file's, the language id's, the detected one.
     *
     * @param given encoding that the user names, or null
     * @throws io.microscape.study.InvalidInputException if the file is no table, is damaged, or its text cannot be
     *     decoded in the given encoding
     */
    public DbfTable(SourceFile file, String given, ReaderNotes notes) throws IOException {
        this.file = file;
        this.notes = notes;
        this.bytes = new ByteSource(file.path());
        try {
            ByteBuffer header = bytes.read(HEADER, ByteOrder.LITTLE_ENDIAN);
            int version = header.get(0) & 0xFF;
            if ((version & 7) == 4) {
                throw file.invalid("tables of dBase 7 are not read", "save it as dBase IV or CSV");
            }
            foxPro = version == 0x30 || version == 0x31 || version == 0x32;
            language = header.get(29) & 0xFF;
            rows = header.getInt(4) & 0xFFFFFFFFL;
            headerLength = header.getShort(8) & 0xFFFF;
            rowLength = header.getShort(10) & 0xFFFF;
            if (headerLength <= HEADER || headerLength > bytes.size() || rowLength == 0) {
                throw damaged("its header is not that of a table");
            }
            long held = (bytes.size() - headerLength) / rowLength;
            if (held < rows) {
                throw damaged("it states " + rows + " rows but holds " + held);
            }
            if (held > rows) {
                notes.add(file.shown() + " holds more bytes than its " + rows + " rows take; they are not read");
            }
            rawColumns = readColumns();
            TextSample sample = sample();
            FoundCharset found = findCharset(given, sample);
            charset = found.charset();
            encoding = new FeatureReader.TextEncoding(TextEncodings.label(charset), found.from());
            columns = nameColumns();
            bytes.seek(headerLength);
        } catch (EOFException e) {
            bytes.close();
            throw damaged("it ends within its header");
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    public FeatureReader.TextEncoding encoding() {
        return encoding;
    }

    public List<String> columns() {
        return columns.stream().map(DbfColumn::name).toList();
    }

    /** Number of rows, deleted ones included. */
    public long rows() {
        return rows;
    }

    /** Number of rows read so far. */
    public long row() {
        return row;
    }

    /** The next row, deleted or not, or null at the end. */
    public Row next() throws IOException {
        if (row >= rows) {
            return null;
        }
        row++;
        byte[] record = bytes.read(rowLength);
        Map<String, Object> attributes = new LinkedHashMap<>();
        String place = "row " + row;
        for (DbfColumn column : columns) {
            attributes.put(column.name(), column.value(record, charset, notes, place));
        }
        return new Row(record[0] == '*', Collections.unmodifiableMap(attributes));
    }

    private List<RawColumn> readColumns() throws IOException {
        List<RawColumn> found = new ArrayList<>();
        byte[] descriptors = bytes.read(headerLength - HEADER);
        int offset = 1;
        for (int at = 0;
                at + DESCRIPTOR <= descriptors.length && descriptors[at] != DESCRIPTORS_END;
                at += DESCRIPTOR) {
            byte[] name = new byte[NAME_LENGTH];
            System.arraycopy(descriptors, at, name, 0, NAME_LENGTH);
            char type = (char) Character.toUpperCase(descriptors[at + NAME_LENGTH] & 0xFF);
            int length = descriptors[at + 16] & 0xFF;
            // Clipper and FoxPro keep the high byte of long texts where the decimals of numbers are.
            if (type == 'C') {
                length += (descriptors[at + 17] & 0xFF) << 8;
            }
            int least = switch (type) {
                case 'I' -> 4;
                case 'B' -> foxPro ? 8 : 0;
                default -> 0;
            };
            if (length < least) {
                throw damaged("column " + (found.size() + 1) + " has an impossible length of " + length);
            }
            found.add(new RawColumn(name, type, offset, length));
            offset += length;
        }
        if (offset > rowLength) {
            throw damaged("its columns take " + (offset - 1) + " bytes but its rows have " + (rowLength - 1));
        }
        if (offset < rowLength) {
            notes.add(file.shown() + ": " + (rowLength - offset) + " bytes of each row belong to no column");
        }
        return found;
    }

    private TextSample sample() throws IOException {
        TextSample sample = new TextSample();
        List<DbfColumn> texts = new ArrayList<>();
        for (RawColumn raw : rawColumns) {
            byte[] name = rawName(raw);
            sample.add(name, name.length >= NAME_LENGTH - 1);
            if (raw.type() == 'C') {
                texts.add(new DbfColumn("", 'C', raw.offset(), raw.length()));
            }
        }
        bytes.seek(headerLength);
        for (long i = 0; i < rows && !texts.isEmpty() && !sample.enough(); i++) {
            byte[] record = bytes.read(rowLength);
            for (DbfColumn column : texts) {
                byte[] text = column.trimmed(record);
                sample.add(text, text.length == column.length());
            }
        }
        return sample;
    }

    private record FoundCharset(Charset charset, String from) {}

    private FoundCharset findCharset(String given, TextSample sample) throws IOException {
        if (given != null && !given.isBlank()) {
            Charset wanted = TextEncodings.charset(given);
            if (TextEncodings.contradicts(sample, wanted)) {
                throw file.invalid(
                        "its text is not " + TextEncodings.label(wanted),
                        "leave --encoding out to have it detected (it looks like "
                                + TextEncodings.label(EncodingDetector.detect(sample)) + "), or name another");
            }
            return new FoundCharset(wanted, "given");
        }
        Charset codePage = codePageFile();
        if (codePage != null) {
            if (!TextEncodings.contradicts(sample, codePage)) {
                return new FoundCharset(codePage, ".cpg");
            }
            notes.add("the .cpg file says " + TextEncodings.label(codePage)
                    + ", which the text cannot be decoded in; it is not followed");
        }
        Charset byLanguage = DbfLanguage.charset(language);
        if (byLanguage != null) {
            if (!TextEncodings.contradicts(sample, byLanguage)) {
                noteDoubt(byLanguage, sample);
                return new FoundCharset(byLanguage, DbfLanguage.label(language));
            }
            notes.add(DbfLanguage.label(language) + " says " + TextEncodings.label(byLanguage)
                    + ", which the text cannot be decoded in; it is not followed");
        } else if (language != 0 && language != ANSI) {
            notes.add(DbfLanguage.label(language) + " has no known code page; the encoding is detected");
        }
        return new FoundCharset(EncodingDetector.detect(sample), "detected");
    }

    /** Any bytes are valid in a single-byte code page, and many programs write its id whatever the text is. */
    private void noteDoubt(Charset declared, TextSample sample) {
        if (sample.isAscii() || declared.newEncoder().maxBytesPerChar() > 1) {
            return;
        }
        Charset likely = EncodingDetector.detect(sample);
        if (likely.newEncoder().maxBytesPerChar() > 1) {
            notes.add("the text is read as " + TextEncodings.label(declared) + " as " + DbfLanguage.label(language)
                    + " says, but looks like " + TextEncodings.label(likely)
                    + ": if it is garbled, name it with --encoding");
        }
    }

    private Charset codePageFile() throws IOException {
        SourceFile cpg = file.sibling(".cpg", ".cst");
        if (cpg == null) {
            return null;
        }
        String name;
        try (var in = Files.newInputStream(cpg.path())) {
            name = new String(in.readNBytes(256), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceAll("[\\p{Cntrl}\"]", "")
                    .strip();
        }
        if (name.isEmpty()) {
            notes.add(cpg.shown() + " is empty");
            return null;
        }
        Charset found = TextEncodings.find(name);
        if (found == null && !name.matches("(?i)ANSI|OEM|SYSTEM")) {
            throw cpg.invalid(
                    "\"" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "\" is no known text encoding",
                    "name the right one with --encoding (encoding: in the study file)");
        }
        return found;
    }

    private List<DbfColumn> nameColumns() {
        List<DbfColumn> named = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RawColumn raw : rawColumns) {
            byte[] name = rawName(raw);
            String plain = TextEncodings.isWide(charset)
                    ? DbfColumn.wideText(raw.name(), 0, NAME_LENGTH, charset).strip()
                    : StrictText.decode(name, 0, name.length, charset, name.length >= NAME_LENGTH - 1)
                            .text()
                            .strip();
            if (plain.isEmpty()) {
                plain = "column" + (named.size() + 1);
            }
            boolean read = DbfColumn.READ_TYPES.indexOf(raw.type()) >= 0
                    && (raw.type() != 'B' || foxPro)
                    && (raw.length() > 0 || raw.type() != 'L');
            if (!read) {
                notes.add("column " + plain + " of type " + printable(raw.type()) + " is not read");
                continue;
            }
            String unique = plain;
            for (int copy = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); copy++) {
                unique = plain + "_" + copy;
            }
            if (!unique.equals(plain)) {
                notes.add("column " + plain + " occurs more than once; a later one is called " + unique);
            }
            named.add(new DbfColumn(unique, raw.type(), raw.offset(), raw.length()));
        }
        return named;
    }

    private static String printable(char type) {
        return type > ' ' && type < 0x7F ? String.valueOf(type) : "0x%02X".formatted((int) type);
    }

    private static byte[] rawName(RawColumn column) {
        byte[] name = column.name();
        int length = 0;
        while (length < name.length && name[length] != 0) {
            length++;
        }
        return Arrays.copyOf(name, length);
    }

    private InvalidInputException damaged(String problem) {
        return file.invalid("damaged table: " + problem, SourceFile.GET_IT_AGAIN);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
