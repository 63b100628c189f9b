package io.microscape.ogc;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a request in key-value pairs: names without regard to case, values percent-decoded as UTF-8. The
 * query is decoded here and not by the servlet container, which answers a bad escape with an HTML page where the
 * standard wants a service exception. A value that is present but empty counts as absent, as the standard has it for
 * {@code STYLES=}.
 */
public final class RequestParameters {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

    private static final char UNDECODABLE = '\uFFFD';
    private static final int LONGEST_ECHO = 80;

    /** Raw values by upper-case name, in the order given. */
    private final Map<String, List<String>> values;

    private RequestParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Splits a query string or form body. Escapes are decoded when a parameter is read, so that a broken one that no
     * operation asks for harms nothing.
     *
     * @param query what stands behind the question mark; null for none
     */
    public static RequestParameters parse(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                values.merge(name(name), List.of(value), RequestParameters::joined);
            }
        }
        return new RequestParameters(values);
    }

    /**
     * The decoded value, or null if it is absent or empty.
     *
     * @throws ServiceException if it cannot be decoded, or is given twice with different values
     */
    public String text(String name) {
        List<String> given =
                values.getOrDefault(name, List.of()).stream().distinct().toList();
        if (given.size() > 1) {
            throw new ServiceException(name + " is given more than once with different values; give it once");
        }
        String value = given.isEmpty() ? "" : decoded(name, given.get(0));
        return value.isEmpty() ? null : value;
    }

    /** These and one more, as if it had been sent with them. */
    RequestParameters with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.merge(name, List.of(URLEncoder.encode(value, StandardCharsets.UTF_8)), RequestParameters::joined);
        return new RequestParameters(more);
    }

    /** {@link #text} or, if that is null, the other value. */
    public String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    /** {@link #text}, or null where that cannot be read; for what no answer depends on. */
    public String readableText(String name) {
        try {
            return text(name);
        } catch (ServiceException unreadable) {
            return null;
        }
    }

    /** The first of the names that has a value, or null. */
    public String firstText(String... names) {
        for (String name : names) {
            String value = text(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** @throws ServiceException if it is absent or empty */
    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw new ServiceException(name + " is missing");
        }
        return value;
    }

    /** A value of TRUE or FALSE in any case; false if absent. */
    boolean flag(String name) {
        String value = text(name, "FALSE");
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> throw new ServiceException(name + " must be TRUE or FALSE, not " + echo(value));
        };
    }

    /**
     * A whole number within limits.
     *
     * @throws ServiceException if it is none or lies outside
     */
    public int integer(String name, String value, int least, int most) {
        if (INTEGER.matcher(value).matches() && value.length() <= LONGEST_ECHO) {
            BigDecimal number = new BigDecimal(value);
            if (number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return number.intValue();
            }
        }
        throw new ServiceException(
                name + " must be a whole number from " + least + " to " + most + ", not " + echo(value));
    }

    /**
     * A finite decimal number, exponent allowed.
     *
     * @throws ServiceException if it is none
     */
    static double number(String name, String value) {
        if (NUMBER.matcher(value).matches()) {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw new ServiceException(name + " has a value that is not a finite number: " + echo(value));
    }

    /** A value as it may be repeated in a message: shortened when it is long. */
    public static String echo(String value) {
        return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
    }

    /** Names and values as they were sent, still escaped, for the log; long ones shortened. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + entry.getValue().stream().map(RequestParameters::echo).toList())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String name(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        } catch (IllegalArgumentException undecodable) {
            return raw.toUpperCase(Locale.ROOT);
        }
    }

    private static String decoded(String name, String raw) {
        String value;
        try {
            value = URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            throw new ServiceException(
                    name + " has an escape that is not two hexadecimal digits after %: " + echo(raw), undecodable);
        }
        if (value.indexOf(UNDECODABLE) >= 0) {
            throw new ServiceException(name + " is not in UTF-8; percent-encode its UTF-8 bytes");
        }
        return value;
    }

    private static List<String> joined(List<String> earlier, List<String> later) {
        return Stream.concat(earlier.stream(), later.stream()).toList();
    }
}
