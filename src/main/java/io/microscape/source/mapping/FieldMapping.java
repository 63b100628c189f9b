package io.microscape.source.mapping;

import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceFeature;
import io.microscape.source.text.StrictNumbers;
import io.microscape.source.text.Suggestion;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which column or constant each target of a source takes its value from: the one named in {@code fields}, else a column of
 * the target's own name.
 */
public final class FieldMapping {
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "t", "是");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "f", "否");

    private final SourceSpec spec;
    private final Set<String> unseen = new TreeSet<>();

    /**
     * @param columns the source's columns; empty when only its features know
     * @throws InvalidInputException if {@code fields} names a target that the kind has not, or a column that the file has not
     */
    public FieldMapping(SourceSpec spec, Collection<String> columns) {
        this.spec = spec;
        List<String> targets = KindTargets.of(spec.kind());
        for (Map.Entry<String, String> field : spec.fields().entrySet()) {
            if (!targets.contains(field.getKey())) {
                throw InvalidInputException.of(
                        spec.fileName(),
                        spec.kind().key() + " have no field \"" + field.getKey() + "\"",
                        "their fields are: " + String.join(", ", targets) + Suggestion.of(field.getKey(), targets));
            }
            if (!isConstant(field.getValue())) {
                unseen.add(field.getKey());
            }
        }
        if (!columns.isEmpty()) {
            requireColumns(columns);
        }
    }

    /**
     * Checks the columns that {@code fields} names and that no feature has had.
     *
     * @throws InvalidInputException if one is missing; it lists the columns
     */
    public void requireColumns(Collection<String> columns) {
        for (String target : unseen) {
            ColumnNames.require(spec.fileName(), columns, spec.fields().get(target), target);
        }
    }

    /** Whether the target has a value from anywhere for this feature, be it blank. */
    boolean has(SourceFeature feature, String target) {
        return spec.fields().containsKey(target) || column(feature, target) != null;
    }

    /** Whether {@code fields} names the target. */
    boolean isGiven(String target) {
        return spec.fields().containsKey(target);
    }

    /** The name by which messages call the target's column. */
    String columnName(SourceFeature feature, String target) {
        String column = column(feature, target);
        return column != null ? column : target;
    }

    /** The value of the target, null when it is absent or blank. */
    Object value(SourceFeature feature, String target) {
        String given = spec.fields().get(target);
        Object value;
        if (given != null && isConstant(given)) {
            value = given.substring(1);
        } else {
            String column = column(feature, target);
            value = column == null ? null : feature.attributes().get(column);
        }
        return value instanceof String text && text.isBlank() ? null : value;
    }

    /** The value as text without blanks around it; whole numbers without decimals. Null when absent or blank. */
    String text(SourceFeature feature, String target) {
        Object value = value(feature, target);
        if (value == null) {
            return null;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                    : value.toString();
        }
        return value.toString().strip();
    }

    /**
     * The value as text without blanks around it.
     *
     * @throws RejectedFeatureException if it is absent or blank
     */
    String required(SourceFeature feature, String target) throws RejectedFeatureException {
        String text = text(feature, target);
        if (text == null) {
            throw new RejectedFeatureException("has no " + target);
        }
        return text;
    }

    /** The value as a number of at least 0, null when absent or blank; rejected when negative. */
    Double amount(SourceFeature feature, String target) throws RejectedFeatureException {
        Double number = number(feature, target);
        if (number != null && number < 0) {
            throw new RejectedFeatureException("its " + target + " is " + number + ": must not be negative");
        }
        return number;
    }

    /** The value as a whole number, null when absent or blank. */
    Integer wholeNumber(SourceFeature feature, String target) throws RejectedFeatureException {
        Double number = number(feature, target);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number) || Math.abs(number) > 9999) {
            throw new RejectedFeatureException("its " + target + " is " + number);
        }
        return number.intValue();
    }

    /** Name of the source's file. */
    String fileName() {
        return spec.fileName();
    }

    /** The value as a number, null when absent or blank. */
    Double number(SourceFeature feature, String target) throws RejectedFeatureException {
        Object value = value(feature, target);
        return value == null ? null : (Double) StrictNumbers.parse(value, columnName(feature, target));
    }

    /** The value as yes or no, null when absent or blank; rejected when it is neither. */
    Boolean yesOrNo(SourceFeature feature, String target) throws RejectedFeatureException {
        String text = text(feature, target);
        if (text == null) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(lower) && !NO.contains(lower)) {
            throw new RejectedFeatureException("column " + columnName(feature, target) + " holds "
                    + StrictNumbers.shown(text) + ", which is neither yes nor no (true/false, 1/0, yes/no, 是/否)");
        }
        return YES.contains(lower);
    }

    /** Whether the value says anything but no: "yes", "viaduct". */
    boolean isSet(SourceFeature feature, String target) {
        String text = text(feature, target);
        return text != null && !NO.contains(text.toLowerCase(Locale.ROOT));
    }

    private String column(SourceFeature feature, String target) {
        String given = spec.fields().get(target);
        List<String> names = given != null ? List.of(given) : KindTargets.columnNames(target);
        for (String name : names) {
            String column = ColumnNames.find(feature.attributes().keySet(), name);
            if (column != null) {
                unseen.remove(target);
                return column;
            }
        }
        return null;
    }

    private static boolean isConstant(String field) {
        return field.startsWith("=");
    }
}
