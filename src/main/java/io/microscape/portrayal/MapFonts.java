package io.microscape.portrayal;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fonts for labels, legends and charts. A family that cannot show a text (Chinese in a Latin font) gives way to one that can; when
 * no installed font has Chinese characters, the log says so once and they are drawn as boxes.
 */
public final class MapFonts {
    private static final Logger LOG = LoggerFactory.getLogger(MapFonts.class);
    private static final String CHINESE_SAMPLE = "无数据小微空间碳汇";
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

    private static final Map<String, Boolean> INSTALLED = new ConcurrentHashMap<>();

    private MapFonts() {}

    /**
     * A font that can show the text.
     *
     * @param families wanted families, the first choice first
     * @param style as in {@link Font}
     * @param pixels height in pixels
     */
    public static Font font(List<String> families, int style, double pixels, String text) {
        for (String family : families) {
            if (INSTALLED.computeIfAbsent(family, MapFonts::isInstalled)) {
                Font font = new Font(family, style, 1).deriveFont((float) pixels);
                if (font.canDisplayUpTo(text) < 0) {
                    return font;
                }
            }
        }
        Font plain = new Font(Font.SANS_SERIF, style, 1).deriveFont((float) pixels);
        return plain.canDisplayUpTo(text) < 0 || Chinese.FAMILY == null
                ? plain
                : new Font(Chinese.FAMILY, style, 1).deriveFont((float) pixels);
    }

    /** An unknown family silently becomes "Dialog": only the name tells. */
    private static boolean isInstalled(String family) {
        return new Font(family, Font.PLAIN, 1).getFamily().equalsIgnoreCase(family);
    }

    /** Looked up only when a text needs it, for listing all installed fonts takes time. */
    private static final class Chinese {
        static final String FAMILY = find();

        private static String find() {
            Optional<String> family = Stream.concat(
                            BILINGUAL.stream().filter(MapFonts::isInstalled),
                            Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment()
                                    .getAvailableFontFamilyNames()))
                    .filter(name -> new Font(name, Font.PLAIN, 1).canDisplayUpTo(CHINESE_SAMPLE) < 0)
                    .findFirst();
            if (family.isEmpty()) {
                LOG.warn("no installed font has Chinese characters: labels and legends show boxes;"
                        + " install one (Debian: fonts-noto-cjk)");
            }
            return family.orElse(null);
        }
    }
}
