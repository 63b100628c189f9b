package io.microscape.statistics;

import io.microscape.study.AtlasColumns;
import io.microscape.study.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The statistics of a study.
 *
 * @param study key of the study
 * @param spaces sampled spaces with a carbon account: those that enter
 * @param sampledWithoutAccount sampled spaces that have none, and do not
 * @param columns the columns of the matrix, those looked at first: name, titles, unit
 * @param correlations each index with each account
 * @param models one a account
 * @param matrix Pearson's r among all columns
 * @param spatial one a account
 * @param findings what the numbers say, most important first
 */
public record StudyStatistics(
        String study,
        int spaces,
        int sampledWithoutAccount,
        List<Column> columns,
        List<Correlation> correlations,
        List<LinearModel> models,
        CorrelationMatrix matrix,
        List<SpatialPattern> spatial,
        List<LocalizedText> findings) {

    private static final List<String> COMPONENTS = List.of(
            "soil_sink_kg",
            "vegetation_sink_kg",
            "material_emission_kg",
            "construction_emission_kg",
            "operation_emission_kg",
            AtlasColumns.NET_CARBON);

    /**
     * A column looked at.
     *
     * @param known spaces that have a value
     */
    public record Column(String name, LocalizedText title, String unit, int known) {}

    /**
     * Pearson's r of every pair of columns.
     *
     * @param columns names
     * @param r rows and columns in that order; null where it cannot be computed
     */
    public record CorrelationMatrix(List<String> columns, List<List<Double>> r) {
        static CorrelationMatrix of(Sample sample, List<Variable> columns) {
            List<List<Double>> rows = new ArrayList<>();
            for (Variable one : columns) {
                List<Double> row = new ArrayList<>();
                for (Variable other : columns) {
                    double r = Correlations.r(sample, one, other);
                    row.add(Double.isNaN(r) ? null : Double.valueOf(r));
                }
                rows.add(row);
            }
            return new CorrelationMatrix(columns.stream().map(Variable::name).toList(), rows);
        }
    }

    /**
     * Computes the statistics of a sample. The matrix has all components of the accounts that have values, whatever
     * accounts are asked for.
     *
     * @param sampledWithoutAccount how many sampled spaces are not in the sample because they have no account
     * @throws io.microscape.study.InvalidInputException if the request names a column that there is not
     */
    public static StudyStatistics of(
            String study, Sample sample, int sampledWithoutAccount, StatisticsRequest request) {
        List<Variable> accounts =
                request.accounts().stream().map(sample::variable).toList();
        List<Variable> indices =
                request.indices().stream().map(sample::variable).toList();
        List<Variable> columns =
                Stream.concat(indices.stream(), accounts.stream()).distinct().toList();
        List<Variable> matrixColumns = Stream.concat(
                        columns.stream(),
                        COMPONENTS.stream()
                                .map(sample.variables()::get)
                                .filter(variable -> variable != null && variable.known() > 0))
                .distinct()
                .toList();
        List<Correlation> correlations = new ArrayList<>();
        List<LinearModel> models = new ArrayList<>();
        List<SpatialPattern> spatial = new ArrayList<>();
        List<LocalizedText> findings = new ArrayList<>();
        Map<String, LocalizedText> titles = new LinkedHashMap<>();
        columns.forEach(column -> titles.put(column.name(), column.title()));
        for (Variable account : accounts) {
            List<Variable> tested =
                    indices.stream().filter(index -> !index.equals(account)).toList();
            List<Correlation> ofAccount = Correlations.of(sample, account, tested);
            LinearModel model = LeastSquares.fit(sample, account, tested);
            SpatialPattern pattern = SpatialPatterns.of(sample, account, request.spatial());
            correlations.addAll(ofAccount);
            models.add(model);
            spatial.add(pattern);
            findings.addAll(new Findings(titles, account.name()).of(ofAccount, model, pattern));
        }
        return new StudyStatistics(
                study,
                sample.size(),
                sampledWithoutAccount,
                matrixColumns.stream()
                        .map(column -> new Column(column.name(), column.title(), column.unit(), column.known()))
                        .toList(),
                correlations,
                models,
                CorrelationMatrix.of(sample, matrixColumns),
                spatial,
                findings);
    }

    /** The title of a column looked at. */
    public LocalizedText title(String column) {
        return columns.stream()
                .filter(known -> known.name().equals(column))
                .findFirst()
                .map(Column::title)
                .orElse(new LocalizedText(column, column));
    }
}
