package io.microscape.carbon;

import io.microscape.study.InventoryItem;
import javax.measure.Unit;

/** Masses of goods that are given by volume or number: by the row's own mass, or the density in the factor library. */
final class GoodsMass {
    private GoodsMass() {}

    /**
     * An amount in the unit of the factor; from volume to mass or back by mass or density where they are known.
     *
     * @throws AccountingProblem if the units are of different kinds and nothing connects them
     */
    static double convert(double value, Unit<?> unit, InventoryItem item, EmissionFactor factor)
            throws AccountingProblem {
        Unit<?> wanted = factor.unit();
        if (MeasurementUnits.areCompatible(unit, wanted)) {
            return MeasurementUnits.convert(value, unit, wanted);
        }
        boolean massWanted = MeasurementUnits.areCompatible(wanted, MeasurementUnits.TONNE);
        if (massWanted && item.haul() != null && item.haul().massT() != null) {
            return MeasurementUnits.convert(item.haul().massT(), MeasurementUnits.TONNE, wanted);
        }
        Double density = factor.densityKgPerM3();
        Unit<?> cubicMetre = MeasurementUnits.CUBIC_METRE;
        if (density != null && massWanted && MeasurementUnits.areCompatible(unit, cubicMetre)) {
            double tonnes = MeasurementUnits.convert(value, unit, cubicMetre) * density / 1000;
            return MeasurementUnits.convert(tonnes, MeasurementUnits.TONNE, wanted);
        }
        if (density != null
                && MeasurementUnits.areCompatible(unit, MeasurementUnits.TONNE)
                && MeasurementUnits.areCompatible(wanted, cubicMetre)) {
            double volume = MeasurementUnits.convert(value, unit, MeasurementUnits.TONNE) * 1000 / density;
            return MeasurementUnits.convert(volume, cubicMetre, wanted);
        }
        throw new AccountingProblem("is given in " + item.unit() + ", but the factor of \"" + factor.item()
                + "\" is per " + factor.unitText()
                + (massWanted ? ": give mass_t, or a density in the factor library" : ""));
    }

    /** Mass of the row's goods in t. */
    static double tonnes(InventoryItem item, Unit<?> unit, FactorLibrary factors, String region)
            throws AccountingProblem {
        Double given = item.haul() == null ? null : item.haul().massT();
        if (given != null && !(given >= 0)) {
            throw new AccountingProblem("mass_t is " + given + ": must not be negative");
        }
        if (MeasurementUnits.areCompatible(unit, MeasurementUnits.TONNE)) {
            return MeasurementUnits.convert(item.quantity(), unit, MeasurementUnits.TONNE);
        }
        if (given != null) {
            return given;
        }
        if (MeasurementUnits.areCompatible(unit, MeasurementUnits.CUBIC_METRE) && factors.knows(item.item())) {
            Double density = factors.find(item.item(), region).densityKgPerM3();
            if (density != null) {
                return MeasurementUnits.convert(item.quantity(), unit, MeasurementUnits.CUBIC_METRE) * density / 1000;
            }
        }
        throw new AccountingProblem("is moved by the tonne, but given in " + item.unit()
                + ": give its mass_t, or for a volume a density_kg_per_m3 in the factor library");
    }
}
