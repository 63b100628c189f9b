package io.microscape.carbon;

import static io.microscape.carbon.CarbonSamples.item;
import static io.microscape.carbon.CarbonSamples.once;
import static io.microscape.carbon.CarbonSamples.yearly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.Activity;
import io.microscape.study.CarbonComponent;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Lamp;
import io.microscape.study.InventoryItem.Recurrence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums worked by hand. */
class InventoryCalculatorTest {
    private final InventoryCalculator calculator = new InventoryCalculator(CarbonSamples.FACTORS, "Chongqing", 50);

    @Test
    void materialIsQuantityTimesFactorOnceBeforeTheFirstYear() throws AccountingProblem {
        AccountLine line = calculator
                .lines(once(Activity.HARD_MATERIAL_PRODUCTION, "混凝土 C30", 12, "立方米"))
                .get(0);
        assertThat(line.kg()).isEqualTo(12 * 295.0);
        assertThat(line.component()).isEqualTo(CarbonComponent.MATERIAL_EMISSION);
        assertThat(line.years().kg(0)).isEqualTo(3540);
        assertThat(line.years().lastYear()).isEqualTo(50);
    }

    @Test
    void amountsAreConvertedIntoTheUnitOfTheFactor() throws AccountingProblem {
        assertThat(kg(once(Activity.HARD_MATERIAL_PRODUCTION, "cement", 500, "kg")))
                .isCloseTo(367.5, within(1e-9));
        // 2 m3 of 1500 kg/m3 are 3 t
        assertThat(kg(once(Activity.HARD_MATERIAL_PRODUCTION, "sand", 2, "m³"))).isCloseTo(7.53, within(1e-9));
        // 10 L of diesel of 0.84 kg/L
        assertThat(kg(once(Activity.EARTHWORKS, "diesel", 10, "L"))).isCloseTo(26.04, within(1e-9));
        // 36 MJ are 10 kWh
        assertThat(kg(yearly(Activity.LAMPS, "grid electricity", 36, "MJ", 1))).isCloseTo(50 * 5.581, within(1e-9));
    }

    @Test
    void aMaterialThatNamesAVehicleIsAlsoTransported() throws AccountingProblem {
        InventoryItem item = item(
                Activity.HARD_MATERIAL_PRODUCTION,
                "concrete C30",
                12,
                "m3",
                new Haul(20.0, "diesel truck 8 t", null),
                null);
        List<AccountLine> lines = calculator.lines(item);
        assertThat(lines)
                .extracting(AccountLine::activity)
                .containsExactly(Activity.HARD_MATERIAL_PRODUCTION, Activity.HARD_MATERIAL_TRANSPORT);
        // 12 m3 of 2.4 t/m3 are 28.8 t
        assertThat(lines.get(1).kg()).isCloseTo(28.8 * 20 * 0.179, within(1e-9));
    }

    @Test
    void goodsCountedByPieceAreMovedByTheirMass() throws AccountingProblem {
        InventoryItem trees =
                item(Activity.PLANT_TRANSPORT, "香樟", 12, "株", new Haul(30.0, "diesel truck 8 t", 0.96), null);
        assertThat(kg(trees)).isCloseTo(0.96 * 30 * 0.179, within(1e-9));
    }

    @Test
    void whatRecursRunsOverThePeriodOrTheYearsGiven() throws AccountingProblem {
        assertThat(kg(yearly(Activity.IRRIGATION, "tap water", 2, "t", 12)))
                .isCloseTo(2 * 0.168 * 12 * 50, within(1e-9));
        AccountLine line = calculator
                .lines(item(Activity.IRRIGATION, "tap water", 2, "t", null, new Recurrence(12.0, 1, 2, null)))
                .get(0);
        assertThat(line.kg()).isCloseTo(8.064, within(1e-9));
        assertThat(line.years().kg(2)).isCloseTo(4.032, within(1e-9));
        assertThat(line.years().kg(3)).isZero();
    }

    @Test
    void aBrokenPeriodCountsItsLastYearByItsPart() throws AccountingProblem {
        InventoryCalculator short_ = new InventoryCalculator(CarbonSamples.FACTORS, "Chongqing", 2.5);
        AccountLine line = short_.lines(yearly(Activity.IRRIGATION, "tap water", 1, "t", 1))
                .get(0);
        assertThat(line.kg()).isCloseTo(0.42, within(1e-12));
        assertThat(line.years().kg(3)).isCloseTo(0.084, within(1e-12));
    }

    @Test
    void materialIsReplacedAtTheEndOfItsServiceLife() throws AccountingProblem {
        AccountLine line = calculator
                .lines(item(
                        Activity.HARD_MATERIAL_PRODUCTION,
                        "cement",
                        1,
                        "t",
                        null,
                        new Recurrence(null, null, null, 20.0)))
                .get(0);
        assertThat(line.kg()).isEqualTo(3 * 735.0);
        assertThat(line.years().kg(20)).isEqualTo(735);
        assertThat(line.years().kg(40)).isEqualTo(735);
    }

    @Test
    void lampsUsePowerTimesHoursTimesDays() throws AccountingProblem {
        InventoryItem lamps = new InventoryItem(
                "A1",
                Activity.LAMPS,
                "grid electricity",
                4,
                "盏",
                null,
                null,
                new Lamp(20.0, 5.0, 365.0),
                null,
                null,
                "inventory.csv, row 9");
        // 4 × 20 W × 5 h × 365 = 146 kWh a year
        assertThat(kg(lamps)).isCloseTo(146 * 0.5581 * 50, within(1e-9));
    }

    @Test
    void theGridIsThatOfTheRegionAndNoneIsGuessed() throws AccountingProblem {
        InventoryItem row = yearly(Activity.LAMPS, "电", 100, "度", 1);
        assertThat(new InventoryCalculator(CarbonSamples.FACTORS, "southwest", 1)
                        .lines(row)
                        .get(0)
                        .kg())
                .isCloseTo(24.72, within(1e-9));
        assertThat(problems(new InventoryCalculator(CarbonSamples.FACTORS, null, 1), row))
                .singleElement()
                .asString()
                .contains("Chongqing, southwest", "grid_region");
    }

    @Test
    void everythingWrongWithARowIsSaidAtOnce() {
        assertThat(problems(calculator, item(Activity.HARD_MATERIAL_TRANSPORT, "sand", -3, "bucket", null, null)))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).contains("quantity is -3.0"))
                .anySatisfy(text -> assertThat(text).contains("bucket"))
                .anySatisfy(text -> assertThat(text).contains("distance_km"))
                .anySatisfy(text -> assertThat(text).contains("vehicle"));
        assertThat(problems(calculator, once(Activity.HARD_MATERIAL_PRODUCTION, "cement", 1, "m3")))
                .singleElement()
                .asString()
                .contains("m3", "per t");
        assertThat(problems(calculator, once(Activity.IRRIGATION, "tap water", 1, "t")))
                .singleElement()
                .asString()
                .contains("frequency_per_year");
        assertThat(problems(calculator, once(Activity.HARD_MATERIAL_PRODUCTION, "unobtainium", 1, "t")))
                .singleElement()
                .asString()
                .contains("unobtainium");
    }

    @Test
    void aStatedTotalMustAgree() throws AccountingProblem {
        assertThat(kg(stating(735.0))).isEqualTo(735);
        assertThat(problems(calculator, stating(700.0)))
                .singleElement()
                .asString()
                .contains("total_kg is 700", "735");
    }

    private static InventoryItem stating(double totalKg) {
        return new InventoryItem(
                "A1",
                Activity.HARD_MATERIAL_PRODUCTION,
                "cement",
                1,
                "t",
                null,
                null,
                null,
                totalKg,
                null,
                "inventory.csv, row 2");
    }

    private double kg(InventoryItem item) throws AccountingProblem {
        return calculator.lines(item).get(0).kg();
    }

    private static List<String> problems(InventoryCalculator calculator, InventoryItem item) {
        return catchThrowableOfType(AccountingProblem.class, () -> calculator.lines(item))
                .problems();
    }
}
