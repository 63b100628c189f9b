package io.microscape.export;

import io.microscape.study.InvalidInputException;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes polygons to the {@code .shp} and {@code .shx} of an ESRI Shapefile (ESRI Shapefile Technical Description, 1998).
 * Own code: GeoTools' writer is not on Maven Central, and H2GIS's belongs to the inside of its SQL functions.
 */
final class ShapefileGeometryWriter implements Closeable {
    private static final int HEADER_BYTES = 100;
    private static final int POLYGON = 5;
    /** Beyond 2 GiB many programs read a Shapefile wrongly or not at all. */
    private static final long MAX_BYTES = Integer.MAX_VALUE;

    private final FileChannel shpFile;
    private final FileChannel shxFile;
    private final OutputStream shp;
    private final OutputStream shx;
    private final Envelope bounds = new Envelope();
    private long shpBytes = HEADER_BYTES;
    private int records;

    ShapefileGeometryWriter(Path shpPath, Path shxPath) throws IOException {
        shpFile = FileChannel.open(shpPath, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        shxFile = FileChannel.open(shxPath, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        shp = new BufferedOutputStream(Channels.newOutputStream(shpFile), 1 << 16);
        shx = new BufferedOutputStream(Channels.newOutputStream(shxFile), 1 << 16);
        shp.write(new byte[HEADER_BYTES]);
        shx.write(new byte[HEADER_BYTES]);
    }

    /**
     * Adds a polygon or multi-polygon as one record.
     *
     * @throws InvalidInputException if the file would grow beyond 2 GiB
     */
    void write(Geometry geometry) throws IOException {
        List<Coordinate[]> rings = RingDirection.polygons(geometry).stream()
                .map((Polygon polygon) -> RingDirection.SHELL_CLOCKWISE.rings(polygon))
                .flatMap(List::stream)
                .toList();
        int points = rings.stream().mapToInt(ring -> ring.length).sum();
        int contentBytes = 44 + 4 * rings.size() + 16 * points;
        if (shpBytes + 8 + contentBytes > MAX_BYTES) {
            throw new InvalidInputException(
                    "a Shapefile holds at most 2 GiB of geometry; export as .gpkg, which has no such limit");
        }
        ByteBuffer record = ByteBuffer.allocate(8 + contentBytes);
        record.putInt(++records).putInt(contentBytes / 2).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(POLYGON);
        putEnvelope(record, geometry.getEnvelopeInternal());
        record.putInt(rings.size()).putInt(points);
        int firstPoint = 0;
        for (Coordinate[] ring : rings) {
            record.putInt(firstPoint);
            firstPoint += ring.length;
        }
        for (Coordinate[] ring : rings) {
            for (Coordinate point : ring) {
                record.putDouble(point.x).putDouble(point.y);
            }
        }
        shp.write(record.array());
        shx.write(ByteBuffer.allocate(8)
                .putInt((int) (shpBytes / 2))
                .putInt(contentBytes / 2)
                .array());
        shpBytes += record.capacity();
        bounds.expandToInclude(geometry.getEnvelopeInternal());
    }

    /** Writes what the headers say of the whole: length and extent. */
    void finish() throws IOException {
        shp.flush();
        shx.flush();
        shpFile.write(header(shpBytes), 0);
        shxFile.write(header(HEADER_BYTES + 8L * records), 0);
        close();
    }

    @Override
    public void close() throws IOException {
        try (shpFile;
                shxFile) {
            // closing the channels; what is still buffered belongs to a file that is not finished
        }
    }

    private ByteBuffer header(long fileBytes) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(0, 9994).putInt(24, (int) (fileBytes / 2)).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(28, 1000).putInt(32, POLYGON).position(36);
        putEnvelope(header, bounds.isNull() ? new Envelope(0, 0, 0, 0) : bounds);
        return header.rewind();
    }

    private static void putEnvelope(ByteBuffer buffer, Envelope envelope) {
        buffer.putDouble(envelope.getMinX())
                .putDouble(envelope.getMinY())
                .putDouble(envelope.getMaxX())
                .putDouble(envelope.getMaxY());
    }
}
