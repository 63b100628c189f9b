package io.microscape.export.pyramid;

import io.microscape.tiles.Gzip;
import io.microscape.tiles.TileJson;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes a PMTiles 3 archive. Own code because the writer on Maven Central (tileverse-pmtiles) holds all tiles in memory and
 * lays them out in no order, while static hosts want neighbours together.
 *
 * <p>Tiles pass through a temporary file beside the target; 24 bytes an entry stay in memory, and the digests of the latest
 * contents, by which equal tiles are stored once.
 *
 * <pre>
 * header | root directory | metadata | leaf directories | tiles in the order of their numbers
 * </pre>
 */
final class PmtilesWriter implements TileArchive {
    /** Header and root directory together, which clients fetch first. */
    private static final int ROOT_END = 16_384;

    private static final int HEADER_BYTES = 127;
    private static final int FIRST_LEAF_ENTRIES = 4096;
    private static final int CONTENTS_REMEMBERED = 100_000;
    private static final byte GZIP = 2;
    private static final byte NOT_ZIPPED = 1;
    private static final byte TYPE_MVT = 1;
    private static final byte TYPE_PNG = 2;
    private static final double E7 = 1e7;

    private final Path target;
    private final Path spool;
    private final OutputStream tiles;
    private final PyramidOptions options;
    private final Envelope bounds;
    private final byte[] metadata;
    private final MessageDigest digest;
    private final PmtilesDirectory entries = new PmtilesDirectory();
    private final Map<ByteBuffer, Place> places = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Place> eldest) {
            return size() > CONTENTS_REMEMBERED;
        }
    };
    private long addressed;
    private long contents;
    private long bytes;

    /**
     * Begins an archive.
     *
     * @param bounds extent of the data in EPSG:4326, x = longitude
     * @param metadata JSON in UTF-8
     */
    PmtilesWriter(Path target, PyramidOptions options, Envelope bounds, byte[] metadata) throws IOException {
        this.target = target;
        this.options = options;
        this.bounds = bounds;
        this.metadata = Gzip.zip(metadata);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        this.spool = target.resolveSibling(target.getFileName() + ".tiles");
        this.tiles = new BufferedOutputStream(Files.newOutputStream(spool));
    }

    private record Place(long offset, int length) {}

    @Override
    public void add(int zoom, int column, int row, byte[] tile) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(digest.digest(tile));
        Place place = places.get(content);
        if (place == null) {
            place = new Place(bytes, tile.length);
            places.put(content, place);
            tiles.write(tile);
            bytes += tile.length;
            contents++;
        }
        entries.addTile(HilbertTileId.of(zoom, column, row), place.offset(), place.length());
        addressed++;
    }

    @Override
    public void finish() throws IOException {
        tiles.close();
        byte[] root = entries.encode(0, entries.size());
        byte[] leaves = new byte[0];
        for (int size = FIRST_LEAF_ENTRIES; root.length > ROOT_END - HEADER_BYTES; size *= 2) {
            PmtilesDirectory upper = new PmtilesDirectory();
            leaves = leaves(size, upper);
            root = upper.encode(0, upper.size());
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            out.write(header(root.length, leaves.length));
            out.write(root);
            out.write(metadata);
            out.write(leaves);
            Files.copy(spool, out);
        }
        Files.delete(spool);
    }

    @Override
    public void close() throws IOException {
        tiles.close();
        Files.deleteIfExists(spool);
    }

    private byte[] leaves(int size, PmtilesDirectory upper) {
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        for (int from = 0; from < entries.size(); from += size) {
            byte[] leaf = entries.encode(from, Math.min(from + size, entries.size()));
            upper.addLeaf(entries.id(from), leaves.size(), leaf.length);
            leaves.writeBytes(leaf);
        }
        return leaves.toByteArray();
    }

    /** The header of PMTiles 3, 3.1. */
    private byte[] header(int rootBytes, int leafBytes) {
        long metadataAt = HEADER_BYTES + (long) rootBytes;
        long leavesAt = metadataAt + metadata.length;
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
        header.putLong(HEADER_BYTES).putLong(rootBytes);
        header.putLong(metadataAt).putLong(metadata.length);
        header.putLong(leavesAt).putLong(leafBytes);
        header.putLong(leavesAt + leafBytes).putLong(bytes);
        header.putLong(addressed).putLong(entries.size()).putLong(contents);
        header.put((byte) 1).put(GZIP).put(options.pictures() ? NOT_ZIPPED : GZIP);
        header.put(options.pictures() ? TYPE_PNG : TYPE_MVT);
        header.put((byte) options.minZoom()).put((byte) options.maxZoom());
        header.putInt(e7(bounds.getMinX())).putInt(e7(bounds.getMinY()));
        header.putInt(e7(bounds.getMaxX())).putInt(e7(bounds.getMaxY()));
        int start = Math.max(options.minZoom(), Math.min(options.maxZoom(), TileJson.zoomThatShows(bounds)));
        header.put((byte) start).putInt(e7(bounds.centre().x)).putInt(e7(bounds.centre().y));
        return header.array();
    }

    private static int e7(double degrees) {
        return (int) Math.round(degrees * E7);
    }
}
