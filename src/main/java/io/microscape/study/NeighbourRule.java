package io.microscape.study;

/**
 * Which spaces count as neighbours in spatial statistics. Distances are edge to edge, in m of the study's CRS.
 *
 * @param kind the nearest ones, or those within a distance
 * @param value how many nearest ones; or the distance in m
 */
public record NeighbourRule(Kind kind, double value) {
    /** The nearest spaces, or all spaces within a distance. */
    public enum Kind {
        NEAREST,
        WITHIN
    }

    public NeighbourRule {
        if (kind == Kind.NEAREST && !(value >= 1 && value == Math.rint(value) && value <= Integer.MAX_VALUE)) {
            throw new InvalidInputException("the number of nearest neighbours must be 1 or more, not " + value);
        }
        if (kind == Kind.WITHIN && !(value > 0 && Double.isFinite(value))) {
            throw new InvalidInputException(
                    "the distance of neighbours must be a positive number of metres, not " + value);
        }
    }

    /** The so many nearest spaces. */
    public static NeighbourRule nearest(int count) {
        return new NeighbourRule(Kind.NEAREST, count);
    }

    /** All spaces at most so many metres away. */
    public static NeighbourRule within(double metres) {
        return new NeighbourRule(Kind.WITHIN, metres);
    }

    /**
     * The rule a user gives one way or the other; null when neither is given.
     *
     * @param count how many nearest ones, or null
     * @param metres a distance, or null
     * @throws InvalidInputException if both are given
     */
    public static NeighbourRule ofEither(Integer count, Double metres) {
        if (count != null && metres != null) {
            throw new InvalidInputException(
                    "give a number of neighbours or a distance within which they lie, not both");
        }
        return count != null ? nearest(count) : metres != null ? within(metres) : null;
    }
}
