package io.microscape.source.osm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * Finds features that have been seen already. Only a digest of each is kept (SHA-256, so that two different features never
 * share one), for the geometries themselves are already with the store.
 */
final class ExactDuplicates {
    private final Map<ByteBuffer, String> seen = new HashMap<>();
    private final WKBWriter writer = new WKBWriter();

    /**
     * Remembers a feature.
     *
     * @param label how reports call it
     * @param geometry compared after normalising, so that neither start nor direction of its lines counts
     * @param attributes compared by their text
     * @return the label of the first feature that is the same, or null if there was none
     */
    String add(String label, Geometry geometry, Object... attributes) {
        MessageDigest digest = sha256();
        for (Object attribute : attributes) {
            digest.update(Objects.toString(attribute, "").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) (attribute == null ? 1 : 0));
        }
        digest.update(writer.write(geometry.norm()));
        return seen.putIfAbsent(ByteBuffer.wrap(digest.digest()), label);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
