package io.microscape.carbon;

import io.microscape.study.Activity;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Lamp;
import java.util.ArrayList;
import java.util.List;
import javax.measure.Unit;

/**
 * Emissions of inventory rows: amount × factor × occurrences, IPCC 2006 vol. 1 ch. 1 (activity data × emission factor), in
 * the life-cycle modules of EN 15978.
 *
 * <ul>
 *   <li>amounts are converted into the factor's unit; volume into mass and back by the density in the library or the mass
 *       that the row states
 *   <li>transport: mass in t × distance in km, one way × factor per t·km of the vehicle
 *   <li>lamps: number × power in W × hours a day × days a year / 1000 = kWh a year
 * </ul>
 *
 * A row of hard material production that names a vehicle gives two lines, production and transport. In every other row a
 * vehicle means that the row is a haul, and its item the goods.
 */
final class InventoryCalculator {
    private static final String METHOD = "life-cycle inventory, activity data × emission factor";
    /** A stated total may differ from the computed one by this much, kg, and by this share of it. */
    private static final double TOTAL_TOLERANCE_KG = 0.01;

    private static final double TOTAL_TOLERANCE_SHARE = 1e-4;

    private final FactorLibrary factors;
    private final String gridRegion;
    private final double periodYears;

    InventoryCalculator(FactorLibrary factors, String gridRegion, double periodYears) {
        this.factors = factors;
        this.gridRegion = gridRegion;
        this.periodYears = periodYears;
    }

    /**
     * The lines of a row.
     *
     * @throws AccountingProblem with everything that is wrong with the row
     */
    List<AccountLine> lines(InventoryItem item) throws AccountingProblem {
        List<AccountLine> lines = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (!(item.quantity() >= 0) || Double.isInfinite(item.quantity())) {
            problems.add("quantity is " + item.quantity() + ": must be a number that is not negative");
        }
        boolean haul = isHaul(item);
        if (!haul || item.activity() == Activity.HARD_MATERIAL_PRODUCTION) {
            attempt(() -> lines.add(spending(item)), problems);
        }
        if (haul) {
            attempt(() -> lines.add(transport(item)), problems);
        }
        if (problems.isEmpty()) {
            attempt(() -> requireStatedTotal(item, lines), problems);
        }
        if (!problems.isEmpty()) {
            throw new AccountingProblem(problems.stream().distinct().toList());
        }
        return lines;
    }

    private static boolean isHaul(InventoryItem item) {
        Haul haul = item.haul();
        return item.activity().isTransport() || haul != null && (haul.distanceKm() != null || haul.vehicle() != null);
    }

    private AccountLine spending(InventoryItem item) throws AccountingProblem {
        List<String> problems = new ArrayList<>();
        Amount amount = null;
        EmissionFactor factor = null;
        try {
            amount = Amount.of(item);
        } catch (AccountingProblem e) {
            problems.addAll(e.problems());
        }
        try {
            factor = factors.find(item.item(), gridRegion);
        } catch (AccountingProblem e) {
            problems.addAll(e.problems());
        }
        Schedule schedule = null;
        try {
            schedule = Schedule.of(
                    item, amount == null ? item.recurrence().timesPerYear() : amount.timesPerYear(), periodYears);
        } catch (AccountingProblem e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new AccountingProblem(problems);
        }
        double converted = GoodsMass.convert(amount.value(), amount.unit(), item, factor);
        return line(item, item.activity(), item.item(), amount.working(), converted, factor, schedule);
    }

    private AccountLine transport(InventoryItem item) throws AccountingProblem {
        List<String> problems = new ArrayList<>();
        Haul haul = item.haul() == null ? new Haul(null, null, null) : item.haul();
        Unit<?> unit =
                MeasurementUnits.of(item.unit() == null ? "" : item.unit()).orElse(null);
        if (unit == null) {
            problems.add(Amount.unknownUnit(item.unit()));
        }
        boolean inTonneKilometres =
                unit != null && MeasurementUnits.areCompatible(unit, MeasurementUnits.TONNE_KILOMETRE);
        if (!inTonneKilometres) {
            requireDistance(haul, problems);
        } else if (haul.distanceKm() != null) {
            problems.add("has a distance, but its unit " + item.unit() + " holds one already");
        }
        EmissionFactor vehicle = null;
        if (haul.vehicle() == null) {
            problems.add("has no vehicle: name a transport factor of the library, such as diesel truck 8 t");
        } else {
            try {
                vehicle = factors.find(haul.vehicle(), gridRegion);
            } catch (AccountingProblem e) {
                problems.addAll(e.problems());
            }
        }
        if (vehicle != null && !MeasurementUnits.areCompatible(vehicle.unit(), MeasurementUnits.TONNE_KILOMETRE)) {
            problems.add(
                    "the vehicle \"" + haul.vehicle() + "\" has a factor per " + vehicle.unitText() + ", not per t km");
        }
        Double tonnes = null;
        Schedule schedule = null;
        try {
            if (unit != null && !inTonneKilometres) {
                tonnes = GoodsMass.tonnes(item, unit, factors, gridRegion);
            }
            schedule = Schedule.of(item, item.recurrence().timesPerYear(), periodYears);
        } catch (AccountingProblem e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new AccountingProblem(problems);
        }
        double tonneKilometres = inTonneKilometres
                ? MeasurementUnits.convert(item.quantity(), unit, MeasurementUnits.TONNE_KILOMETRE)
                : tonnes * haul.distanceKm();
        String working = inTonneKilometres
                ? Working.number(item.quantity()) + " " + item.unit()
                : Working.number(tonnes) + " t × " + Working.number(haul.distanceKm()) + " km";
        double converted = MeasurementUnits.convert(tonneKilometres, MeasurementUnits.TONNE_KILOMETRE, vehicle.unit());
        Activity activity = item.activity() == Activity.HARD_MATERIAL_PRODUCTION
                ? Activity.HARD_MATERIAL_TRANSPORT
                : item.activity();
        return line(item, activity, item.item() + " (" + vehicle.item() + ")", working, converted, vehicle, schedule);
    }

    private static void requireDistance(Haul haul, List<String> problems) {
        if (haul.distanceKm() == null) {
            problems.add("has no distance_km, which a transport needs");
        } else if (!(haul.distanceKm() >= 0) || Double.isInfinite(haul.distanceKm())) {
            problems.add("distance_km is " + haul.distanceKm() + ": must be a number that is not negative");
        }
    }

    private static AccountLine line(
            InventoryItem item,
            Activity activity,
            String name,
            String amount,
            double converted,
            EmissionFactor factor,
            Schedule schedule) {
        double each = converted * factor.kgCo2ePerUnit();
        return new AccountLine(
                activity.stage().component(),
                activity,
                name,
                item.quantity(),
                item.unit(),
                converted,
                factor,
                schedule.occurrences(),
                each * schedule.occurrences(),
                schedule.timesByYear().times(each),
                amount + " = " + Working.number(converted) + " " + factor.unitText() + " × "
                        + Working.number(factor.kgCo2ePerUnit()) + " kg/" + factor.unitText()
                        + (schedule.occurrences() == 1
                                ? ""
                                : " × " + Working.number(schedule.occurrences()) + " times"),
                METHOD,
                factor.source(),
                null,
                item.place());
    }

    private static void requireStatedTotal(InventoryItem item, List<AccountLine> lines) throws AccountingProblem {
        if (item.statedKg() == null) {
            return;
        }
        double sum = lines.stream().mapToDouble(AccountLine::kg).sum();
        if (Math.abs(item.statedKg() - sum) > TOTAL_TOLERANCE_KG + TOTAL_TOLERANCE_SHARE * Math.abs(sum)) {
            throw new AccountingProblem("total_kg is " + Working.number(item.statedKg()) + ", but the row adds up to "
                    + Working.number(sum) + " kg");
        }
    }

    private static void attempt(Step step, List<String> problems) {
        try {
            step.run();
        } catch (AccountingProblem e) {
            problems.addAll(e.problems());
        }
    }

    /** A part of a row's computation. */
    @FunctionalInterface
    private interface Step {
        void run() throws AccountingProblem;
    }

    /**
     * What a row spends at one occurrence.
     *
     * @param timesPerYear the row's frequency; lamps that are given by power give theirs as energy a year
     */
    private record Amount(double value, Unit<?> unit, Double timesPerYear, String working) {
        static Amount of(InventoryItem item) throws AccountingProblem {
            Unit<?> unit = MeasurementUnits.of(item.unit() == null ? "" : item.unit())
                    .orElseThrow(() -> new AccountingProblem(unknownUnit(item.unit())));
            if (item.lamp() == null) {
                return new Amount(
                        item.quantity(),
                        unit,
                        item.recurrence().timesPerYear(),
                        Working.number(item.quantity()) + " " + item.unit());
            }
            return ofLamps(item, item.lamp(), unit);
        }

        private static Amount ofLamps(InventoryItem item, Lamp lamp, Unit<?> unit) throws AccountingProblem {
            List<String> problems = new ArrayList<>();
            if (item.activity() != Activity.LAMPS) {
                problems.add("power_w, hours_per_day and days_per_year are for the activity lamps");
            }
            if (!unit.equals(MeasurementUnits.PIECE)) {
                problems.add("counts lamps by " + item.unit() + ": with power_w their number is meant, unit piece");
            }
            if (item.recurrence().timesPerYear() != null) {
                problems.add("has both days_per_year and frequency_per_year: leave the frequency empty");
            }
            require("power_w", lamp.powerW(), Double.MAX_VALUE, problems);
            require("hours_per_day", lamp.hoursPerDay(), 24, problems);
            require("days_per_year", lamp.daysPerYear(), 366, problems);
            if (!problems.isEmpty()) {
                throw new AccountingProblem(problems);
            }
            double kilowattHours = item.quantity() * lamp.powerW() * lamp.hoursPerDay() * lamp.daysPerYear() / 1000;
            return new Amount(
                    kilowattHours,
                    MeasurementUnits.KILOWATT_HOUR,
                    1.0,
                    Working.number(item.quantity()) + " × " + Working.number(lamp.powerW()) + " W × "
                            + Working.number(lamp.hoursPerDay()) + " h/d × " + Working.number(lamp.daysPerYear())
                            + " d/a / 1000");
        }

        private static void require(String name, Double value, double most, List<String> problems) {
            if (value == null) {
                problems.add("has no " + name + ", without which lamps have no energy (or give kWh a year)");
            } else if (!(value >= 0 && value <= most)) {
                problems.add(name + " is " + value + ": must be 0 to " + Working.number(most));
            }
        }

        static String unknownUnit(String unit) {
            return unit == null ? "has no unit" : "the unit \"" + unit + "\" is not known";
        }
    }
}
