package io.microscape.report;

import io.microscape.statistics.StudyStatistics;
import io.microscape.study.AtlasRow;
import io.microscape.study.ImportReport;
import io.microscape.study.SpatialSettings;
import io.microscape.study.Study;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a report tells.
 *
 * @param study the study
 * @param rows sampled spaces with a carbon account, by code
 * @param sampledWithoutAccount sampled spaces that have none
 * @param cumulativeNet their net by year, of those whose account is complete, in the order of rows
 * @param statistics their statistics
 * @param spatial settings of the spatial statistics
 * @param factors emission factors that computed accounts used
 * @param imports what the study was made from
 * @param programVersion version of the program
 * @param madeAt when
 */
public record ReportContent(
        Study study,
        List<AtlasRow> rows,
        int sampledWithoutAccount,
        List<CumulativeNet> cumulativeNet,
        StudyStatistics statistics,
        Optional<SpatialSettings> spatial,
        List<FactorUse> factors,
        List<ImportReport> imports,
        String programVersion,
        Instant madeAt) {

    /**
     * What a space has taken up less what it has emitted since it was built.
     *
     * @param code code of the space
     * @param kgByYear kg CO2 up to the end of each year, from year 0, in which it is built
     * @param positiveFromYear first year from which on it stays above 0 until the end of the period; empty when it does not
     */
    public record CumulativeNet(String code, double[] kgByYear, OptionalInt positiveFromYear) {}

    /**
     * An emission factor and how much it stands for.
     *
     * @param item goods or vehicle
     * @param kgPerUnit kg CO2e
     * @param unit what it is per
     * @param region may be null
     * @param year may be null
     * @param source where it was published
     * @param note may be null
     * @param lines lines of accounts that used it
     * @param kg kg CO2 in all of them
     */
    public record FactorUse(
            String item,
            double kgPerUnit,
            String unit,
            String region,
            Integer year,
            String source,
            String note,
            int lines,
            double kg) {}
}
