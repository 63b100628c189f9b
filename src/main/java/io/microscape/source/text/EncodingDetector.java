package io.microscape.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Properties;

/**
 * Finds the encoding of short texts. Names in attribute tables are a few characters each, too little for detectors that
 * count on running text (ICU's finds hardly one single street name in GBK), hence this own one. Each candidate encoding
 * decodes the sample; the text that comes out is scored with the log-likelihood of its characters in the script that the
 * encoding is for, the likelihood being flat within three tiers: frequent characters, the first level of the national
 * standard (GB 2312, Big5, KS X 1001, JIS X 0208), and the rest. The most likely one wins; priors favour Chinese.
 */
public final class EncodingDetector {
    private static final double MALFORMED = -30;
    private static final double IMPOSSIBLE = -25;
    private static final double FREQUENT_SHARE = 0.8;
    private static final double ORDINARY_SHARE = 0.17;
    private static final double RARE = Math.log(0.03 / 20_000);
    private static final double PUNCTUATION = Math.log(0.02 / 100);

    /** So many complete two-byte sequences in a row are no accident. */
    private static final int UTF8_CERTAIN = 6;

    private EncodingDetector() {}

    /** How likely a text is, as a natural logarithm. */
    private interface Script {
        double score(String text);
    }

    private record Candidate(Charset charset, Script script, double prior) {}

    /** The charset of the sample; UTF-8 for pure ASCII. */
    public static Charset detect(TextSample sample) {
        if (sample.isAscii() || certainlyUtf8(sample)) {
            return StandardCharsets.UTF_8;
        }
        Charset best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Candidate candidate : Candidates.ALL) {
            double score = candidate.prior();
            for (TextSample.Text text : sample.texts()) {
                StrictText decoded =
                        StrictText.decode(text.bytes(), 0, text.bytes().length, candidate.charset(), text.cut());
                score += candidate.script().score(decoded.text()) + MALFORMED * decoded.malformed();
                if (decoded.tailLost()) {
                    score += RARE;
                }
            }
            if (score > bestScore) {
                bestScore = score;
                best = candidate.charset();
            }
        }
        return best;
    }

    /** No other encoding yields valid UTF-8 by accident, short two-byte sequences excepted ("通" in GBK is one). */
    private static boolean certainlyUtf8(TextSample sample) {
        int malformed = 0;
        int twoBytes = 0;
        int moreBytes = 0;
        for (TextSample.Text text : sample.texts()) {
            StrictText decoded =
                    StrictText.decode(text.bytes(), 0, text.bytes().length, StandardCharsets.UTF_8, text.cut());
            malformed += decoded.malformed();
            for (int i = 0; i < decoded.text().length(); i++) {
                char c = decoded.text().charAt(i);
                if (c >= 0x800 && c != '\uFFFD') {
                    moreBytes++;
                } else if (c >= 0x80 && c < 0x800) {
                    twoBytes++;
                }
            }
        }
        return malformed == 0 ? moreBytes > 0 || twoBytes >= UTF8_CERTAIN : moreBytes > 20 * malformed;
    }

    /** Loaded when a text must be judged, never at start-up. */
    private static final class Candidates {
        private static final Properties FREQUENT = frequent();
        private static final List<Candidate> ALL = List.of(
                new Candidate(Charset.forName("GB18030"), chinese(), 0),
                new Candidate(TextEncodings.BIG5, ideographic("traditional", "Big5", 0xA4, 0xC6), -1),
                new Candidate(TextEncodings.SHIFT_JIS, japanese(), -1.5),
                new Candidate(TextEncodings.EUC_KR, ideographic("korean", "EUC-KR", 0xB0, 0xC8), -2.5),
                new Candidate(StandardCharsets.UTF_8, EncodingDetector::alphabetic, 0),
                new Candidate(Charset.forName("windows-1252"), EncodingDetector::alphabetic, -2),
                new Candidate(Charset.forName("windows-1251"), EncodingDetector::alphabetic, -10));

        private static Properties frequent() {
            Properties properties = new Properties();
            try (InputStream in = EncodingDetector.class.getResourceAsStream("frequent-characters.txt")) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties;
        }

        private static Script ideographic(String script, String standard, int firstLead, int lastLead) {
            return new Tiers(characters(FREQUENT.getProperty(script)), firstLevel(standard, firstLead, lastLead));
        }

        /** GB18030 holds the traditional characters as well, and signs and old names are written with them. */
        private static Script chinese() {
            BitSet ordinary = firstLevel("GB18030", 0xB0, 0xD7);
            ordinary.or(characters(FREQUENT.getProperty("traditional")));
            return new Tiers(characters(FREQUENT.getProperty("simplified")), ordinary);
        }

        private static Script japanese() {
            BitSet frequent = characters(FREQUENT.getProperty("japanese"));
            frequent.set(0x3041, 0x3094);
            frequent.set(0x30A1, 0x30F7);
            frequent.set(0x30FC);
            return new Tiers(frequent, firstLevel("Shift_JIS", 0x88, 0x98));
        }

        private static BitSet characters(String text) {
            BitSet characters = new BitSet();
            text.chars().forEach(characters::set);
            return characters;
        }

        private static BitSet firstLevel(String standard, int firstLead, int lastLead) {
            BitSet characters = new BitSet();
            Charset charset = Charset.forName(standard);
            int firstTrail = firstLead == 0xB0 ? 0xA1 : 0x40;
            for (int lead = firstLead; lead <= lastLead; lead++) {
                for (int trail = firstTrail; trail < 0xFF; trail++) {
                    StrictText decoded =
                            StrictText.decode(new byte[] {(byte) lead, (byte) trail}, 0, 2, charset, false);
                    if (decoded.malformed() == 0 && decoded.text().length() == 1) {
                        characters.set(decoded.text().charAt(0));
                    }
                }
            }
            return characters;
        }
    }

    /** Characters in tiers of equal likelihood; ASCII says nothing. */
    private record Tiers(BitSet frequent, BitSet ordinary) implements Script {
        @Override
        public double score(String text) {
            double frequentScore = Math.log(FREQUENT_SHARE / frequent.cardinality());
            double ordinaryScore = Math.log(ORDINARY_SHARE / ordinary.cardinality());
            double score = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < 0x80 || c == '\uFFFD') {
                    continue;
                }
                if (frequent.get(c)) {
                    score += frequentScore;
                } else if (ordinary.get(c)) {
                    score += ordinaryScore;
                } else if (c >= 0x3000 && c < 0x3040 || c >= 0xFF00 && c < 0xFF61 || c == '·' || c == '“' || c == '”') {
                    score += PUNCTUATION;
                } else if (c < 0xA0 || Character.getType(c) == Character.PRIVATE_USE) {
                    score += IMPOSSIBLE;
                } else {
                    score += RARE;
                }
            }
            return score;
        }
    }

    private static final String COMMON_ACCENTED = "éèêëàâäáãåçñöôóòõøüùúûíîïæœßšžýÉÀÄÖÜÅØÆÇÑÓÁÍÚÂÊÎÔÈ";

    /** Words of Latin or Cyrillic letters: accents stand alone among plain letters, capitals stand first. */
    private static double alphabetic(String text) {
        double score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 || c == '\uFFFD') {
                continue;
            }
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean cyrillic = isCyrillic(c);
            if (!Character.isLetter(c) || c > 0x45F) {
                score += c < 0xA0 || c > 0x2122 ? IMPOSSIBLE : "«»–—’‘“”°²³·…€º".indexOf(c) >= 0 ? -8 : -12;
                continue;
            }
            score += cyrillic ? Character.isLowerCase(c) ? -3.3 : -4.5 : COMMON_ACCENTED.indexOf(c) >= 0 ? -3.7 : -7;
            if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
                score -= 6;
            }
            if (cyrillic ? isAsciiLetter(before) || isAsciiLetter(after) : before >= 0x80) {
                score -= 4;
            }
            if (!cyrillic && !Character.isLetter(before) && !Character.isLetter(after)) {
                score -= 3;
            }
        }
        return score;
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x400 && c <= 0x45F;
    }

    private static boolean isAsciiLetter(char c) {
        return c < 0x80 && Character.isLetter(c);
    }
}
