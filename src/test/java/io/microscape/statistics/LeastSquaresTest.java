package io.microscape.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * The vegetation sink of the published 27 spaces on the five indices, against NumPy 2.4.6 and SciPy 1.17.1, where X has the
 * five columns of microspaces.csv (percentages divided by 100) and y is vegetation_sink_kg_50y:
 *
 * <pre>
 * A = np.column_stack([np.ones(27), X]); b = np.linalg.lstsq(A, y)[0]; e = y - A @ b
 * s = np.sqrt(e @ e / 21); se = s * np.sqrt(np.diag(np.linalg.inv(A.T @ A)))
 * p = 2 * scipy.stats.t.sf(abs(b / se), 21); vif = np.diag(np.linalg.inv(np.corrcoef(X.T)))
 * r2 = 1 - e @ e / ((y - y.mean()) @ (y - y.mean())); F = r2 / 5 / ((1 - r2) / 21); scipy.stats.f.sf(F, 5, 21)
 * l = scipy.stats.linregress(canopy, y); e = y - l.intercept - l.slope * canopy; s = np.sqrt(e @ e / 25)
 * scipy.stats.t.ppf(.975, 25) * s * np.sqrt(1/27 + (0.2 - canopy.mean())**2 / ((canopy - canopy.mean())**2).sum())
 * </pre>
 */
class LeastSquaresTest {
    private static final Percentage PRECISION = Percentage.withPercentage(1e-7);
    private static final Sample SAMPLE = PublishedSpaces.sample();

    @Test
    void theModelOfTheVegetationSinkIsAsInNumpy() {
        LinearModel model = model("vegetation_sink_kg");
        assertThat(model.n()).isEqualTo(27);
        assertThat(model.degreesOfFreedom()).isEqualTo(21);
        assertThat(model.terms())
                .extracting(LinearModel.Term::name)
                .containsExactly(
                        "intercept",
                        "green_ratio",
                        "road_density_15m",
                        "connectivity",
                        "species_richness",
                        "canopy_cover");
        double[] coefficients = {
            1193.9905262680134,
            -656.5826130928364,
            -2088.369480911195,
            -1250.539713457632,
            -63.91568258361429,
            2643.840173538846
        };
        double[] errors = {
            474.4011397074858,
            1014.613266792136,
            1229.6574151854095,
            684.5252339994643,
            70.86179137872863,
            563.5531254128798
        };
        double[] p = {
            0.020035142349134012,
            0.5245617608208445,
            0.10421440739896948,
            0.08196828981579672,
            0.3772986301725143,
            0.0001245962992808381
        };
        double[] vif = {
            3.3139505610285838, 2.1627506143889708, 1.0396344215035112, 2.701658227798655, 1.3653293153337873
        };
        for (int i = 0; i < coefficients.length; i++) {
            LinearModel.Term term = model.terms().get(i);
            assertThat(term.coefficient()).as(term.name()).isCloseTo(coefficients[i], PRECISION);
            assertThat(term.standardError()).as(term.name()).isCloseTo(errors[i], PRECISION);
            assertThat(term.p()).as(term.name()).isCloseTo(p[i], PRECISION);
            if (i > 0) {
                assertThat(term.vif()).as(term.name()).isCloseTo(vif[i - 1], PRECISION);
            }
        }
        assertThat(model.rSquared()).isCloseTo(0.5886633771278857, PRECISION);
        assertThat(model.adjustedRSquared()).isCloseTo(0.4907260859678585, PRECISION);
        assertThat(model.residualStandardError()).isCloseTo(740.0523264888905, PRECISION);
        assertThat(model.f()).isCloseTo(6.010615263659108, PRECISION);
        assertThat(model.fP()).isCloseTo(0.0013302028017905913, PRECISION);
    }

    @Test
    void theLineAndItsConfidenceBandAreAsInScipy() {
        LineFit line = LineFit.of(
                        SAMPLE.variable("canopy_cover").values(),
                        SAMPLE.variable("vegetation_sink_kg").values())
                .orElseThrow();
        assertThat(line.slope()).isCloseTo(1823.391850949967, PRECISION);
        assertThat(line.intercept()).isCloseTo(-189.42374852526132, PRECISION);
        assertThat(line.halfWidthAt(0.2)).isCloseTo(502.2884953712501, PRECISION);
        assertThat(line.halfWidthAt(1)).isCloseTo(705.2073144320585, PRECISION);
    }

    @Test
    void collinearPredictorsAreNamedAndThereIsNoNumber() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("a", new double[] {1, 2, 3, 4, 5, 6, 7, 8});
        columns.put("b", new double[] {5, 3, 8, 1, 9, 2, 2, 7});
        columns.put("a_and_b", new double[] {6, 5, 11, 5, 14, 8, 9, 15});
        columns.put("free", new double[] {2, 7, 1, 8, 2, 8, 1, 8});
        columns.put("y_kg", new double[] {1, 4, 2, 8, 5, 7, 1, 3});
        LinearModel model = model(columns, "a", "b", "a_and_b", "free");
        assertThat(model.terms()).isEmpty();
        assertThat(model.rSquared()).isNull();
        assertThat(model.reason().en()).isEqualTo("a, b, a and b: each follows exactly from the others (collinear)");
    }

    @Test
    void aConstantPredictorIsNamedAndThereIsNoNumber() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("a", new double[] {1, 2, 3, 4, 5, 6});
        columns.put("flat", new double[] {2, 2, 2, 2, 2, 2});
        columns.put("y_kg", new double[] {1, 4, 2, 8, 5, 7});
        assertThat(model(columns, "a", "flat").reason().en()).isEqualTo("flat is the same in all spaces");
    }

    @Test
    void anIndexWithoutAnyValueIsLeftOutAndNamed() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("a", new double[] {1, 2, 3, 4, 5, 6});
        columns.put("none", new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        columns.put("y_kg", new double[] {1, 4, 2, 8, 5, Double.NaN});
        LinearModel model = model(columns, "a", "none");
        assertThat(model.leftOutPredictors()).containsExactly("none");
        assertThat(model.n()).isEqualTo(5);
        assertThat(model.leftOut()).isEqualTo(1);
        // np.polyfit([1, 2, 3, 4, 5], [1, 4, 2, 8, 5], 1)
        assertThat(model.terms().get(1).coefficient()).isCloseTo(1.2, within(1e-12));
        assertThat(model.terms().get(0).coefficient()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void tooFewSpacesForTheTermsHaveAReason() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("a", new double[] {1, 2, 3});
        columns.put("b", new double[] {3, 1, 2});
        columns.put("y_kg", new double[] {1, 4, 2});
        assertThat(model(columns, "a", "b").reason().en())
                .isEqualTo("only 3 spaces have all values, at least 4 are needed");
    }

    private static LinearModel model(Map<String, double[]> columns, String... indices) {
        Sample sample = PublishedSpaces.of(columns);
        return LeastSquares.fit(
                sample,
                sample.variable("y_kg"),
                Stream.of(indices).map(sample::variable).toList());
    }

    private static LinearModel model(String account) {
        return LeastSquares.fit(
                SAMPLE,
                SAMPLE.variable(account),
                List.of("green_ratio", "road_density_15m", "connectivity", "species_richness", "canopy_cover").stream()
                        .map(SAMPLE::variable)
                        .toList());
    }
}
