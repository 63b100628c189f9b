package io.microscape.carbon;

import io.microscape.carbon.CommunityAccount.Part;
import io.microscape.carbon.CommunityAccount.PerYear;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityCarbonItem.ActivityData;
import io.microscape.study.CommunityCarbonItem.Basis;
import io.microscape.study.CommunityCarbonItem.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.measure.Unit;

/**
 * Makes a community's carbon account from results as published or from activity data: amount × number of persons or
 * households × times a year × factor (IPCC 2006 vol. 1 ch. 1); of travel, trips × km × factor per km of the mode. Pure and
 * thread-safe.
 */
public final class CommunityAccounting {
    /** Totals are published with two decimals; those of their components add up to them within this. */
    private static final double STATED_TOLERANCE = 0.02;

    private static final double ROUND_OFF = 1e-9;
    private static final double KG_PER_T = 1000;

    private final FactorLibrary factors;
    private final String gridRegion;

    /**
     * @param factors emission factors and rates
     * @param gridRegion region whose factor is taken where an item has several; may be null
     */
    public CommunityAccounting(FactorLibrary factors, String gridRegion) {
        this.factors = factors;
        this.gridRegion = gridRegion;
    }

    /** The account of a community; a row that cannot be accounted for is a part without amount, with the reason. */
    public CommunityAccount compute(Community community, List<CommunityCarbonItem> items) {
        List<Part> parts = new ArrayList<>();
        for (CommunityCarbonItem item : items) {
            parts.add(item.given() == null ? computed(community, item) : given(community, item));
        }
        CommunityAccount account = new CommunityAccount(community, parts, List.of());
        List<String> notes = new ArrayList<>();
        compare("t per person", account.total().tPerPerson(), community.facts().statedTonnesPerPersonYear(), notes);
        compare(
                "kg per m² of floor",
                account.total().kgPerM2(),
                community.facts().statedKgPerM2Year(),
                notes);
        return new CommunityAccount(community, parts, notes);
    }

    /** Everything that is wrong with a row, each without file and row; empty when it can be accounted for. */
    public List<String> problems(Community community, CommunityCarbonItem item) {
        try {
            if (item.given() == null) {
                kgPerYear(community, item);
            } else {
                requireSign(item);
            }
            return List.of();
        } catch (AccountingProblem e) {
            return e.problems();
        }
    }

    private static void compare(String unit, Double sum, Double stated, List<String> notes) {
        if (sum == null || stated == null) {
            return;
        }
        double difference = sum - stated;
        if (Math.abs(difference) > ROUND_OFF) {
            boolean rounding = Math.abs(difference) <= STATED_TOLERANCE + ROUND_OFF;
            notes.add(String.format(
                    Locale.ROOT,
                    "the parts add up to %s %s a year, stated is %s: %s",
                    Working.number(sum),
                    unit,
                    Working.number(stated),
                    rounding ? "the rounding of the parts" : "they disagree"));
        }
    }

    private static Part given(Community community, CommunityCarbonItem item) {
        Given given = item.given();
        Double persons = community.facts().persons();
        Double floorM2 = community.facts().floorAreaM2();
        try {
            requireSign(item);
        } catch (AccountingProblem e) {
            return part(item, PerYear.UNKNOWN, null, item.source(), e.getMessage());
        }
        Double kg = null;
        String reason = null;
        if (given.tPerPersonYear() != null && persons != null) {
            kg = given.tPerPersonYear() * persons * KG_PER_T;
        } else if (given.kgPerM2Year() != null && floorM2 != null) {
            kg = given.kgPerM2Year() * floorM2;
        } else {
            reason = "the total is not known: the community has no number of persons or floor area";
        }
        Double tPerPerson = given.tPerPersonYear() != null ? given.tPerPersonYear() : per(kg, persons, KG_PER_T);
        Double kgPerM2 = given.kgPerM2Year() != null ? given.kgPerM2Year() : per(kg, floorM2, 1);
        return part(item, new PerYear(kg, tPerPerson, kgPerM2), null, item.source(), reason);
    }

    private static void requireSign(CommunityCarbonItem item) throws AccountingProblem {
        List<String> problems = new ArrayList<>();
        requireSign(item, "t_per_person_year", Given::tPerPersonYear, problems);
        requireSign(item, "kg_per_m2_floor_year", Given::kgPerM2Year, problems);
        if (!problems.isEmpty()) {
            throw new AccountingProblem(problems);
        }
    }

    private static void requireSign(
            CommunityCarbonItem item, String column, Function<Given, Double> amount, List<String> problems) {
        Double value = amount.apply(item.given());
        if (value != null && item.group().isSink() && value > 0) {
            problems.add(column + " is " + Working.number(value) + ": what greenery takes up is given as a negative"
                    + " amount, for E is the sum of all parts");
        } else if (value != null && !item.group().isSink() && value < 0) {
            problems.add(column + " is " + Working.number(value) + ": emissions are not negative");
        }
    }

    private Part computed(Community community, CommunityCarbonItem item) {
        try {
            Emission emission = kgPerYear(community, item);
            double kg = item.group().isSink() ? -emission.kg() : emission.kg();
            Double persons = community.facts().persons();
            Double floorM2 = community.facts().floorAreaM2();
            String reason = persons == null || floorM2 == null
                    ? "the community has no " + (persons == null ? "number of persons" : "floor area")
                    : null;
            return part(
                    item,
                    new PerYear(kg, per(kg, persons, KG_PER_T), per(kg, floorM2, 1)),
                    emission.working(),
                    emission.source(),
                    reason);
        } catch (AccountingProblem e) {
            return part(item, PerYear.UNKNOWN, null, item.source(), e.getMessage());
        }
    }

    private static Part part(CommunityCarbonItem item, PerYear perYear, String working, String source, String reason) {
        return new Part(item.group(), item.component(), perYear, working, source, reason, item.place());
    }

    private static Double per(Double kg, Double number, double kgPerUnit) {
        return kg == null || number == null ? null : kg / number / kgPerUnit;
    }

    /** Amount of 0 or more, kg CO2 a year. */
    private record Emission(double kg, String working, String source) {}

    private Emission kgPerYear(Community community, CommunityCarbonItem item) throws AccountingProblem {
        ActivityData data = item.activity();
        List<String> problems = new ArrayList<>();
        requireNotNegative("quantity", data.quantity(), problems);
        requireNotNegative("times_per_year", data.timesPerYear(), problems);
        if (data.distanceKm() != null) {
            requireNotNegative("distance_km", data.distanceKm(), problems);
        }
        Double number = number(community, data.per(), problems);
        Unit<?> unit = unit(item, problems);
        EmissionFactor factor = null;
        try {
            factor = factors.find(data.item(), gridRegion);
        } catch (AccountingProblem e) {
            problems.addAll(e.problems());
        }
        if (factor != null && unit != null && !MeasurementUnits.areCompatible(unit, factor.unit())) {
            problems.add((data.distanceKm() == null ? "is given in " + data.unit() : "is a distance in km")
                    + ", but the factor of \"" + factor.item() + "\" is per " + factor.unitText());
        }
        if (!problems.isEmpty()) {
            throw new AccountingProblem(problems);
        }
        double amount =
                data.quantity() * number * data.timesPerYear() * (data.distanceKm() == null ? 1 : data.distanceKm());
        double kg = MeasurementUnits.convert(amount, unit, factor.unit()) * factor.kgCo2ePerUnit();
        return new Emission(kg, working(data, number, factor), factor.source());
    }

    private static Double number(Community community, Basis per, List<String> problems) {
        Double number = switch (per) {
            case COMMUNITY -> Double.valueOf(1);
            case HOUSEHOLD -> community.facts().households();
            case PERSON -> community.facts().persons();
        };
        if (number == null) {
            problems.add("is per " + per.key() + ", but the community has no number of " + per.key() + "s");
        }
        return number;
    }

    /** Trips are counted, so that their amount is the distance travelled. */
    private static Unit<?> unit(CommunityCarbonItem item, List<String> problems) {
        ActivityData data = item.activity();
        if (data.distanceKm() != null) {
            return MeasurementUnits.KILOMETRE;
        }
        if (data.unit() == null) {
            problems.add("has neither unit nor distance_km");
            return null;
        }
        Unit<?> unit = MeasurementUnits.of(data.unit()).orElse(null);
        if (unit == null) {
            problems.add("the unit \"" + data.unit() + "\" is not known");
        }
        return unit;
    }

    private static void requireNotNegative(String column, double value, List<String> problems) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            problems.add(column + " is " + value + ": must be a number that is not negative");
        }
    }

    private static String working(ActivityData data, double number, EmissionFactor factor) {
        StringBuilder text = new StringBuilder(Working.number(data.quantity()));
        text.append(
                data.distanceKm() == null
                        ? " " + data.unit()
                        : " trips × " + Working.number(data.distanceKm()) + " km");
        if (data.per() != Basis.COMMUNITY) {
            text.append(" × ")
                    .append(Working.number(number))
                    .append(' ')
                    .append(data.per().key())
                    .append('s');
        }
        if (data.timesPerYear() != 1) {
            text.append(" × ").append(Working.number(data.timesPerYear())).append(" a year");
        }
        return text.append(" × ")
                .append(Working.number(factor.kgCo2ePerUnit()))
                .append(" kg/")
                .append(factor.unitText())
                .toString();
    }
}
