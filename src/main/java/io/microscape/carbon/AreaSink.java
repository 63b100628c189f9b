package io.microscape.carbon;

import io.microscape.study.CarbonComponent;
import javax.measure.Unit;
import tech.units.indriya.unit.Units;

/** CO2 taken up by area: area × rate × period, for at most the years that the rate's source covers. */
final class AreaSink {
    private static final Unit<?> SQUARE_METRE_YEAR = Units.SQUARE_METRE.multiply(Units.YEAR);

    private final FactorLibrary factors;
    private final String region;
    private final double periodYears;

    AreaSink(FactorLibrary factors, String region, double periodYears) {
        this.factors = factors;
        this.region = region;
        this.periodYears = periodYears;
    }

    /**
     * The sink of an area.
     *
     * @param rate name of a factor per area and year
     * @param what "canopy", "green area", for messages
     * @param areaM2 the area in m², or null when it is not known
     */
    AccountLine line(CarbonComponent component, String rate, String what, Double areaM2, String method) {
        try {
            EmissionFactor factor = factors.find(rate, region);
            if (!MeasurementUnits.areCompatible(factor.unit(), SQUARE_METRE_YEAR)) {
                throw new AccountingProblem(
                        "the rate \"" + rate + "\" is per " + factor.unitText() + ", not per area and year (m2 a)");
            }
            if (areaM2 == null) {
                throw new AccountingProblem("the " + what + " of the space is not known");
            }
            double years = factor.maxYears() == null ? periodYears : Math.min(periodYears, factor.maxYears());
            double perYear =
                    MeasurementUnits.convert(areaM2, SQUARE_METRE_YEAR, factor.unit()) * factor.kgCo2ePerUnit();
            double[] kg = new double[YearSeries.lastYear(periodYears) + 1];
            for (int year = 1; year < kg.length; year++) {
                kg[year] = perYear * YearSeries.part(year, years);
            }
            return new AccountLine(
                    component,
                    null,
                    factor.item(),
                    areaM2,
                    "m2",
                    areaM2,
                    factor,
                    years,
                    perYear * years,
                    YearSeries.of(kg),
                    Working.number(areaM2) + " m2 × " + Working.number(factor.kgCo2ePerUnit()) + " kg/"
                            + factor.unitText() + " × " + Working.number(years) + " a"
                            + (years < periodYears
                                    ? " (the rate holds for " + Working.number(years) + " of "
                                            + Working.number(periodYears) + " years)"
                                    : ""),
                    method,
                    factor.source(),
                    null,
                    null);
        } catch (AccountingProblem e) {
            return AccountLine.absent(component, rate, areaM2, "m2", e.getMessage());
        }
    }
}
