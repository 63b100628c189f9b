package io.microscape.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The published 27 spaces against SciPy 1.17.1 and NumPy 2.4.6, with {@code c(name)} a column of microspaces.csv:
 *
 * <pre>
 * x, y = c('canopy_density_percent'), c('vegetation_sink_kg_50y')
 * scipy.stats.pearsonr(x, y), scipy.stats.spearmanr(x, y)
 * p = np.array([scipy.stats.pearsonr(c(i), y)[1] for i in indices])          # Holm over the five indices
 * o = np.argsort(p); np.minimum(1, np.maximum.accumulate((5 - np.arange(5)) * p[o]))
 * </pre>
 */
class CorrelationsTest {
    private static final double PRECISION = 1e-9;
    private static final List<String> INDICES =
            List.of("green_ratio", "road_density_15m", "connectivity", "species_richness", "canopy_cover");

    private static final Sample SAMPLE = PublishedSpaces.sample();

    @Test
    void canopyAgainstVegetationSinkIsAsInScipy() {
        Correlation canopy = correlation("vegetation_sink_kg", "canopy_cover");
        assertThat(canopy.n()).isEqualTo(27);
        assertThat(canopy.pearson().value()).isCloseTo(0.5291184387725733, within(PRECISION));
        assertThat(canopy.pearson().p()).isCloseTo(0.004541928074624011, within(PRECISION));
        assertThat(canopy.pearson().pHolm()).isCloseTo(0.022709640373120052, within(PRECISION));
        assertThat(canopy.spearman().value()).isCloseTo(0.6054128726004686, within(PRECISION));
        assertThat(canopy.spearman().p()).isCloseTo(0.0008197066029305765, within(PRECISION));
    }

    @Test
    void canopyAgainstNetIsAsInScipy() {
        Correlation canopy = correlation("net_carbon_kg", "canopy_cover");
        assertThat(canopy.pearson().value()).isCloseTo(0.5921119597155919, within(PRECISION));
        assertThat(canopy.pearson().pHolm()).isCloseTo(0.005695457477920605, within(PRECISION));
        assertThat(canopy.spearman().value()).isCloseTo(0.6414930336948399, within(PRECISION));
        assertThat(canopy.spearman().p()).isCloseTo(0.00031077830008825665, within(PRECISION));
    }

    @Test
    void theOtherAnchorsAreAsInScipy() {
        Correlation connectivity = correlation("net_carbon_kg", "connectivity");
        assertThat(connectivity.pearson().value()).isCloseTo(-0.38460644589783444, within(PRECISION));
        assertThat(connectivity.pearson().p()).isCloseTo(0.04760780038877736, within(PRECISION));
        assertThat(connectivity.pearson().pHolm()).isCloseTo(0.19043120155510945, within(PRECISION));
        Correlation green = correlation("vegetation_sink_kg", "green_ratio");
        assertThat(green.pearson().value()).isCloseTo(-0.2629425033931459, within(PRECISION));
        assertThat(green.pearson().pHolm()).isCloseTo(0.5554166783013272, within(PRECISION));
        assertThat(correlation("vegetation_sink_kg", "connectivity").pearson().pHolm())
                .as("kept from falling below the p before it")
                .isCloseTo(0.5554166783013272, within(PRECISION));
        assertThat(correlation("net_carbon_kg", "species_richness").pearson().pHolm())
                .isEqualTo(1);
    }

    @Test
    void sharesThatDifferByRoundingOfCoordinatesAreRankedAsEqual() {
        double[] sink = SAMPLE.variable("vegetation_sink_kg").values();
        double[] measured = SAMPLE.variable("canopy_cover").values().clone();
        for (int i = 0; i < measured.length; i++) {
            measured[i] += (i % 2 == 0 ? 1 : -1) * 2e-5;
        }
        Sample sample = PublishedSpaces.of(Map.of("canopy_cover", measured, "vegetation_sink_kg", sink));
        Correlation canopy = Correlations.of(
                        sample, sample.variable("vegetation_sink_kg"), List.of(sample.variable("canopy_cover")))
                .get(0);
        assertThat(canopy.spearman().value()).isCloseTo(0.6054128726004686, within(PRECISION));
    }

    @Test
    void pairsWithANullAreLeftOutAndCounted() {
        Correlation correlation = single(new double[] {1, 2, Double.NaN, 4, 5}, new double[] {2, 4, 6, Double.NaN, 9});
        assertThat(correlation.n()).isEqualTo(3);
        assertThat(correlation.leftOut()).isEqualTo(2);
        // 1, 2, 5 and 2, 4, 9: np.corrcoef
        assertThat(correlation.pearson().value()).isCloseTo(0.999260081289737, within(1e-12));
    }

    @Test
    void aPerfectLineHasAPOfZero() {
        Correlation correlation = single(new double[] {1, 2, 3, 4}, new double[] {8, 6, 4, 2});
        assertThat(correlation.pearson().value()).isCloseTo(-1, within(1e-12));
        assertThat(correlation.pearson().p()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aConstantColumnHasAReasonAndNoNumber() {
        Correlation correlation = single(new double[] {0.5, 0.5, 0.5, 0.5}, new double[] {1, 2, 3, 4});
        assertThat(correlation.pearson()).isNull();
        assertThat(correlation.spearman()).isNull();
        assertThat(correlation.reason().en()).isEqualTo("x is the same in all spaces");
        assertThat(correlation.reason().zh()).isEqualTo("各空间的中x均相同");
    }

    @Test
    void fewerThanThreePairsHaveAReasonAndNoNumber() {
        Correlation correlation = single(new double[] {1, 2, Double.NaN}, new double[] {1, 3, 5});
        assertThat(correlation.pearson()).isNull();
        assertThat(correlation.reason().en()).isEqualTo("only 2 spaces have all values, at least 3 are needed");
    }

    @Test
    void anIndexThatCouldNotBeTestedDoesNotCountInTheAdjustment() {
        assertThat(HolmAdjustment.adjust(new double[] {0.01, Double.NaN, 0.04}))
                .containsExactly(0.02, Double.NaN, 0.04);
    }

    private static Correlation single(double[] x, double[] y) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("x", x);
        columns.put("y_kg", y);
        Sample sample = PublishedSpaces.of(columns);
        return Correlations.of(sample, sample.variable("y_kg"), List.of(sample.variable("x")))
                .get(0);
    }

    private static Correlation correlation(String account, String index) {
        return Correlations.of(
                        SAMPLE,
                        SAMPLE.variable(account),
                        INDICES.stream().map(SAMPLE::variable).toList())
                .stream()
                .filter(correlation -> correlation.index().equals(index))
                .findFirst()
                .orElseThrow();
    }
}
