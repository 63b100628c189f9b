package io.microscape.study;

import java.util.Objects;

/**
 * A row of a life-cycle inventory: how much of what is spent on which activity in a micro-space. Nothing of it has been
 * checked yet but that it can be read; the accounting does that.
 *
 * @param code code of the micro-space
 * @param activity what it is spent on; it also says the stage
 * @param item name of an emission factor, or of the goods that are moved
 * @param quantity amount in {@code unit}, for recurring items that of one occurrence
 * @param unit unit as written
 * @param haul how the goods are moved; null when they are not
 * @param recurrence when the amount is spent; never null
 * @param lamp running of the lamps counted by {@code quantity}; null when the row gives energy
 * @param statedKg total in kg CO2e over the period that the row's author states, to be checked; may be null
 * @param source where the amount comes from; may be null
 * @param place file and row, for messages
 */
public record InventoryItem(
        String code,
        Activity activity,
        String item,
        double quantity,
        String unit,
        Haul haul,
        Recurrence recurrence,
        Lamp lamp,
        Double statedKg,
        String source,
        String place) {

    public InventoryItem {
        Objects.requireNonNull(activity, "activity");
        recurrence = recurrence == null ? Recurrence.ONCE : recurrence;
    }

    /**
     * Transport of goods; what is not given is null.
     *
     * @param distanceKm one way, as driven with load
     * @param vehicle name of an emission factor per t·km
     * @param massT mass of the whole quantity in t, where its unit is none of mass
     */
    public record Haul(Double distanceKm, String vehicle, Double massT) {
        /** The haul, or null when nothing of it is given. */
        public static Haul of(Double distanceKm, String vehicle, Double massT) {
            return distanceKm == null && vehicle == null && massT == null ? null : new Haul(distanceKm, vehicle, massT);
        }
    }

    /**
     * When an amount is spent; what is not given is null.
     *
     * @param timesPerYear how often a year; null for what is spent once, before the first year
     * @param fromYear first year in which it recurs, from 1
     * @param toYear last year in which it recurs
     * @param serviceLifeYears what is spent once is replaced after so many years, while the period lasts
     */
    public record Recurrence(Double timesPerYear, Integer fromYear, Integer toYear, Double serviceLifeYears) {
        /** Once, before the first year. */
        public static final Recurrence ONCE = new Recurrence(null, null, null, null);
    }

    /** Running of one lamp: power in W, hours a day, days a year. */
    public record Lamp(Double powerW, Double hoursPerDay, Double daysPerYear) {
        /** The running, or null when nothing of it is given. */
        public static Lamp of(Double powerW, Double hoursPerDay, Double daysPerYear) {
            return powerW == null && hoursPerDay == null && daysPerYear == null
                    ? null
                    : new Lamp(powerW, hoursPerDay, daysPerYear);
        }
    }

    /** The same row with another quantity; a mass and a total that were stated for the old one change with it. */
    public InventoryItem withQuantity(double newQuantity) {
        Haul scaled = haul == null || haul.massT() == null
                ? haul
                : new Haul(
                        haul.distanceKm(),
                        haul.vehicle(),
                        quantity == 0 ? null : haul.massT() * (newQuantity / quantity));
        return new InventoryItem(
                code, activity, item, newQuantity, unit, scaled, recurrence, lamp, null, source, place);
    }

    /** The same amount of another item. */
    public InventoryItem withItem(String newItem) {
        return new InventoryItem(code, activity, newItem, quantity, unit, haul, recurrence, lamp, null, source, place);
    }

    /** The same row with another transport, or none. */
    public InventoryItem withHaul(Haul newHaul) {
        return new InventoryItem(code, activity, item, quantity, unit, newHaul, recurrence, lamp, null, source, place);
    }

    /** The same row at other times. */
    public InventoryItem withRecurrence(Recurrence newRecurrence) {
        return new InventoryItem(code, activity, item, quantity, unit, haul, newRecurrence, lamp, null, source, place);
    }
}
