package io.microscape.statistics;

import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.NeighbourRule;
import io.microscape.study.SpatialSettings;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;
import org.locationtech.jts.geom.Geometry;

/** The spatial pattern of a column over the spaces that have a value of it. */
public final class SpatialPatterns {
    /** Draws above which the machine would be busy for minutes. */
    private static final double MOST_DRAWS = 5e9;

    private static final int FEWEST = 4;

    /** Values of I that differ by less are equal. */
    private static final double ROUNDING = 1e-12;

    private SpatialPatterns() {}

    /**
     * Computes global and local statistics.
     *
     * @throws InvalidInputException if so many permutations of so many neighbours are asked for that it would take minutes
     */
    public static SpatialPattern of(Sample sample, Variable variable, SpatialSettings settings) {
        int[] known = sample.complete(List.of(variable));
        int n = known.length;
        double[] values = Sample.at(variable.values(), known);
        int fewest = settings.neighbours().kind() == NeighbourRule.Kind.NEAREST
                ? Math.max(FEWEST, (int) Math.min(settings.neighbours().value(), Integer.MAX_VALUE - 2.0) + 2)
                : FEWEST;
        LocalizedText reason = n < fewest
                ? Reasons.tooFew(n, fewest)
                : Variable.isConstant(values) ? Reasons.constant(variable) : null;
        if (reason != null) {
            return SpatialPattern.without(variable.name(), settings, n, sample.size() - n, reason);
        }
        List<Geometry> geometries =
                Arrays.stream(known).mapToObj(sample.geometries()::get).toList();
        SpatialWeights weights = SpatialWeights.of(geometries, settings.neighbours());
        if (weights.islands() == n) {
            return SpatialPattern.without(variable.name(), settings, n, sample.size() - n, Reasons.allIslands());
        }
        checkEffort(weights, settings);
        List<String> codes = Arrays.stream(known).mapToObj(sample.codes()::get).toList();
        return pattern(variable.name(), codes, values, weights, settings, sample.size() - n);
    }

    private static SpatialPattern pattern(
            String variable,
            List<String> codes,
            double[] values,
            SpatialWeights weights,
            SpatialSettings settings,
            int leftOut) {
        SpatialAutocorrelation autocorrelation = new SpatialAutocorrelation(weights, values);
        double moran = autocorrelation.moran();
        double[] permuted = autocorrelation.permutedMoran(settings.permutations(), settings.seed());
        int greater =
                (int) Arrays.stream(permuted).filter(i -> i >= moran - ROUNDING).count();
        int less =
                (int) Arrays.stream(permuted).filter(i -> i <= moran + ROUNDING).count();
        return new SpatialPattern(
                variable,
                settings,
                values.length,
                leftOut,
                weights.islands(),
                moran,
                -1.0 / (values.length - 1),
                StatUtils.mean(permuted),
                Math.sqrt(StatUtils.variance(permuted)),
                SpatialAutocorrelation.twoSided(greater, less, settings.permutations()),
                autocorrelation.local(codes, settings.permutations(), settings.seed()),
                null);
    }

    private static void checkEffort(SpatialWeights weights, SpatialSettings settings) {
        double links = 0;
        for (int i = 0; i < weights.size(); i++) {
            links += weights.count(i);
        }
        if (links * settings.permutations() > MOST_DRAWS) {
            throw InvalidInputException.of(
                    "spatial statistics",
                    "%.0f neighbours in all and %d permutations would take too long"
                            .formatted(links, settings.permutations()),
                    "ask for fewer permutations or nearer neighbours");
        }
    }
}
