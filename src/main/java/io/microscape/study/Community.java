package io.microscape.study;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A residential community or sub-district.
 *
 * @param code unique within the study
 * @param name may be empty
 * @param geometry boundary, a polygon or multi-polygon; null when only a table is given
 * @param facts what its carbon account is related to; never null
 */
public record Community(String code, String name, Geometry geometry, Facts facts) {
    public Community {
        Objects.requireNonNull(facts, "facts");
    }

    /** A community of which nothing but its place is known. */
    public Community(String code, String name, Geometry geometry) {
        this(code, name, geometry, Facts.UNKNOWN);
    }

    /** The same community with another geometry. */
    public Community withGeometry(Geometry other) {
        return new Community(code, name, other, facts);
    }

    /**
     * Attributes of a community; each may be null.
     *
     * @param persons residents
     * @param households households
     * @param floorAreaM2 floor area of its buildings, m²
     * @param statedTonnesPerPersonYear total of its carbon account as published, t CO2 per person and year
     * @param statedKgPerM2Year total of its carbon account as published, kg CO2 per m² of floor and year
     */
    public record Facts(
            Double persons,
            Double households,
            Double floorAreaM2,
            Double statedTonnesPerPersonYear,
            Double statedKgPerM2Year) {
        /** Nothing known. */
        public static final Facts UNKNOWN = new Facts(null, null, null, null, null);
    }
}
