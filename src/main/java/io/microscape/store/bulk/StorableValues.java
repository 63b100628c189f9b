package io.microscape.store.bulk;

import io.microscape.study.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Makes a row's values fit for both databases, or refuses them: no NaN and no infinite number is ever stored, and no text
 * that PostgreSQL cannot hold. Minus zero becomes zero, because H2 does not tell them apart. Not thread-safe.
 */
public final class StorableValues {
    private static final int SRID = 4326;
    private static final int LONGEST_CODE = 255;
    private static final Set<String> CODES = Set.of("code", "community");

    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);

    /**
     * The values as a {@link BulkLoader} takes them, in place.
     *
     * @param where the file and feature, for the message
     * @throws InvalidInputException naming the column, if a value cannot be stored
     */
    public Object[] of(Supplier<String> where, BulkTable table, Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = storable(where, table.columns().get(i), values[i]);
        }
        return values;
    }

    private Object storable(Supplier<String> where, String column, Object value) {
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw InvalidInputException.of(
                        where.get(), column + " is " + number, "give a finite number or leave the value empty");
            }
            return number + 0.0;
        }
        if (value instanceof String text) {
            return text(where, column, text);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Geometry geometry) {
            return ewkb(where, geometry);
        }
        return value;
    }

    private static String text(Supplier<String> where, String column, String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw InvalidInputException.of(
                    where.get(), column + " holds characters that are no text", "check the encoding of the file");
        }
        if (CODES.contains(column) && text.codePointCount(0, text.length()) > LONGEST_CODE) {
            throw InvalidInputException.of(
                    where.get(),
                    "the " + column + " is longer than " + LONGEST_CODE + " characters",
                    "give it a shorter code");
        }
        return text;
    }

    private byte[] ewkb(Supplier<String> where, Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply(new FiniteOrdinates(where));
        copy.setSRID(SRID);
        return wkb.write(copy);
    }

    private record FiniteOrdinates(Supplier<String> where) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            for (int ordinate = 0; ordinate < 2; ordinate++) {
                double value = sequence.getOrdinate(i, ordinate);
                if (!Double.isFinite(value)) {
                    throw InvalidInputException.of(
                            where.get(), "a coordinate is " + value, "remove the feature or mend its geometry");
                }
                sequence.setOrdinate(i, ordinate, value + 0.0);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
