package io.microscape.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A renovation of a community: how much floor is built, pulled down, retrofitted and strengthened.
 *
 * @param community code or name of the community
 * @param period years of the works as written ("2023-2026"); may be null
 * @param areasM2 floor area of each measure, m²; a measure that is not known has none
 * @param statedTotal10kt total in 10,000 t CO2 (万吨) that the row's author states; may be null
 * @param source where it comes from; may be null
 * @param place file and row, for messages
 */
public record RenovationCase(
        String community,
        String period,
        Map<RenovationMeasure, Double> areasM2,
        Double statedTotal10kt,
        String source,
        String place) {
    public RenovationCase {
        Map<RenovationMeasure, Double> copy = new EnumMap<>(RenovationMeasure.class);
        copy.putAll(areasM2);
        areasM2 = Collections.unmodifiableMap(copy);
    }
}
