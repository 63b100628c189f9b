package io.microscape.study;

import java.util.List;

/**
 * A context layer as it is kept: what the study file says of it, and what its file turned out to hold.
 *
 * @param layer what the study file says
 * @param geometry kind of geometry of all its features
 * @param columns its attributes, in the order of the features' values
 */
public record ContextTable(ContextLayer layer, Kind geometry, List<Column> columns) {
    public ContextTable {
        columns = List.copyOf(columns);
    }

    /** Kind of geometry. */
    public enum Kind {
        POINTS,
        LINES,
        POLYGONS
    }

    /** An attribute and what all its values are. */
    public record Column(String name, Type type) {}

    /** What the values of a column are; the narrowest that holds them all. */
    public enum Type {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TEXT;

        private static final double LARGEST_EXACT = 1L << 53;

        /** The type of a value. */
        public static Type of(Object value) {
            if (value instanceof Boolean) {
                return BOOLEAN;
            }
            if (value instanceof Number number) {
                double exact = number.doubleValue();
                return exact == Math.rint(exact) && Math.abs(exact) <= LARGEST_EXACT ? INTEGER : DECIMAL;
            }
            return TEXT;
        }

        /** The narrowest type that holds the values of both. */
        public Type with(Type other) {
            if (this == other) {
                return this;
            }
            return this == TEXT || other == TEXT || this == BOOLEAN || other == BOOLEAN ? TEXT : DECIMAL;
        }

        /** The value as this type has it: Boolean, Long, Double or String; null stays. */
        public Object convert(Object value) {
            if (value == null) {
                return null;
            }
            return switch (this) {
                case BOOLEAN -> value;
                case INTEGER -> ((Number) value).longValue();
                case DECIMAL -> ((Number) value).doubleValue();
                case TEXT -> value.toString();
            };
        }

        /** The class of the values. */
        public Class<?> valueClass() {
            return switch (this) {
                case BOOLEAN -> Boolean.class;
                case INTEGER -> Long.class;
                case DECIMAL -> Double.class;
                case TEXT -> String.class;
            };
        }
    }
}
