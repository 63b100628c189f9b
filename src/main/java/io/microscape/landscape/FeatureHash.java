package io.microscape.landscape;

import io.microscape.landscape.index.DiscLayer;
import io.microscape.landscape.index.PolygonLayer;
import io.microscape.landscape.index.SegmentLayer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * 128 bits of a SHA-256 over the numbers and texts of one feature; two features that differ share them with a probability
 * of 3e-39. Numbers are taken by their bits, with one zero. Not thread-safe; {@link #mine} gives each thread its own.
 */
final class FeatureHash {
    private static final ThreadLocal<FeatureHash> MINE = ThreadLocal.withInitial(FeatureHash::new);

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 12);

    private FeatureHash() {}

    /** The hash of this thread, begun anew. */
    static FeatureHash mine() {
        FeatureHash hash = MINE.get();
        hash.digest.reset();
        hash.buffer.clear();
        return hash;
    }

    FeatureHash put(long value) {
        if (buffer.remaining() < Long.BYTES) {
            drain();
        }
        buffer.putLong(value);
        return this;
    }

    FeatureHash put(double value) {
        return put(Double.doubleToLongBits(value + 0.0));
    }

    FeatureHash put(boolean value) {
        return put(value ? 1L : 0L);
    }

    /** A text that may be null. */
    FeatureHash put(String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        put(text == null ? -1L : bytes.length);
        drain();
        digest.update(bytes);
        return this;
    }

    FeatureHash put(Hash128 hash) {
        return put(hash.high()).put(hash.low());
    }

    /** All coordinates in their order, and where parts and rings begin. */
    FeatureHash put(Geometry geometry) {
        put(geometry.getGeometryType());
        geometry.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                if (i == 0) {
                    put((long) points.size());
                }
                put(points.getX(i));
                put(points.getY(i));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return false;
            }
        });
        return this;
    }

    /** All coordinates of a packed polygon, and where its rings begin. */
    FeatureHash put(PolygonLayer layer, int item) {
        for (int ring = layer.firstRing(item); ring < layer.firstRing(item + 1); ring++) {
            put(layer.hole(ring)).put((long) layer.firstVertex(ring + 1) - layer.firstVertex(ring));
            for (int vertex = layer.firstVertex(ring); vertex < layer.firstVertex(ring + 1); vertex++) {
                put(layer.x(vertex)).put(layer.y(vertex));
            }
        }
        return put(-1L);
    }

    FeatureHash put(SegmentLayer layer, int item) {
        return put(layer.x1(item))
                .put(layer.y1(item))
                .put(layer.x2(item))
                .put(layer.y2(item))
                .put(layer.bridge(item))
                .put(layer.tunnel(item))
                .put((long) layer.level(item));
    }

    FeatureHash put(DiscLayer layer, int item) {
        return put(layer.x(item)).put(layer.y(item)).put(layer.radius(item));
    }

    Hash128 value() {
        drain();
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Hash128(bytes.getLong(), bytes.getLong());
    }

    private void drain() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
