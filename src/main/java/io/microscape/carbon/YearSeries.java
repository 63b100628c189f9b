package io.microscape.carbon;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Amounts in kg CO2 by year of the accounting period: year 0 is before the first year (building), then years 1 to the
 * period rounded up; of a period that ends within a year, the last year counts by its part.
 */
public final class YearSeries {
    private final double[] kg;

    private YearSeries(double[] kg) {
        this.kg = kg;
    }

    static YearSeries none(double periodYears) {
        return new YearSeries(new double[lastYear(periodYears) + 1]);
    }

    /** All in one year. */
    static YearSeries inYear(int year, double amountKg, double periodYears) {
        YearSeries series = none(periodYears);
        series.kg[year] = amountKg;
        return series;
    }

    /** The same in each year from the one to the other. */
    static YearSeries recurring(double kgPerYear, int fromYear, int toYear, double periodYears) {
        YearSeries series = none(periodYears);
        for (int year = Math.max(1, fromYear); year <= Math.min(toYear, lastYear(periodYears)); year++) {
            series.kg[year] = kgPerYear * part(year, periodYears);
        }
        return series;
    }

    /** @param kgByYear from year 0 to the last year */
    static YearSeries of(double[] kgByYear) {
        return new YearSeries(kgByYear.clone());
    }

    /** Number of the period's last year. */
    static int lastYear(double periodYears) {
        return (int) Math.ceil(periodYears);
    }

    /** How much of that year, from 1, lies within the period: 1, less in the last year of a broken period. */
    static double part(int year, double periodYears) {
        return Math.max(0, Math.min(year, periodYears) - (year - 1));
    }

    /** The sum of both; they are of the same period. */
    public YearSeries plus(YearSeries other) {
        double[] sum = kg.clone();
        Arrays.setAll(sum, year -> sum[year] + other.kg[year]);
        return new YearSeries(sum);
    }

    public YearSeries times(double factor) {
        return new YearSeries(Arrays.stream(kg).map(amount -> amount * factor).toArray());
    }

    /** Number of the last year. */
    public int lastYear() {
        return kg.length - 1;
    }

    public double kg(int year) {
        return kg[year];
    }

    public double[] toArray() {
        return kg.clone();
    }

    /** Sums from year 0 up to and with each year. */
    public double[] cumulative() {
        double[] sums = kg.clone();
        for (int year = 1; year < sums.length; year++) {
            sums[year] += sums[year - 1];
        }
        return sums;
    }

    /** The first year from which on the cumulative sum is above 0 until the end of the period; empty when there is none. */
    public OptionalInt positiveFromYear() {
        double[] sums = cumulative();
        int year = sums.length;
        while (year > 0 && sums[year - 1] > 0) {
            year--;
        }
        return year == sums.length ? OptionalInt.empty() : OptionalInt.of(year);
    }
}
