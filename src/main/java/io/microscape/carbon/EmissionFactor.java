package io.microscape.carbon;

import java.util.List;
import javax.measure.Unit;

/**
 * An emission factor, or a rate of uptake per area and year.
 *
 * @param item name
 * @param names further names by which inventories may call it, Chinese and English
 * @param kgCo2ePerUnit kg CO2e emitted (or kg CO2 taken up) per {@code unit}
 * @param unitText the unit as written
 * @param unit the unit
 * @param use material, transport, operation, energy, sink: what it is meant for
 * @param region region it holds for; null when it is general
 * @param year year it holds for; may be null
 * @param source publication; never blank
 * @param note on its quality; may be null
 * @param densityKgPerM3 density of the goods, by which volumes become masses; may be null
 * @param maxYears years for which a rate of uptake holds; null when the source sets no end
 * @param place file and row
 */
public record EmissionFactor(
        String item,
        List<String> names,
        double kgCo2ePerUnit,
        String unitText,
        Unit<?> unit,
        String use,
        String region,
        Integer year,
        String source,
        String note,
        Double densityKgPerM3,
        Double maxYears,
        String place) {
    public EmissionFactor {
        names = List.copyOf(names);
    }
}
