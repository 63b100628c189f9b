package io.microscape.ogc;

import java.util.List;
import org.springframework.http.ETag;

/**
 * What the service answers.
 *
 * @param status HTTP status
 * @param contentType media type, with charset for text
 * @param body the answer; empty when the client has it already
 * @param tag entity tag of an answer that may be kept, unquoted; null for one that may not
 * @param warnings what the client did not ask for but gets, one header {@code Warning} each
 */
public record WmsResponse(int status, String contentType, byte[] body, String tag, List<String> warnings) {
    public WmsResponse {
        warnings = List.copyOf(warnings);
    }

    /** An answer that is made anew each time. */
    static WmsResponse of(String contentType, byte[] body) {
        return new WmsResponse(200, contentType, body, null, List.of());
    }

    /** An answer that clients may keep as long as its tag holds. */
    static WmsResponse tagged(String contentType, byte[] body, String tag) {
        return new WmsResponse(200, contentType, body, tag, List.of());
    }

    /** Tells the client that what it has is right. */
    static WmsResponse notModified(String tag) {
        return new WmsResponse(304, null, new byte[0], tag, List.of());
    }

    /** The same answer with warnings. */
    WmsResponse warning(List<String> about) {
        return new WmsResponse(status, contentType, body, tag, about);
    }

    /** Whether an If-None-Match header holds the tag; weak ones count, since proxies weaken tags when they compress. */
    public static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        List<ETag> known = ETag.parse(ifNoneMatch);
        return known.stream().anyMatch(etag -> etag.isWildcard() || etag.tag().equals(tag));
    }
}
