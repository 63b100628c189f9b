package io.microscape.report;

import io.microscape.statistics.StudyStatistics;
import io.microscape.study.AtlasRow;
import io.microscape.study.ImportReport;
import io.microscape.study.SpatialSettings;
import io.microscape.study.Study;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a report tells.
 *
 * @param study the study
 * @param rows sampled spaces with a carbon account, by code
 * @param sampledWithoutAccount sampled spaces that have none
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
        StudyStatistics statistics,
        Optional<SpatialSettings> spatial,
        List<FactorUse> factors,
        List<ImportReport> imports,
        String programVersion,
        Instant madeAt) {

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
