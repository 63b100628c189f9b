package io.microscape.ogc.tiles;

import io.microscape.ogc.RequestParameters;
import io.microscape.ogc.WmsResponse;
import io.microscape.tiles.TileLayer;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Tiles as HTTP answers that clients and proxies may keep: the entity tag is a digest of the versions and styles of what
 * the tile shows, known before anything is drawn. An address with the parameter {@code v} that names the tag is for ever.
 */
public final class TileResponses {
    /** The parameter by which an address names the version it means. */
    public static final String VERSION_PARAMETER = "v";

    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final int TAG_BYTES = 8;

    private final CacheControl fresh;

    TileResponses(TileSettings settings) {
        fresh = CacheControl.maxAge(Duration.ofSeconds(settings.cacheSeconds()))
                .cachePublic()
                .mustRevalidate();
    }

    /** The version of what a layer's tiles show: 16 hexadecimal digits of a SHA-256. */
    public static String tag(TileLayer layer) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(layer.content().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The tile, or 304 if the client has it; it is made only when it is needed. */
    public ResponseEntity<byte[]> answer(
            HttpServletRequest request, TileLayer layer, String mediaType, Supplier<byte[]> tile) {
        String tag = tag(layer);
        return unlessKnown(
                request,
                layer,
                tag,
                () -> headers(200, request, layer, tag)
                        .header(HttpHeaders.CONTENT_TYPE, mediaType)
                        .body(tile.get()));
    }

    /** What the maker gives, or 304 if the client has that tag. */
    ResponseEntity<byte[]> unlessKnown(
            HttpServletRequest request, TileLayer layer, String tag, Supplier<ResponseEntity<byte[]>> maker) {
        return WmsResponse.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)
                ? headers(304, request, layer, tag).build()
                : maker.get();
    }

    ResponseEntity.BodyBuilder headers(int status, HttpServletRequest request, TileLayer layer, String tag) {
        String asked = RequestParameters.parse(request.getQueryString())
                .readableText(VERSION_PARAMETER.toUpperCase(Locale.ROOT));
        boolean forEver = tag(layer).equals(asked);
        return ResponseEntity.status(status)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(
                        forEver ? CacheControl.maxAge(FOR_EVER).cachePublic().immutable() : fresh)
                .eTag('"' + tag + '"');
    }
}
