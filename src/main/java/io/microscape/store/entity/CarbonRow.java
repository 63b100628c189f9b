package io.microscape.store.entity;

import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;

/** A component of the account of that code, read as values: a study has many, and entities of them would be tracked. */
record CarbonRow(String code, CarbonComponent component, CarbonValue value) {
    /** A component as it was given. */
    CarbonRow(
            String code,
            CarbonComponent component,
            Double kg,
            String method,
            String source,
            Integer year,
            Double periodYears,
            Double uncertaintyPercent,
            String reason) {
        this(
                code,
                component,
                new CarbonValue(
                        kg, CarbonValue.Origin.GIVEN, method, source, year, periodYears, uncertaintyPercent, reason));
    }

    /** A component as it was computed. */
    CarbonRow(
            String code,
            CarbonComponent component,
            Double kg,
            String method,
            String source,
            double periodYears,
            String reason) {
        this(
                code,
                component,
                new CarbonValue(kg, CarbonValue.Origin.COMPUTED, method, source, null, periodYears, null, reason));
    }
}
