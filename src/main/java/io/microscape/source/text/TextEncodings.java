package io.microscape.source.text;

import io.microscape.source.FeatureReader;
import io.microscape.study.InvalidInputException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text encodings by the names that files and people use, and their detection. National encodings are read with the
 * superset that Windows writes under the same name (GBK for GB2312, code pages 950, 932 and 949 for Big5, Shift-JIS and
 * EUC-KR).
 */
public final class TextEncodings {
    static final Charset BIG5 = Charset.forName("x-windows-950");
    static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    static final Charset EUC_KR = Charset.forName("x-windows-949");

    private static final Map<Charset, String> LABELS = Map.of(BIG5, "Big5", SHIFT_JIS, "Shift_JIS", EUC_KR, "EUC-KR");

    private static final Pattern CODE_PAGE =
            Pattern.compile("(?:ANSI|OEM|CP|MS|WINDOWS|WIN|IBM|CODEPAGE|X-WINDOWS|X-CP)?[ _-]*([0-9]{3,5})");
    private static final Pattern ISO_8859 = Pattern.compile("ISO[ _-]*8859[ _-]*([0-9]{1,2})");

    /** Names that Java does not know or knows as a narrower set. Keys are upper case without blank, hyphen, underscore. */
    private static final Map<String, Charset> NAMES = Map.ofEntries(
            Map.entry("UTF8", StandardCharsets.UTF_8),
            Map.entry("UTF8BOM", StandardCharsets.UTF_8),
            Map.entry("UTF8SIG", StandardCharsets.UTF_8),
            Map.entry("UTF16", StandardCharsets.UTF_16),
            Map.entry("UNICODE", StandardCharsets.UTF_16),
            Map.entry("GB2312", Charset.forName("GBK")),
            Map.entry("EUCCN", Charset.forName("GBK")),
            Map.entry("BIG5", BIG5),
            Map.entry("SHIFTJIS", SHIFT_JIS),
            Map.entry("SJIS", SHIFT_JIS),
            Map.entry("EUCKR", EUC_KR),
            Map.entry("KSC5601", EUC_KR),
            Map.entry("UHC", EUC_KR),
            Map.entry("LATIN1", StandardCharsets.ISO_8859_1));

    private static final Map<Integer, String> CODE_PAGES = Map.ofEntries(
            Map.entry(932, "windows-31j"),
            Map.entry(936, "GBK"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "x-windows-950"),
            Map.entry(1200, "UTF-16LE"),
            Map.entry(1201, "UTF-16BE"),
            Map.entry(1361, "x-Johab"),
            Map.entry(10000, "x-MacRoman"),
            Map.entry(10006, "x-MacGreek"),
            Map.entry(10007, "x-MacCyrillic"),
            Map.entry(10029, "x-MacCentralEurope"),
            Map.entry(20127, "US-ASCII"),
            Map.entry(20866, "KOI8-R"),
            Map.entry(20932, "EUC-JP"),
            Map.entry(20936, "GBK"),
            Map.entry(21866, "KOI8-U"),
            Map.entry(51932, "EUC-JP"),
            Map.entry(51936, "GBK"),
            Map.entry(51949, "x-windows-949"),
            Map.entry(52936, "HZ-GB-2312"),
            Map.entry(54936, "GB18030"),
            Map.entry(65001, "UTF-8"));

    private TextEncodings() {}

    /**
     * The charset of that name, in any spelling that is in use: "GBK", "936", "ANSI 936", "cp936", "Big-5", "ISO 88591",
     * "65001".
     *
     * @throws InvalidInputException if there is no such encoding
     */
    public static Charset charset(String name) {
        Charset charset = find(name);
        if (charset == null) {
            throw InvalidInputException.of(
                    "encoding " + shown(name),
                    "no such text encoding",
                    "name it with --encoding (encoding: in the study file): UTF-8, GBK, GB18030, Big5, Shift_JIS, EUC-KR, "
                            + "windows-1252 …");
        }
        return charset;
    }

    /** The charset of that name, or null if there is none. */
    public static Charset find(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT);
        Charset known = NAMES.get(plain.replaceAll("[ _-]", ""));
        if (known != null) {
            return known;
        }
        Matcher iso = ISO_8859.matcher(plain);
        if (iso.matches()) {
            return named("ISO-8859-" + iso.group(1));
        }
        Matcher page = CODE_PAGE.matcher(plain);
        if (page.matches()) {
            return codePage(Integer.parseInt(page.group(1)));
        }
        return named(plain);
    }

    /** The charset of a code page number, or null if there is none. */
    public static Charset codePage(int number) {
        String name = CODE_PAGES.get(number);
        if (name != null) {
            return named(name);
        }
        if (number >= 28591 && number <= 28605) {
            return named("ISO-8859-" + (number - 28590));
        }
        if (number >= 88591 && number <= 88599) {
            return named("ISO-8859-" + (number - 88590));
        }
        Charset windows = number >= 1250 && number <= 1258 ? named("windows-" + number) : null;
        return windows != null
                ? windows
                : named("IBM" + number) != null ? named("IBM" + number) : named("x-IBM" + number);
    }

    /**
     * The encoding of a text.
     *
     * @param sample the beginning of the text
     * @param given the encoding that the user names, or null
     * @return the encoding, and "given" or "detected" as its origin
     * @throws InvalidInputException if there is no encoding of the given name
     */
    public static FeatureReader.TextEncoding detect(byte[] sample, String given) {
        if (given != null && !given.isBlank()) {
            return new FeatureReader.TextEncoding(label(charset(given)), "given");
        }
        Charset marked = byteOrderMark(sample);
        Charset charset = marked != null ? marked : EncodingDetector.detect(TextSample.of(sample));
        return new FeatureReader.TextEncoding(label(charset), marked != null ? "byte order mark" : "detected");
    }

    /** The name by which reports call a charset; {@link #charset} understands it. */
    public static String label(Charset charset) {
        return LABELS.getOrDefault(charset, charset.name());
    }

    /** Whether more than half of the texts have bytes that are no characters of the charset; UTF-16 is never doubted. */
    public static boolean contradicts(TextSample sample, Charset charset) {
        if (isWide(charset)) {
            return false;
        }
        long malformed = sample.texts().stream()
                .filter(text -> StrictText.decode(text.bytes(), 0, text.bytes().length, charset, text.cut())
                                .malformed()
                        > 0)
                .count();
        return malformed * 2 > sample.texts().size();
    }

    private static Charset byteOrderMark(byte[] sample) {
        if (sample.length >= 3 && sample[0] == (byte) 0xEF && sample[1] == (byte) 0xBB && sample[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (sample.length >= 2 && sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (sample.length >= 2 && sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String shown(String name) {
        String line = name.strip().replaceAll("\\p{Cntrl}", "?");
        return "\"" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "\"";
    }

    public static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16");
    }
}
