package io.microscape.study;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * A value of a dimension as a stretch of its axis: a number has no length, a time stands for all of the year, month, day
 * or second that it names (OGC 06-042 annex D). Times are seconds since 1970 in UTC; one without an offset is in UTC.
 *
 * @param start first place
 * @param end last place; of a period the moment before the next one begins
 */
public record DimensionValue(BigDecimal start, BigDecimal end) implements Comparable<DimensionValue> {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LOCAL =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}(:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,2})?");
    private static final int LONGEST = 40;
    private static final BigDecimal MOMENT = new BigDecimal("0.000000001");

    /**
     * Reads a value.
     *
     * @param temporal whether it is a time (ISO 8601, {@code 2020}, {@code 2020-06-30} or {@code 2020-06-30T12:00:00Z}) or a
     *     number
     * @return null if it is neither
     */
    public static DimensionValue parse(String text, boolean temporal) {
        if (text.length() > LONGEST) {
            return null;
        }
        if (!temporal) {
            return NUMBER.matcher(text).matches() ? at(new BigDecimal(text)) : null;
        }
        try {
            return time(text);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /** Whether both have a place in common. */
    public boolean meets(DimensionValue other) {
        return start.compareTo(other.end) <= 0 && other.start.compareTo(end) <= 0;
    }

    /** How far the other one is away; zero where they meet. */
    public BigDecimal distance(DimensionValue other) {
        return start.subtract(other.end).max(other.start.subtract(end)).max(BigDecimal.ZERO);
    }

    /** From the beginning of this one to the end of the other. */
    public DimensionValue to(DimensionValue last) {
        return new DimensionValue(start, last.end);
    }

    @Override
    public int compareTo(DimensionValue other) {
        int byStart = start.compareTo(other.start);
        return byStart == 0 ? end.compareTo(other.end) : byStart;
    }

    private static DimensionValue time(String text) {
        if (YEAR.matcher(text).matches()) {
            LocalDate first = Year.parse(text).atDay(1);
            return days(first, first.plusYears(1));
        }
        if (MONTH.matcher(text).matches()) {
            LocalDate first = YearMonth.parse(text).atDay(1);
            return days(first, first.plusMonths(1));
        }
        if (DAY.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text);
            return days(day, day.plusDays(1));
        }
        if (LOCAL.matcher(text).matches()) {
            // hours alone are a time in ISO 8601, but not in Java
            String whole = text.length() == "2000-01-01T00".length() ? text + ":00" : text;
            return at(seconds(LocalDateTime.parse(whole).toInstant(ZoneOffset.UTC)));
        }
        return at(seconds(OffsetDateTime.parse(text).toInstant()));
    }

    private static DimensionValue days(LocalDate first, LocalDate next) {
        return new DimensionValue(
                seconds(first.atStartOfDay(ZoneOffset.UTC).toInstant()),
                seconds(next.atStartOfDay(ZoneOffset.UTC).toInstant()).subtract(MOMENT));
    }

    private static DimensionValue at(BigDecimal place) {
        return new DimensionValue(place, place);
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
    }
}
