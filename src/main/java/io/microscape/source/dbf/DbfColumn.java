package io.microscape.source.dbf;

import io.microscape.source.ReaderNotes;
import io.microscape.source.text.StrictText;
import io.microscape.source.text.TextEncodings;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A column of a DBF table and the meaning of its bytes.
 *
 * @param name as decoded and made unique
 * @param type C, N, F, D, L, I (4-byte integer), B (8-byte number of FoxPro)
 * @param offset of its first byte in a record, the deletion flag being byte 0
 * @param length in bytes
 */
record DbfColumn(String name, char type, int offset, int length) {
    /** Types that are read. Memo, general and picture columns point into other files. */
    static final String READ_TYPES = "CNFDLIB";

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{8}");

    /**
     * The column's value: String, Long, BigInteger (beyond 64 bit), Double, Boolean, or null where the field is blank or
     * holds the asterisks of a number that did not fit. Dates are ISO 8601 text.
     *
     * @param place names the record in notes
     */
    Object value(byte[] row, Charset charset, ReaderNotes notes, String place) {
        return switch (type) {
            case 'N', 'F' -> number(ascii(row), notes, place);
            case 'D' -> date(ascii(row));
            case 'L' -> logical(row);
            case 'I' ->
                (long) ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
            case 'B' ->
                finite(ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).getDouble(offset));
            default -> text(row, charset, notes, place);
        };
    }

    /** The column's bytes in the record without padding. */
    byte[] trimmed(byte[] row) {
        byte[] bytes = new byte[trimmedLength(row)];
        System.arraycopy(row, offset, bytes, 0, bytes.length);
        return bytes;
    }

    private int trimmedLength(byte[] row) {
        int end = 0;
        // What follows a NUL is left over from the writer's memory.
        while (end < length && row[offset + end] != 0) {
            end++;
        }
        while (end > 0 && row[offset + end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private String text(byte[] row, Charset charset, ReaderNotes notes, String place) {
        if (TextEncodings.isWide(charset)) {
            String wide = wideText(row, offset, length, charset).stripTrailing();
            return wide.isEmpty() ? null : wide;
        }
        int used = trimmedLength(row);
        StrictText decoded = StrictText.decode(row, offset, used, charset, used == length);
        if (decoded.malformed() > 0) {
            notes.count(
                    "column " + name + ": bytes that are no " + TextEncodings.label(charset)
                            + " text are shown as \uFFFD; if the text is garbled name the encoding with --encoding",
                    place);
        }
        if (decoded.tailLost()) {
            notes.count(
                    "column " + name
                            + ": text is cut amid its last character, which is left out (the field is too short)",
                    place);
        }
        return decoded.text().isBlank() ? null : decoded.text();
    }

    /** UTF-16 text: its byte order mark decides, else the charset, else little-endian, the order of those who write it. */
    static String wideText(byte[] bytes, int offset, int length, Charset charset) {
        boolean marked = length >= 2 && bytes[offset] == (byte) 0xFE && bytes[offset + 1] == (byte) 0xFF;
        boolean bigEndian = marked || charset.equals(StandardCharsets.UTF_16BE);
        Charset order = bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return untilNul(new String(bytes, offset, length - length % 2, order)).replace("\uFEFF", "");
    }

    private static String untilNul(String text) {
        int nul = text.indexOf('\0');
        return nul < 0 ? text : text.substring(0, nul);
    }

    private Object number(String text, ReaderNotes notes, String place) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.indexOf('*') >= 0) {
            notes.count(
                    "column " + name + ": numbers that did not fit their field (asterisks) are read as empty", place);
            return null;
        }
        String plain = text;
        if (text.indexOf(',') >= 0 && text.indexOf('.') < 0 && text.indexOf(',') == text.lastIndexOf(',')) {
            notes.add("column " + name + ": a comma is read as decimal point");
            plain = text.replace(',', '.');
        }
        if (WHOLE.matcher(plain).matches()) {
            BigInteger whole = new BigInteger(plain);
            return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
        }
        if (DECIMAL.matcher(plain).matches()) {
            return finite(Double.parseDouble(plain));
        }
        notes.count("column " + name + ": values that are no numbers are read as empty, as \"" + text + "\"", place);
        return null;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static String date(String text) {
        if (text.isEmpty() || text.equals("00000000")) {
            return null;
        }
        return DATE.matcher(text).matches()
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                : text;
    }

    private Boolean logical(byte[] row) {
        return switch (row[offset]) {
            case 'T', 't', 'Y', 'y' -> Boolean.TRUE;
            case 'F', 'f', 'N', 'n' -> Boolean.FALSE;
            default -> null;
        };
    }

    private String ascii(byte[] row) {
        return untilNul(new String(row, offset, length, StandardCharsets.ISO_8859_1))
                .strip();
    }
}
