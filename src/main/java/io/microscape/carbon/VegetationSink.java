package io.microscape.carbon;

import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonSettings;
import io.microscape.study.Planting;
import io.microscape.study.TreeSize;

/**
 * CO2 taken up by growing trees: the stock at the end of the period less the stock at its start. The stock of a tree is its
 * above-ground dry mass by an allometric equation × (1 + root to shoot) × 0.47 × 44/12 (carbon fraction of dry matter: IPCC
 * 2006 vol. 4 table 4.3; molar masses). Diameter and height grow by the same amount each year. With a mortality m a year
 * n·(1 − m)^t trees stand after t years, and what died is counted as released.
 *
 * <p>No value, with the reason, is given for a tree whose growth or size is not known, that no equation covers, or that is
 * outside the equation's valid range at the start or the end.
 */
final class VegetationSink {
    static final double CARBON_FRACTION = 0.47;
    static final double CO2_PER_CARBON = 44.0 / 12;
    private static final String METHOD = "allometric equations";

    private final AllometryLibrary library;
    private final CarbonSettings settings;
    private final double periodYears;

    VegetationSink(AllometryLibrary library, CarbonSettings settings, double periodYears) {
        this.library = library;
        this.settings = settings;
        this.periodYears = periodYears;
    }

    /** The line of a plant record that has sizes; without an amount, but with the reason, when it cannot be computed. */
    AccountLine line(Planting planting) {
        try {
            return compute(planting);
        } catch (AccountingProblem e) {
            return AccountLine.absent(
                    CarbonComponent.VEGETATION_SINK, planting.taxon(), planting.count(), "piece", e.getMessage());
        }
    }

    private AccountLine compute(Planting planting) throws AccountingProblem {
        TreeSize start = planting.size();
        AllometryLibrary.Identity identity = library.identify(planting.taxon())
                .orElseThrow(() ->
                        new AccountingProblem("the species " + planting.taxon() + " is not known to the library"));
        AllometricEquation equation = library.equation(identity, settings.equationRegion())
                .orElseThrow(() -> new AccountingProblem("no equation covers " + planting.taxon()
                        + (identity.growthForm() == null ? "" : " (" + identity.growthForm() + ")")));
        if (planting.count() == null) {
            throw new AccountingProblem("the number of " + planting.taxon() + " is missing");
        }
        require(planting, start, equation);
        TreeSize end = sizeAfter(start, periodYears);
        for (TreeSize size : new TreeSize[] {start, end}) {
            String outside = equation.outside(size);
            if (outside != null) {
                throw new AccountingProblem(
                        planting.taxon() + (size == end ? " at the end of the period: " : ": ") + outside);
            }
        }
        Taxon wood = equation.form().needsDensity()
                ? identity.withDensity()
                        .orElseThrow(() -> new AccountingProblem("the wood density of " + planting.taxon() + ", which "
                                + equation.name() + " needs, is not in the library"))
                : null;
        Double density = wood == null ? null : wood.woodDensity();
        double startKg = stockKg(equation, start, density);
        double endKg = stockKg(equation, end, density);
        double survival = survival(periodYears);
        double kg = planting.count() * (endKg * survival - startKg);
        return new AccountLine(
                CarbonComponent.VEGETATION_SINK,
                null,
                planting.taxon(),
                planting.count(),
                "piece",
                planting.count(),
                null,
                1,
                kg,
                years(planting.count(), equation, start, density),
                Working.number(planting.count()) + " × (" + Working.number(endKg)
                        + (survival == 1 ? "" : " × " + Working.number(survival)) + " − " + Working.number(startKg)
                        + ") kg CO2, D " + Working.number(start.dbhCm()) + " to " + Working.number(end.dbhCm()) + " cm"
                        + (equation.form().needsHeight()
                                ? ", H " + Working.number(start.heightM()) + " to " + Working.number(end.heightM())
                                        + " m"
                                : "")
                        + (density == null ? "" : ", wood density " + density + " g/cm³"),
                METHOD + ": " + equation.name() + " (" + equation.region() + ")",
                equation.source() + (wood == null || wood.source() == null ? "" : "; " + wood.source()),
                null,
                null);
    }

    private static void require(Planting planting, TreeSize size, AllometricEquation equation)
            throws AccountingProblem {
        if (size.dbhCm() == null) {
            throw new AccountingProblem("the diameter of " + planting.taxon() + " (dbh_cm) is missing");
        }
        if (size.dbhGrowthCmPerYear() == null) {
            throw new AccountingProblem("the growth of " + planting.taxon() + " (dbh_growth_cm_per_year) is missing");
        }
        if (equation.form().needsHeight() && (size.heightM() == null || size.heightGrowthMPerYear() == null)) {
            throw new AccountingProblem("the height of " + planting.taxon()
                    + " or its growth (height_m, height_growth_m_per_year), which " + equation.name()
                    + " needs, is missing");
        }
    }

    /** Stock of one tree in kg CO2. */
    private static double stockKg(AllometricEquation equation, TreeSize size, Double density) {
        return equation.aboveGroundKg(size.dbhCm(), size.heightM(), density)
                * (1 + equation.rootToShoot())
                * CARBON_FRACTION
                * CO2_PER_CARBON;
    }

    private YearSeries years(double count, AllometricEquation equation, TreeSize start, Double density) {
        double[] kg = new double[YearSeries.lastYear(periodYears) + 1];
        double before = stockKg(equation, start, density);
        for (int year = 1; year < kg.length; year++) {
            double at = Math.min(year, periodYears);
            double after = stockKg(equation, sizeAfter(start, at), density) * survival(at);
            kg[year] = count * (after - before);
            before = after;
        }
        return YearSeries.of(kg);
    }

    private double survival(double years) {
        Double mortality = settings.mortalityPercentPerYear();
        return mortality == null ? 1 : Math.pow(1 - mortality / 100, years);
    }

    private static TreeSize sizeAfter(TreeSize start, double years) {
        return new TreeSize(
                start.dbhCm() + start.dbhGrowthCmPerYear() * years,
                start.heightM() == null || start.heightGrowthMPerYear() == null
                        ? start.heightM()
                        : Double.valueOf(start.heightM() + start.heightGrowthMPerYear() * years),
                start.dbhGrowthCmPerYear(),
                start.heightGrowthMPerYear());
    }
}
