package io.microscape.portrayal;

import java.awt.Font;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fonts for labels, legends and charts. A family that is not installed or cannot show a text (Chinese in a Latin font)
 * gives way to the {@linkplain ShippedFont font of the program}, which is the same on every machine. A text with characters
 * that not even that one has is drawn in another installed font that has them; when there is none, the log says so once a
 * character and they are drawn as boxes.
 */
public final class MapFonts {
    private static final Logger LOG = LoggerFactory.getLogger(MapFonts.class);
    /** Families with both Latin and Chinese letters of one design, found on Linux, Windows and macOS. */
    public static final List<String> BILINGUAL = List.of(
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Droid Sans Fallback",
            "Microsoft YaHei",
            "PingFang SC",
            "SimHei");

    private static final int MOST_KNOWN = 1024;
    private static final Map<String, Boolean> INSTALLED = new ConcurrentHashMap<>();
    private static final Set<Integer> MISSING = ConcurrentHashMap.newKeySet();

    private MapFonts() {}

    /**
     * A font that can show the text.
     *
     * @param families wanted families, the first choice first
     * @param style as in {@link Font}
     * @param pixels height in pixels
     */
    public static Font font(List<String> families, int style, double pixels, String text) {
        Font shipped = shipped(style, pixels);
        Font wanted = installed(families, style, pixels, text);
        if (wanted != null) {
            return wanted;
        }
        int missing = shipped.canDisplayUpTo(text);
        if (missing < 0) {
            return shipped;
        }
        Font other = installed(BILINGUAL, style, pixels, text);
        if (other == null && MISSING.size() < MOST_KNOWN && MISSING.add(text.codePointAt(missing))) {
            LOG.warn(
                    "no font has the character {} (U+{}): it is drawn as a box",
                    Character.toString(text.codePointAt(missing)),
                    Integer.toHexString(text.codePointAt(missing)));
        }
        return other == null ? shipped : other;
    }

    private static Font shipped(int style, double pixels) {
        boolean bold = (style & Font.BOLD) != 0;
        // a weight of its own is not made bold a second time
        return (bold ? ShippedFont.BOLD : ShippedFont.REGULAR).font().deriveFont(style & Font.ITALIC, (float) pixels);
    }

    private static Font installed(List<String> families, int style, double pixels, String text) {
        for (String family : families) {
            if (isInstalled(family)) {
                Font font = new Font(family, style, 1).deriveFont((float) pixels);
                if (font.canDisplayUpTo(text) < 0) {
                    return font;
                }
            }
        }
        return null;
    }

    private static boolean isInstalled(String family) {
        if (INSTALLED.size() > MOST_KNOWN) {
            // names come from styles, and those from strangers
            INSTALLED.clear();
        }
        // an unknown family silently becomes "Dialog": only the name tells
        return INSTALLED.computeIfAbsent(
                family, name -> new Font(name, Font.PLAIN, 1).getFamily().equalsIgnoreCase(name));
    }
}
