package io.microscape.portrayal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.MapImage.StyledLayer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The styles of published layers, parsed and prepared once, and those that hang on the scale once for each scale. What was
 * not used for long is forgotten. Thread-safe.
 */
final class StyleCache {
    /** Legends have no scale; sizes in metres are shown as at this one. */
    static final double LEGEND_SCALE = 5000;

    private static final int KEPT = 256;
    private static final int MOST_RULES = 20_000;

    private final Atlas atlas;
    private final Map<String, ParsedStyle> parsed = least();
    private final Map<String, PreparedStyle> prepared = least();

    /** What requests bring along must not push the published styles out. */
    private final Cache<String, PreparedStyle> brought = Caffeine.newBuilder()
            .maximumWeight(MOST_RULES)
            .executor(Runnable::run)
            .<String, PreparedStyle>weigher((key, style) -> 1 + style.rules())
            .build();

    StyleCache(Atlas atlas) {
        this.atlas = atlas;
    }

    private PreparedStyle prepared(PublishedLayer layer, String style, double symbolScale, double scaleDenominator) {
        String key = key(layer, style);
        ParsedStyle sheet = parsed(key, layer, style);
        String scaled = key + "\n" + symbolScale + (sheet.hangsOnScale() ? "\n" + scaleDenominator : "");
        PreparedStyle known = prepared.get(scaled);
        if (known == null) {
            known = PreparedStyle.of(sheet.at(symbolScale, scaleDenominator), layer.attributes(), scaleDenominator);
            prepared.put(scaled, known);
        }
        return known;
    }

    /**
     * The style of a layer for maps of a scale: the one that came with the request, or one of the layer's own.
     *
     * @param symbolScale pixels of the picture for one of 0.28 mm
     * @throws io.microscape.study.InvalidInputException if there is no such style, or it cannot be used
     */
    PreparedStyle prepared(StyledLayer styled, double symbolScale, double scaleDenominator) {
        UserStyle user = styled.userStyle();
        PublishedLayer layer = styled.layer();
        if (user == null) {
            return prepared(layer, styled.style(), symbolScale, scaleDenominator);
        }
        ParsedStyle sheet = user.parsed();
        String key = String.join(
                "\n",
                user.key(),
                layer.qualifiedName(),
                layer.version(),
                String.valueOf(symbolScale),
                sheet.hangsOnScale() ? String.valueOf(scaleDenominator) : "");
        return brought.get(
                key,
                absent -> PreparedStyle.of(
                        sheet.at(symbolScale, scaleDenominator), layer.attributes(), scaleDenominator));
    }

    /** The style of a layer as it is written: the one that came with the request, or one of the layer's own. */
    ParsedStyle parsed(StyledLayer styled) {
        return styled.userStyle() != null
                ? styled.userStyle().parsed()
                : parsed(key(styled.layer(), styled.style()), styled.layer(), styled.style());
    }

    private ParsedStyle parsed(String key, PublishedLayer layer, String style) {
        ParsedStyle sheet = parsed.get(key);
        if (sheet == null) {
            sheet = ParsedStyle.of(atlas.sld(layer, style));
            parsed.put(key, sheet);
        }
        return sheet;
    }

    private static String key(PublishedLayer layer, String style) {
        return layer.qualifiedName() + "\n" + layer.version() + "\n" + style;
    }

    private static <V> Map<String, V> least() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEPT;
            }
        });
    }
}
