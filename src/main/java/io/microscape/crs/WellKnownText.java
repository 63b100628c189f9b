package io.microscape.crs;

import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * WKT of a coordinate system as a tree: a keyword, its plain arguments and its nested elements. Reads the forms of OGC 01-009
 * (WKT 1), of ESRI's {@code .prj} files, and the nesting of ISO 19162 (WKT 2). Own code because GeoTools' parser refuses
 * what is not in its tables (ESRI's Mercator_Auxiliary_Sphere) and costs 1.3 s of class loading, while nearly every
 * {@code .prj} names an everyday system.
 *
 * @param keyword in capitals, "PROJCS"
 * @param arguments texts and numbers in order, without quotes
 * @param children nested elements in order
 */
record WellKnownText(String keyword, List<Argument> arguments, List<WellKnownText> children) {
    private static final int MAX_LENGTH = 100_000;
    private static final int MAX_DEPTH = 30;

    /** A plain argument and whether it stood in quotes. */
    record Argument(String text, boolean quoted) {}

    /**
     * @throws InvalidInputException if brackets or quotes do not match, with the place
     */
    static WellKnownText parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw InvalidInputException.of(
                    "coordinate system", "its WKT has " + text.length() + " characters", "give an EPSG code instead");
        }
        Parser parser = new Parser(text);
        WellKnownText root = parser.element(0);
        parser.expectEnd();
        return root;
    }

    /** The first argument: the element's name. */
    String name() {
        return arguments.isEmpty() ? "" : arguments.get(0).text();
    }

    /** The number at that place of the arguments; NaN if there is none. */
    double number(int index) {
        if (index >= arguments.size()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(arguments.get(index).text());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The first direct child with one of the keywords. */
    Optional<WellKnownText> child(String... keywords) {
        return children.stream()
                .filter(child -> List.of(keywords).contains(child.keyword))
                .findFirst();
    }

    /** The first element with one of the keywords anywhere below, nearest level first. */
    Optional<WellKnownText> descendant(String... keywords) {
        return child(keywords)
                .or(() -> children.stream()
                        .flatMap(child -> child.descendant(keywords).stream())
                        .findFirst());
    }

    /** "EPSG:4547" when the element itself states its code. */
    Optional<String> authorityCode() {
        return child("AUTHORITY", "ID")
                .filter(authority -> authority.arguments.size() >= 2)
                .map(authority -> authority.name().toUpperCase(Locale.ROOT) + ":"
                        + authority.arguments.get(1).text());
    }

    /** Name without case, blanks and punctuation. */
    static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The tree as WKT, without the elements of these keywords. */
    String textWithout(String... keywords) {
        Stream<String> plain =
                arguments.stream().map(argument -> argument.quoted() ? '"' + argument.text() + '"' : argument.text());
        Stream<String> nested = children.stream()
                .filter(child -> !List.of(keywords).contains(child.keyword))
                .map(child -> child.textWithout(keywords));
        return keyword + Stream.concat(plain, nested).collect(Collectors.joining(",", "[", "]"));
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        WellKnownText element(int depth) {
            String keyword = word();
            if (keyword.isEmpty() || !opens() || depth > MAX_DEPTH) {
                throw damaged();
            }
            List<Argument> arguments = new ArrayList<>();
            List<WellKnownText> children = new ArrayList<>();
            do {
                at++;
                skipBlanks();
                if (at < text.length() && text.charAt(at) == '"') {
                    arguments.add(new Argument(quoted(), true));
                } else {
                    int start = at;
                    String plain = word();
                    if (opens()) {
                        at = start;
                        children.add(element(depth + 1));
                    } else {
                        arguments.add(new Argument(plain, false));
                    }
                }
                skipBlanks();
            } while (at < text.length() && text.charAt(at) == ',');
            if (at >= text.length() || (text.charAt(at) != ']' && text.charAt(at) != ')')) {
                throw damaged();
            }
            at++;
            return new WellKnownText(keyword.toUpperCase(Locale.ROOT), arguments, children);
        }

        void expectEnd() {
            skipBlanks();
            if (at < text.length()) {
                throw damaged();
            }
        }

        private String word() {
            skipBlanks();
            int start = at;
            while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private boolean opens() {
            return at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(');
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            while (true) {
                int end = text.indexOf('"', at + 1);
                if (end < 0) {
                    throw damaged();
                }
                value.append(text, at + 1, end);
                at = end + 1;
                if (at >= text.length() || text.charAt(at) != '"') {
                    return value.toString();
                }
                value.append('"');
            }
        }

        private void skipBlanks() {
            while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
                at++;
            }
        }

        private InvalidInputException damaged() {
            String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            return InvalidInputException.of(
                    "coordinate system \"" + start.replaceAll("\\s+", " ") + "\"",
                    "WKT is damaged at character " + (at + 1),
                    "give an EPSG code such as EPSG:4547 instead");
        }
    }
}
