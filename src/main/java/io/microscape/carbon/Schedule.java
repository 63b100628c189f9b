package io.microscape.carbon;

import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Recurrence;
import io.microscape.study.LifeCycleStage;
import java.util.ArrayList;
import java.util.List;

/**
 * When a row's amount is spent: once before the first year, again at the end of each service life, or so many times a year.
 *
 * @param occurrences number within the period
 * @param timesByYear number in each year
 */
record Schedule(double occurrences, YearSeries timesByYear) {

    /**
     * The schedule of a row.
     *
     * @param timesPerYear how often a year, which lamps know from their days; null for what is spent once
     * @throws AccountingProblem if its times contradict each other, the stage or the period
     */
    static Schedule of(InventoryItem item, Double timesPerYear, double periodYears) throws AccountingProblem {
        Recurrence recurrence = item.recurrence();
        List<String> problems = new ArrayList<>();
        if (timesPerYear == null && item.activity().stage() == LifeCycleStage.OPERATION) {
            problems.add("has no frequency_per_year, which rows of the stage operation need");
        }
        if (timesPerYear == null && (recurrence.fromYear() != null || recurrence.toYear() != null)) {
            problems.add("from_year and to_year are for what recurs: give frequency_per_year too");
        }
        if (timesPerYear != null && recurrence.serviceLifeYears() != null) {
            problems.add("has both frequency_per_year and service_life_years: one of them says when it is spent");
        }
        requireNotNegative("frequency_per_year", recurrence.timesPerYear(), problems);
        if (recurrence.serviceLifeYears() != null && !(recurrence.serviceLifeYears() > 0)) {
            problems.add("service_life_years is " + recurrence.serviceLifeYears() + ": must be more than 0");
        }
        int last = YearSeries.lastYear(periodYears);
        int from = recurrence.fromYear() == null ? 1 : recurrence.fromYear();
        int to = recurrence.toYear() == null ? last : recurrence.toYear();
        if (from < 1 || to > last || from > to) {
            problems.add("runs from year " + from + " to year " + to + ", but the period has the years 1 to " + last);
        }
        if (!problems.isEmpty()) {
            throw new AccountingProblem(problems);
        }
        return timesPerYear == null
                ? replaced(recurrence.serviceLifeYears(), periodYears)
                : recurring(timesPerYear, from, to, periodYears);
    }

    private static Schedule recurring(double timesPerYear, int from, int to, double periodYears) {
        double years = Math.min(to, periodYears) - (from - 1);
        return new Schedule(timesPerYear * years, YearSeries.recurring(timesPerYear, from, to, periodYears));
    }

    /** Anew whenever the service life has run out and the period has not. */
    private static Schedule replaced(Double serviceLifeYears, double periodYears) {
        YearSeries times = YearSeries.inYear(0, 1, periodYears);
        double occurrences = 1;
        if (serviceLifeYears != null) {
            for (int k = 1; k * serviceLifeYears < periodYears; k++) {
                times = times.plus(YearSeries.inYear((int) Math.ceil(k * serviceLifeYears), 1, periodYears));
                occurrences++;
            }
        }
        return new Schedule(occurrences, times);
    }

    private static void requireNotNegative(String name, Double value, List<String> problems) {
        if (value != null && !(value >= 0)) {
            problems.add(name + " is " + value + ": must not be negative");
        }
    }
}
