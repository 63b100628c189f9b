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
        List<ImportReport> imports,
        String programVersion,
        Instant madeAt) {}
