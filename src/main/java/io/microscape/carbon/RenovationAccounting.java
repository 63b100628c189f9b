package io.microscape.carbon;

import io.microscape.carbon.RenovationAccount.Line;
import io.microscape.study.RenovationCase;
import io.microscape.study.RenovationMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.units.indriya.unit.Units;

/** Renovation of communities: floor area × factor per m² of floor, measure by measure. Pure and thread-safe. */
public final class RenovationAccounting {
    private static final double T_PER_10KT = 10_000;
    private static final double KG_PER_T = 1000;

    private final FactorLibrary factors;

    /** @param factors a library with the factors of {@link RenovationMeasure#factorItem} per m² */
    public RenovationAccounting(FactorLibrary factors) {
        this.factors = factors;
    }

    /** The account of a renovation. */
    public RenovationAccount compute(RenovationCase renovation) {
        List<Line> lines = new ArrayList<>();
        for (RenovationMeasure measure : RenovationMeasure.values()) {
            lines.add(line(measure, renovation.areasM2().get(measure)));
        }
        return new RenovationAccount(renovation, lines);
    }

    /**
     * Everything that is wrong with a renovation, each without file and row. A stated total is compared to its own last
     * digit.
     */
    public List<String> problems(RenovationCase renovation) {
        List<String> problems = new ArrayList<>();
        renovation.areasM2().forEach((measure, area) -> {
            if (!(area >= 0) || Double.isInfinite(area)) {
                problems.add(measure.key() + "_m2 is " + area + ": must be a number that is not negative");
            }
        });
        Double totalT = compute(renovation).totalT();
        Double stated = renovation.statedTotal10kt();
        if (problems.isEmpty() && stated != null && totalT != null) {
            BigDecimal digits = BigDecimal.valueOf(stated);
            BigDecimal rounded = BigDecimal.valueOf(totalT / T_PER_10KT).setScale(digits.scale(), RoundingMode.HALF_UP);
            if (rounded.compareTo(digits) != 0) {
                problems.add(String.format(
                        Locale.ROOT,
                        "total_10kt is %s, but areas × factors are %s",
                        digits.toPlainString(),
                        rounded.toPlainString()));
            }
        }
        return problems;
    }

    private Line line(RenovationMeasure measure, Double areaM2) {
        try {
            EmissionFactor factor = factors.find(measure.factorItem(), null);
            if (!MeasurementUnits.areCompatible(factor.unit(), Units.SQUARE_METRE)) {
                throw new AccountingProblem(
                        "the factor \"" + factor.item() + "\" is per " + factor.unitText() + ", not per m2");
            }
            double tPerM2 =
                    factor.kgCo2ePerUnit() * MeasurementUnits.convert(1, Units.SQUARE_METRE, factor.unit()) / KG_PER_T;
            return new Line(
                    measure,
                    areaM2,
                    tPerM2,
                    areaM2 == null ? null : areaM2 * tPerM2,
                    factor.source(),
                    areaM2 == null ? "the area is not known" : null);
        } catch (AccountingProblem e) {
            return new Line(measure, areaM2, null, null, null, e.getMessage());
        }
    }
}
