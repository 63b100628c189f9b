package io.microscape.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.carbon.CommunityAccount.Part;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonGroup;
import io.microscape.study.CommunityCarbonGroup.Term;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityCarbonItem.ActivityData;
import io.microscape.study.CommunityCarbonItem.Basis;
import io.microscape.study.CommunityCarbonItem.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A community account worked by hand from activity data. */
class CommunityAccountingTest {
    private static final Community COMMUNITY =
            new Community("C1", "新村", null, new Community.Facts(1000.0, 400.0, 30_000.0, null, null));

    private static final CommunityAccounting ACCOUNTING = new CommunityAccounting(
            new FactorLibrary(List.of(
                    CarbonSamples.factor("grid electricity", List.of("电"), 0.5, "kWh", null, null),
                    CarbonSamples.factor("tap water", List.of("自来水"), 0.168, "t", null, null),
                    CarbonSamples.factor("bus", List.of("公交"), 0.08, "km", null, null),
                    CarbonSamples.factor("food", List.of("食物"), 2, "kg", null, null),
                    CarbonSamples.factor("lawn", List.of("草坪"), 1.5, "m2 a", null, null))),
            null);

    /**
     * By hand: electricity 400 households × 150 kWh × 12 = 720 MWh × 0.5 = 360 t; bus 1000 persons × 2 trips × 5 km × 250
     * days × 0.08 kg = 200 t; food 1000 × 0.3 kg × 365 × 2 kg = 219 t; lawn 4000 m²·a × 1.5 kg = 6 t taken up. Together
     * 773 t: 0.773 t a person, 25.767 kg per m² of 30,000 m².
     */
    @Test
    void energyTravelDailyLifeAndFixation() {
        CommunityAccount account = ACCOUNTING.compute(
                COMMUNITY,
                List.of(
                        activity(CommunityCarbonGroup.ENERGY, 150, "kWh", "电", null, Basis.HOUSEHOLD, 12),
                        activity(CommunityCarbonGroup.TRAVEL, 2, null, "bus", 5.0, Basis.PERSON, 250),
                        activity(CommunityCarbonGroup.LIFE, 300, "g", "food", null, Basis.PERSON, 365),
                        activity(CommunityCarbonGroup.FIXATION, 4000, "m2·a", "lawn", null, Basis.COMMUNITY, 1)));

        assertThat(account.term(Term.ENERGY_USE).kg()).isCloseTo(360_000, within(1e-6));
        assertThat(account.term(Term.TRAVEL).kg()).isCloseTo(200_000, within(1e-6));
        assertThat(account.term(Term.DAILY_LIFE).kg()).isCloseTo(219_000, within(1e-6));
        assertThat(account.term(Term.FIXATION).kg()).isCloseTo(-6000, within(1e-6));
        assertThat(account.total().kg()).isCloseTo(773_000, within(1e-6));
        assertThat(account.total().tPerPerson()).isCloseTo(0.773, within(1e-12));
        assertThat(account.total().kgPerM2()).isCloseTo(25.7666666667, within(1e-9));
        assertThat(account.parts().get(1).working())
                .isEqualTo("2 trips × 5 km × 1000 persons × 250 a year × 0.08 kg/km");
        assertThat(account.parts().get(0).source()).isEqualTo("a test");
    }

    @Test
    void whatCannotBeComputedIsNullWithTheReasonAndSoIsTheTotal() {
        Community withoutHouseholds =
                new Community("C2", "", null, new Community.Facts(1000.0, null, null, null, null));
        CommunityAccount account = ACCOUNTING.compute(
                withoutHouseholds,
                List.of(
                        activity(CommunityCarbonGroup.ENERGY, 150, "kWh", "电", null, Basis.HOUSEHOLD, 12),
                        activity(CommunityCarbonGroup.LIFE, 300, "g", "food", null, Basis.PERSON, 365)));
        Part electricity = account.parts().get(0);
        Part food = account.parts().get(1);
        assertThat(electricity.perYear().kg()).isNull();
        assertThat(electricity.reason()).isEqualTo("is per household, but the community has no number of households");
        assertThat(food.perYear().kg()).isEqualTo(219_000);
        assertThat(food.perYear().kgPerM2()).isNull();
        assertThat(food.reason()).isEqualTo("the community has no floor area");
        assertThat(account.total().kg()).isNull();
    }

    @Test
    void allThatIsWrongWithARowIsSaidAtOnce() {
        assertThat(ACCOUNTING.problems(
                        COMMUNITY, activity(CommunityCarbonGroup.ENERGY, -1, "stone", "peat", null, Basis.PERSON, 1)))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("quantity is -1.0"))
                .anyMatch(problem -> problem.contains("\"stone\""))
                .anyMatch(problem -> problem.contains("\"peat\""));
        assertThat(ACCOUNTING.problems(
                        COMMUNITY, activity(CommunityCarbonGroup.ENERGY, 1, "kg", "电", null, Basis.PERSON, 1)))
                .containsExactly("is given in kg, but the factor of \"grid electricity\" is per kWh");
        assertThat(ACCOUNTING.problems(
                        COMMUNITY, activity(CommunityCarbonGroup.TRAVEL, 1, null, "food", 3.0, Basis.PERSON, 1)))
                .containsExactly("is a distance in km, but the factor of \"food\" is per kg");
    }

    @Test
    void fixationIsNegativeAndEmissionsAreNot() {
        assertThat(ACCOUNTING.problems(COMMUNITY, given(CommunityCarbonGroup.FIXATION, 0.07, -1.0)))
                .singleElement()
                .asString()
                .contains("t_per_person_year is 0.07")
                .contains("negative");
        assertThat(ACCOUNTING.problems(COMMUNITY, given(CommunityCarbonGroup.LIFE, -0.07, null)))
                .hasSize(1);
        assertThat(ACCOUNTING.problems(COMMUNITY, given(CommunityCarbonGroup.FIXATION, 0.0, 0.0)))
                .isEmpty();
    }

    /** 0.5 t × 1000 persons = 500 t, over 30,000 m² = 16.667 kg. */
    @Test
    void aResultOfOneKindIsTurnedIntoTheOther() {
        Part part = ACCOUNTING
                .compute(COMMUNITY, List.of(given(CommunityCarbonGroup.LIFE, 0.5, null)))
                .parts()
                .get(0);
        assertThat(part.perYear().kg()).isEqualTo(500_000);
        assertThat(part.perYear().kgPerM2()).isCloseTo(16.6666666667, within(1e-9));
        Part other = ACCOUNTING
                .compute(COMMUNITY, List.of(given(CommunityCarbonGroup.LIFE, null, 10.0)))
                .parts()
                .get(0);
        assertThat(other.perYear().kg()).isEqualTo(300_000);
        assertThat(other.perYear().tPerPerson()).isCloseTo(0.3, within(1e-12));
    }

    private static CommunityCarbonItem given(CommunityCarbonGroup group, Double tPerPerson, Double kgPerM2) {
        return new CommunityCarbonItem("C1", group, "part", new Given(tPerPerson, kgPerM2), null, null, "c.csv, row 2");
    }

    private static CommunityCarbonItem activity(
            CommunityCarbonGroup group,
            double quantity,
            String unit,
            String item,
            Double distanceKm,
            Basis per,
            double timesPerYear) {
        return new CommunityCarbonItem(
                "C1",
                group,
                "part",
                null,
                new ActivityData(quantity, unit, item, distanceKm, per, timesPerYear),
                null,
                "c.csv, row 2");
    }
}
