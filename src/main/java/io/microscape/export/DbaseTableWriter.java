package io.microscape.export;

import io.microscape.study.AtlasRow;
import io.microscape.study.InvalidInputException;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the {@code .dbf} of a Shapefile: a dBASE III table in UTF-8. Own code: JavaDBF rounds every number to a fixed
 * count of decimals, while here each double is written so that it reads back the same, and cuts text inside a character.
 */
final class DbaseTableWriter implements Closeable {
    private static final long MAX_BYTES = Integer.MAX_VALUE;

    private final List<DbaseField> fields;
    private final FileChannel file;
    private final OutputStream records;
    private final byte[] record;
    private final Map<String, CutText> cuts = new LinkedHashMap<>();
    private int count;

    DbaseTableWriter(Path path, List<DbaseField> fields) throws IOException {
        this.fields = fields;
        record = new byte[1 + fields.stream().mapToInt(DbaseField::length).sum()];
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        records = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
        records.write(header().array());
    }

    /**
     * Adds a record.
     *
     * @throws InvalidInputException if the file would grow beyond 2 GiB
     */
    void write(AtlasRow row) throws IOException {
        if ((count + 2L) * record.length > MAX_BYTES) {
            throw new InvalidInputException(
                    "a Shapefile holds at most 2 GiB of attributes; export as .gpkg, which has no such limit");
        }
        Arrays.fill(record, (byte) ' ');
        int at = 1;
        for (DbaseField field : fields) {
            put(field, field.column().valueOf(row), at, row);
            at += field.length();
        }
        records.write(record);
        count++;
    }

    /** Writes the count of records; what text was cut. */
    List<String> finish() throws IOException {
        records.write(0x1A);
        records.flush();
        file.write(header(), 0);
        close();
        return cuts.values().stream().map(CutText::note).toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private ByteBuffer header() {
        int headerBytes = 32 + 32 * fields.size() + 1;
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x03)
                .put((byte) (today.getYear() - 1900))
                .put((byte) today.getMonthValue())
                .put((byte) today.getDayOfMonth())
                .putInt(count)
                .putShort((short) headerBytes)
                .putShort((short) record.length);
        for (int i = 0; i < fields.size(); i++) {
            DbaseField field = fields.get(i);
            header.position(32 + 32 * i);
            header.put(field.name().getBytes(StandardCharsets.US_ASCII));
            header.position(32 + 32 * i + 11);
            header.put((byte) field.type()).putInt(0).put((byte) field.length()).put((byte) field.decimals());
        }
        header.put(headerBytes - 1, (byte) 0x0D);
        return header.rewind();
    }

    private void put(DbaseField field, Object value, int at, AtlasRow row) {
        if (value != null) {
            byte[] bytes = bytes(field, value, row);
            int pad = field.type() == 'N' ? field.length() - bytes.length : 0;
            System.arraycopy(bytes, 0, record, at + pad, bytes.length);
        }
    }

    private byte[] bytes(DbaseField field, Object value, AtlasRow row) {
        if (value instanceof Double number) {
            String text = DecimalText.of(number);
            return ascii(text.length() <= field.length() ? text : Double.toString(number));
        }
        if (value instanceof Number number) {
            return ascii(number.toString());
        }
        if (value instanceof Boolean truth) {
            return ascii(truth ? "1" : "0");
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        if (text.length <= field.length()) {
            return text;
        }
        cuts.computeIfAbsent(
                        field.column().name(),
                        name -> new CutText(name, field.length(), row.space().code()))
                .rows++;
        return Arrays.copyOf(text, characterBoundary(text, field.length()));
    }

    /** The greatest length up to {@code limit} that does not split a character of UTF-8. */
    private static int characterBoundary(byte[] utf8, int limit) {
        int length = limit;
        while ((utf8[length] & 0xC0) == 0x80) {
            length--;
        }
        return length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Texts of a column that did not fit. */
    private static final class CutText {
        private final String column;
        private final int limit;
        private final String firstCode;
        private int rows;

        private CutText(String column, int limit, String firstCode) {
            this.column = column;
            this.limit = limit;
            this.firstCode = firstCode;
        }

        private String note() {
            return column + ": text cut to " + limit + " bytes, the most a Shapefile holds, in " + rows
                    + (rows == 1 ? " row" : " rows") + " (first: " + firstCode + ")";
        }
    }
}
