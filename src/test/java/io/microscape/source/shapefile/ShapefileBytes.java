package io.microscape.source.shapefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes Shapefiles byte by byte after the Technical Description, right ones and wrong ones. */
public final class ShapefileBytes {
    private final int shapeType;
    private final List<byte[]> records = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();
    private Charset charset = Charset.forName("GBK");
    private int width = 20;
    private int language;

    public ShapefileBytes(int shapeType) {
        this.shapeType = shapeType;
    }

    public ShapefileBytes text(Charset with, int fieldWidth, int languageId, String... names) {
        charset = with;
        width = fieldWidth;
        language = languageId;
        columns.addAll(List.of(names));
        return this;
    }

    public ShapefileBytes point(double x, double y) {
        return record(40, out -> out.putInt(shapeType).putDouble(x).putDouble(y));
    }

    /** A line or polygon of parts, each x, y, x, y … */
    ShapefileBytes parts(double[]... parts) {
        int points = 0;
        for (double[] part : parts) {
            points += part.length / 2;
        }
        int count = points;
        return record(44 + 4 * parts.length + 16 * points, out -> {
            out.putInt(shapeType).put(new byte[32]).putInt(parts.length).putInt(count);
            int start = 0;
            for (double[] part : parts) {
                out.putInt(start);
                start += part.length / 2;
            }
            for (double[] part : parts) {
                for (double ordinate : part) {
                    out.putDouble(ordinate);
                }
            }
        });
    }

    ShapefileBytes nullShape() {
        return record(4, out -> out.putInt(0));
    }

    /** A record of any content. */
    ShapefileBytes record(int capacity, Consumer<ByteBuffer> content) {
        ByteBuffer buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        content.accept(buffer);
        byte[] bytes = new byte[buffer.position()];
        buffer.flip();
        buffer.get(bytes);
        records.add(bytes);
        return this;
    }

    /** An attribute row; a first value of "*" marks it as deleted and is left out. */
    public ShapefileBytes row(String... values) {
        ByteBuffer row = ByteBuffer.allocate(1 + width * columns.size());
        boolean deleted = values.length > columns.size();
        row.put((byte) (deleted ? '*' : ' '));
        for (int i = 0; i < columns.size(); i++) {
            byte[] value = values[deleted ? i + 1 : i].getBytes(charset);
            for (int k = 0; k < width; k++) {
                row.put(k < value.length ? value[k] : (byte) ' ');
            }
        }
        rows.add(row.array());
        return this;
    }

    public byte[] shp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int size = 100 + records.stream().mapToInt(record -> 8 + record.length).sum();
        out.writeBytes(header(size));
        int number = 1;
        for (byte[] record : records) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(number++)
                    .putInt(record.length / 2)
                    .array());
            out.writeBytes(record);
        }
        return out.toByteArray();
    }

    public byte[] shx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(100 + 8 * records.size()));
        int offset = 100;
        for (byte[] record : records) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(offset / 2)
                    .putInt(record.length / 2)
                    .array());
            offset += 8 + record.length;
        }
        return out.toByteArray();
    }

    private byte[] header(int size) {
        ByteBuffer header = ByteBuffer.allocate(100).putInt(9994);
        header.putInt(24, size / 2);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, shapeType);
        return header.array();
    }

    public byte[] dbf() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int headerLength = 33 + 32 * columns.size();
        ByteBuffer header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3).put(new byte[] {126, 11, 21}).putInt(rows.size());
        header.putShort((short) headerLength).putShort((short) (1 + width * columns.size()));
        header.put(29, (byte) language);
        for (int i = 0; i < columns.size(); i++) {
            byte[] name = columns.get(i).getBytes(charset);
            header.position(32 + 32 * i);
            header.put(name, 0, Math.min(10, name.length));
            header.put(43 + 32 * i, (byte) 'C').put(48 + 32 * i, (byte) width);
        }
        header.put(headerLength - 1, (byte) 0x0D);
        out.writeBytes(header.array());
        rows.forEach(out::writeBytes);
        out.write(0x1A);
        return out.toByteArray();
    }

    /** Writes .shp, .shx and, when there are columns, .dbf; returns the .shp. */
    Path write(Path folder, String name) throws IOException {
        Path shp = folder.resolve(name + ".shp");
        Files.write(shp, shp());
        Files.write(folder.resolve(name + ".shx"), shx());
        if (!columns.isEmpty()) {
            Files.write(folder.resolve(name + ".dbf"), dbf());
        }
        return shp;
    }
}
