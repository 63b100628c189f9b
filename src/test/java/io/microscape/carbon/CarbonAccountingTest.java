package io.microscape.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.carbon.AllometricEquation.Form;
import io.microscape.study.Activity;
import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonSettings;
import io.microscape.study.CarbonValue;
import io.microscape.study.InventoryItem;
import io.microscape.study.Planting;
import io.microscape.study.TreeSize;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Sinks, and how given and computed values meet. Masses are written out from the equations as printed; exp(-2.48) is
 * 0.0837432 (Python 3: math.exp).
 */
class CarbonAccountingTest {
    private static final double CO2 = 0.47 * 44 / 12;
    private static final AllometricEquation JENKINS = new AllometricEquation(
            "Jenkins 2003 mixed hardwood",
            List.of("broadleaf"),
            "USA",
            Form.EXP_LN_D,
            -2.48,
            2.4835,
            2.5,
            56,
            null,
            null,
            0.23,
            "Jenkins et al. 2003",
            null);
    private static final AllometricEquation CHAVE = new AllometricEquation(
            "Chave 2014",
            List.of("broadleaf"),
            "pantropical",
            Form.POWER_OF_RHO_D2H,
            0.0673,
            0.976,
            5,
            212,
            1.2,
            70.7,
            0.2,
            "Chave et al. 2014",
            null);
    private static final AllometryLibrary TREES = new AllometryLibrary(
            List.of(JENKINS, CHAVE),
            List.of(
                    new Taxon("Camphora", List.of("樟", "香樟"), "broadleaf", null, null),
                    new Taxon("Quercus", List.of("栎"), "broadleaf", 0.58, "IPCC"),
                    new Taxon("Nandina", List.of("南天竹"), "shrub", null, null)));
    private static final MethodRegister METHODS = new MethodRegister(List.of(
            new MeasurementMethod(
                    "net primary production",
                    List.of("CASA", "BIOME-BGC"),
                    MeasurementMethod.Scale.REGION,
                    MeasurementMethod.Scale.REGION,
                    null,
                    null,
                    "large error at small scale"),
            new MeasurementMethod(
                    "carbon stock",
                    List.of("BIOME-BGC"),
                    MeasurementMethod.Scale.PLANT,
                    MeasurementMethod.Scale.REGION,
                    null,
                    null,
                    "complex")));
    private static final CarbonLibrary LIBRARY = new CarbonLibrary(CarbonSamples.FACTORS, TREES, METHODS);
    private static final Site SITE = new Site(500.0, 200.0, 100.0);

    @Test
    void theStockGrownIsWhatIsTakenUp() {
        SpaceAccount account =
                compute(CarbonSettings.NONE, 10, tree("香樟 Camphora officinarum", 3, size(20, null, 1, null)));
        double start = 0.0837432 * Math.pow(20, 2.4835);
        double end = 0.0837432 * Math.pow(30, 2.4835);
        CarbonValue sink = account.account().value(CarbonComponent.VEGETATION_SINK);
        assertThat(sink.kg()).isCloseTo(3 * (end - start) * 1.23 * CO2, within(0.01));
        assertThat(sink.method()).isEqualTo("allometric equations: Jenkins 2003 mixed hardwood (USA)");
        YearSeries years = account.years(CarbonComponent.VEGETATION_SINK);
        assertThat(years.kg(0)).isZero();
        assertThat(DoubleStream.of(years.toArray()).sum()).isCloseTo(sink.kg(), within(1e-6));
    }

    @Test
    void deadTreesGiveBackWhatTheyHeld() {
        CarbonSettings dying = new CarbonSettings(null, null, null, null, 2.0);
        double start = 0.0837432 * Math.pow(20, 2.4835);
        double end = 0.0837432 * Math.pow(30, 2.4835);
        assertThat(compute(dying, 10, tree("樟", 1, size(20, null, 1, null)))
                        .account()
                        .vegetationSinkKg())
                .isCloseTo((end * Math.pow(0.98, 10) - start) * 1.23 * CO2, within(0.01));
    }

    @Test
    void theRegionOfTheStudyChoosesTheEquation() {
        CarbonSettings tropical = new CarbonSettings(null, null, null, "pantropical", null);
        double start = 0.0673 * Math.pow(0.58 * 400 * 12, 0.976);
        double end = 0.0673 * Math.pow(0.58 * 900 * 15, 0.976);
        assertThat(compute(tropical, 10, tree("Quercus robur", 1, size(20, 12.0, 1, 0.3)))
                        .account()
                        .vegetationSinkKg())
                .isCloseTo((end - start) * 1.2 * CO2, within(1e-6));
        assertThat(reason(tropical, tree("樟", 1, size(20, 12.0, 1, 0.3)))).contains("wood density of 樟");
        assertThat(reason(tropical, tree("Quercus robur", 1, size(20, null, 1, null))))
                .contains("height");
    }

    @Test
    void whatCannotBeComputedIsNullWithItsReason() {
        assertThat(reason(CarbonSettings.NONE, tree("樟", 1, size(50, null, 1, null))))
                .contains("at the end of the period", "60 cm", "2.5 to 56 cm");
        assertThat(reason(CarbonSettings.NONE, tree("樟", 1, size(2, null, 1, null))))
                .contains("2 cm is outside");
        assertThat(reason(CarbonSettings.NONE, tree("樟", 1, new TreeSize(20.0, null, null, null))))
                .contains("growth of 樟", "missing");
        assertThat(reason(CarbonSettings.NONE, tree("南天竹", 1, size(3, null, 0.1, null))))
                .contains("no equation covers 南天竹 (shrub)");
        assertThat(reason(CarbonSettings.NONE, new Planting("A1", "樟", null, size(20, null, 1, null))))
                .contains("number of 樟");
        // one tree that can be computed does not stand for the one that cannot
        assertThat(reason(
                        CarbonSettings.NONE,
                        tree("樟", 1, size(20, null, 1, null)),
                        tree("樟", 1, size(50, null, 1, null))))
                .contains("outside");
    }

    @Test
    void aRateIsOnlyUsedWhereAskedForAndWhereNoSizesAreKnown() {
        CarbonSettings rates = new CarbonSettings(null, "soil under lawn", "soil under lawn", null, null);
        SpaceAccount byRate = compute(rates, 10, new Planting("A1", "樟", 4.0));
        // 3600 kg per ha and year are 0.36 kg per m2
        assertThat(byRate.account().soilSinkKg()).isCloseTo(200 * 0.36 * 10, within(1e-9));
        assertThat(byRate.account().vegetationSinkKg()).isCloseTo(100 * 0.36 * 10, within(1e-9));
        assertThat(byRate.account().value(CarbonComponent.VEGETATION_SINK).method())
                .isEqualTo("estimate by rate per crown area");
        assertThat(compute(rates, 10, tree("樟", 1, size(20, null, 1, null)))
                        .account()
                        .value(CarbonComponent.VEGETATION_SINK)
                        .method())
                .startsWith("allometric");
        assertThat(compute(CarbonSettings.NONE, 10, new Planting("A1", "樟", 4.0))
                        .computed())
                .isNull();
    }

    @Test
    void aRateHoldsForTheYearsOfItsSource() {
        EmissionFactor rate = new EmissionFactor(
                "young soil",
                List.of(),
                1,
                "m2 a",
                MeasurementUnits.of("m2 a").orElseThrow(),
                "sink",
                null,
                null,
                "a test",
                null,
                null,
                4.0,
                "factors.csv, row 2");
        AccountLine line = new AreaSink(new FactorLibrary(List.of(rate)), null, 10)
                .line(CarbonComponent.SOIL_SINK, "young soil", "green area", 50.0, "estimate");
        assertThat(line.kg()).isEqualTo(200);
        assertThat(line.years().kg(4)).isEqualTo(50);
        assertThat(line.years().kg(5)).isZero();
        assertThat(line.working()).contains("4 of 10 years");
    }

    @Test
    void aStageWithoutRowsHasNoAmountAndAZeroRowHas() {
        InventoryItem none = CarbonSamples.once(Activity.EARTHWORKS, "diesel", 0, "L");
        CarbonAccount account = accounting(CarbonSettings.NONE, 50)
                .compute(new SpaceInventory("A1", SITE, List.of(none), List.of(), null))
                .account();
        assertThat(account.constructionEmissionKg()).isZero();
        assertThat(account.materialEmissionKg()).isNull();
        assertThat(account.value(CarbonComponent.MATERIAL_EMISSION).reason()).contains("no row of the stage material");
        assertThat(account.netCarbonKg()).isNull();
    }

    @Test
    void aGivenValueStaysAndFillsNoOther() {
        CarbonAccount given = new CarbonAccount(
                "A1",
                Map.of(
                        CarbonComponent.CONSTRUCTION_EMISSION,
                        CarbonValue.given(9.0, "measured", "a survey", 2024),
                        CarbonComponent.SOIL_SINK,
                        CarbonValue.given(1.0, "CASA", "a model", 2024),
                        CarbonComponent.OPERATION_EMISSION,
                        CarbonValue.given(1.0, "BIOME-BGC", "a model", 2024)));
        InventoryItem diesel = CarbonSamples.once(Activity.EARTHWORKS, "diesel", 10, "kg");
        InventoryItem cement = CarbonSamples.once(Activity.HARD_MATERIAL_PRODUCTION, "cement", 1, "t");
        SpaceAccount account = accounting(CarbonSettings.NONE, 50)
                .compute(new SpaceInventory("A1", SITE, List.of(diesel, cement), List.of(), given));
        assertThat(account.account().constructionEmissionKg()).isEqualTo(9);
        assertThat(account.computed().constructionEmissionKg()).isEqualTo(31);
        assertThat(account.account()
                        .value(CarbonComponent.CONSTRUCTION_EMISSION)
                        .reason())
                .contains("9 as given is kept", "31", "difference 22");
        assertThat(account.account().materialEmissionKg()).isEqualTo(735);
        assertThat(account.account().value(CarbonComponent.SOIL_SINK).reason())
                .contains("CASA", "outside its scale", "for region", "a plot");
        assertThat(account.account().value(CarbonComponent.OPERATION_EMISSION).reason())
                .isNull();
    }

    @Test
    void theYearFromWhichTheSumStaysPositiveIsFound() {
        // 100 kg at the start against 30 kg a year: below zero after 3 years, above it after 4
        CarbonAccount given = new CarbonAccount("A1", 0.0, 300.0, 100.0, 0.0, 0.0, null, null, null);
        SpaceAccount account = new SpaceAccount(given, null, List.of(), 10);
        assertThat(account.netByYear().cumulative()).startsWith(-100, -70, -40, -10, 20);
        assertThat(account.carbonPositiveFromYear()).hasValue(4);
        CarbonAccount never = new CarbonAccount("A1", 0.0, 90.0, 100.0, 0.0, 0.0, null, null, null);
        assertThat(new SpaceAccount(never, null, List.of(), 10).carbonPositiveFromYear())
                .isEmpty();
    }

    private static String reason(CarbonSettings settings, Planting... plantings) {
        CarbonValue value = compute(settings, 10, plantings).account().value(CarbonComponent.VEGETATION_SINK);
        assertThat(value.kg()).isNull();
        return value.reason();
    }

    private static SpaceAccount compute(CarbonSettings settings, double years, Planting... plantings) {
        return accounting(settings, years).compute(new SpaceInventory("A1", SITE, List.of(), List.of(plantings), null));
    }

    private static CarbonAccounting accounting(CarbonSettings settings, double years) {
        return new CarbonAccounting(LIBRARY, settings, years);
    }

    private static Planting tree(String taxon, double count, TreeSize size) {
        return new Planting("A1", taxon, count, size);
    }

    private static TreeSize size(double dbhCm, Double heightM, double dbhGrowth, Double heightGrowth) {
        return new TreeSize(dbhCm, heightM, dbhGrowth, heightGrowth);
    }
}
