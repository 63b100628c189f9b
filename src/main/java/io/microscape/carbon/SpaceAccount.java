package io.microscape.carbon;

import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import java.util.List;
import java.util.OptionalInt;

/**
 * The account of a space with its breakdown.
 *
 * @param account its values: given where they were given, else computed; their reasons tell what is absent or to be known
 * @param computed what was computed, or null when there was nothing to compute from and nothing to say
 * @param lines the breakdown of what was computed
 * @param periodYears years it is summed over
 */
public record SpaceAccount(CarbonAccount account, CarbonAccount computed, List<AccountLine> lines, double periodYears) {
    public SpaceAccount {
        lines = List.copyOf(lines);
    }

    public String code() {
        return account.code();
    }

    /**
     * A component by year, as an amount of 0 or more; null when it has no amount. Of a given value no years are known: it is
     * spread by convention, material and construction in year 0, operation and sinks evenly over the period.
     */
    public YearSeries years(CarbonComponent component) {
        CarbonValue value = account.value(component);
        if (value.kg() == null) {
            return null;
        }
        if (value.origin() == CarbonValue.Origin.COMPUTED) {
            return lines.stream()
                    .filter(line -> line.component() == component)
                    .map(AccountLine::years)
                    .reduce(YearSeries.none(periodYears), YearSeries::plus);
        }
        return switch (component) {
            case MATERIAL_EMISSION, CONSTRUCTION_EMISSION -> YearSeries.inYear(0, value.kg(), periodYears);
            case OPERATION_EMISSION, SOIL_SINK, VEGETATION_SINK ->
                YearSeries.recurring(value.kg() / periodYears, 1, YearSeries.lastYear(periodYears), periodYears);
        };
    }

    /** Sinks less emissions by year; null when a component has no amount. */
    public YearSeries netByYear() {
        YearSeries net = YearSeries.none(periodYears);
        for (CarbonComponent component : CarbonComponent.values()) {
            YearSeries years = years(component);
            if (years == null) {
                return null;
            }
            net = net.plus(years.times(component.isSink() ? 1 : -1));
        }
        return net;
    }

    /**
     * The first year from which on sinks have made up for emissions until the end of the period; empty when they do not, or
     * when a component has no amount.
     */
    public OptionalInt carbonPositiveFromYear() {
        YearSeries net = netByYear();
        return net == null ? OptionalInt.empty() : net.positiveFromYear();
    }
}
