package io.microscape.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.microscape.portrayal.StyleBounds;
import io.microscape.portrayal.StyleDocument;
import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The style sheets that requests bring along (OGC 05-078r4, 9). Clients send the same one with every tile of a map, so what
 * was read is kept for a while, up to a number of characters. Thread-safe.
 */
final class SuppliedStyles {
    private static final long KEPT_CHARACTERS = 8 << 20;
    private static final int MOST_WARNINGS = 10;

    private final StyleBounds bounds;
    private final int longest;
    private final Cache<String, StyleDocument> read = Caffeine.newBuilder()
            .maximumWeight(KEPT_CHARACTERS)
            .executor(Runnable::run)
            .<String, StyleDocument>weigher((text, document) -> document.length())
            .build();

    SuppliedStyles(WmsSettings settings) {
        this.bounds = new StyleBounds(settings.maxRules());
        this.longest = settings.maxBodyBytes();
    }

    /**
     * The style sheet in SLD_BODY; null if there is none.
     *
     * @throws ServiceException for a sheet that cannot be used, naming rule and element, and for one that lies elsewhere
     */
    StyleDocument of(RequestParameters parameters) {
        if (parameters.text("SLD") != null) {
            throw new ServiceException(
                    ServiceException.Code.INVALID_PARAMETER_VALUE,
                    "SLD names a style sheet at another address, and this service fetches none; send its text as SLD_BODY");
        }
        String text = parameters.text("SLD_BODY");
        if (text == null) {
            return null;
        }
        if (text.length() > longest) {
            throw invalid("SLD_BODY is longer than the " + longest + " characters that this service reads");
        }
        try {
            return read.get(text, sld -> StyleDocument.parse(sld, bounds));
        } catch (InvalidInputException e) {
            throw invalid("SLD_BODY: " + e.headline());
        }
    }

    /** What the client is to be told of a sheet: what it has and the map does not show. */
    static List<String> warnings(StyleDocument sheet) {
        if (sheet == null) {
            return List.of();
        }
        List<String> remarks = sheet.remarks();
        List<String> warnings = new ArrayList<>();
        remarks.stream().limit(MOST_WARNINGS).forEach(remark -> warnings.add(warning("SLD: " + remark)));
        if (remarks.size() > MOST_WARNINGS) {
            warnings.add(warning("SLD: " + (remarks.size() - MOST_WARNINGS) + " more remarks on the style sheet"));
        }
        return warnings;
    }

    /** A warning of RFC 7234 with the code for whatever else there is; headers have the characters of ASCII only. */
    static String warning(String remark) {
        StringBuilder ascii = new StringBuilder("199 microscape \"");
        remark.chars().forEach(character -> {
            if (character < ' ' || character > '~') {
                ascii.append(String.format("\\\\u%04X", character));
            } else {
                ascii.append(character == '"' || character == '\\' ? "\\" : "").append((char) character);
            }
        });
        return ascii.append('"').toString();
    }

    private static ServiceException invalid(String message) {
        return new ServiceException(ServiceException.Code.INVALID_PARAMETER_VALUE, message);
    }
}
