package io.microscape.source.raster;

import io.microscape.study.InvalidInputException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The test that makes a raster cell covered: {@code ">= 2"}, {@code "== 10"}, {@code "in 10, 20"}.
 *
 * @param operator what the cell's value is compared by
 * @param operands one number, or those of "in"
 */
record CoverTest(Operator operator, double[] operands) {
    enum Operator {
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        IN("in");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        private static Operator of(String text) {
            String symbol = switch (text) {
                case "=" -> "==";
                case "<>" -> "!=";
                default -> text.toLowerCase(java.util.Locale.ROOT);
            };
            return Arrays.stream(values())
                    .filter(operator -> operator.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final String NUMBER = "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|==|!=|<>|>|<|=)\\s*(" + NUMBER + ")");
    private static final Pattern MEMBERSHIP = Pattern.compile(
            "(in)\\s*\\(?\\s*(" + NUMBER + "(?:\\s*,\\s*" + NUMBER + ")*)\\s*\\)?", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a test.
     *
     * @param where the file, for the message
     * @throws InvalidInputException if there is none, or it is not understood
     */
    static CoverTest parse(String text, String where) {
        if (text == null || text.isBlank()) {
            throw InvalidInputException.of(
                    where,
                    "a canopy raster needs the test that makes a cell covered",
                    "write covered: \">= 2\" for a canopy height model in m, or covered: \"== 10\" for a land-cover class");
        }
        for (Pattern pattern : new Pattern[] {COMPARISON, MEMBERSHIP}) {
            Matcher matcher = pattern.matcher(text.strip());
            if (matcher.matches()) {
                return new CoverTest(
                        Operator.of(matcher.group(1)),
                        Arrays.stream(matcher.group(2).split(","))
                                .mapToDouble(number -> Double.parseDouble(number.strip()))
                                .toArray());
            }
        }
        throw InvalidInputException.of(
                where,
                "the test covered: \"" + text + "\" is not understood",
                "write one of >, >=, <, <=, ==, != and a number, or \"in 10, 20\"");
    }

    /** The same test for values of single precision: 0.1 then means the single-precision number that is written 0.1. */
    CoverTest inSinglePrecision() {
        return new CoverTest(
                operator, Arrays.stream(operands).map(number -> (float) number).toArray());
    }

    /** Whether a cell of that value is covered. */
    boolean covers(double value) {
        return switch (operator) {
            case GREATER -> value > operands[0];
            case GREATER_OR_EQUAL -> value >= operands[0];
            case LESS -> value < operands[0];
            case LESS_OR_EQUAL -> value <= operands[0];
            case EQUAL, IN -> Arrays.stream(operands).anyMatch(number -> number == value);
            case NOT_EQUAL -> value != operands[0];
        };
    }

    @Override
    public String toString() {
        String numbers = String.join(
                ", ", Arrays.stream(operands).mapToObj(CoverTest::plain).toList());
        return operator.symbol + " " + numbers;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
