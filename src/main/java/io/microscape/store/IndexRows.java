package io.microscape.store;

import io.microscape.store.bulk.BulkTable;
import io.microscape.store.bulk.StorableValues;
import io.microscape.store.entity.ConnectivityRepository;
import io.microscape.store.entity.ParametersColumns;
import io.microscape.store.entity.ReasonsConverter;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.PatchMetrics;
import io.microscape.study.RoadNetworkMetrics;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import java.util.ArrayList;
import java.util.List;

/** The rows of computed indices within one change of a study. Not thread-safe. */
final class IndexRows {
    private static final int CODES_AT_ONCE = 1000;

    private static final PatchMetrics NO_PATCH = new PatchMetrics(null, null, null, null, null, null, null, null, null);
    private static final RoadNetworkMetrics NO_NETWORK =
            new RoadNetworkMetrics(null, null, null, null, null, null, null, null);

    private final StudyTransaction change;
    private final StudyParameters parameters;
    private final long studyId;
    private final StorableValues storable = new StorableValues();
    private final ReasonsConverter reasons = new ReasonsConverter();

    IndexRows(StudyTransaction change, StudyParameters parameters) {
        this.change = change;
        this.parameters = parameters;
        this.studyId = change.study().id();
    }

    /** Puts these rows in the place of all that the study has. */
    void replaceAll(List<LandscapeIndices> computed, List<StudyConnectivity> connectivity) {
        change.entities()
                .createQuery("delete from LandscapeIndicesEntity i where i.place.studyId = :study")
                .setParameter("study", studyId)
                .executeUpdate();
        new ConnectivityRepository(change.entities()).clear(studyId);
        change.study().setConnectivityDigest(null);
        computed.forEach(row -> addIndices(row, null));
        for (LandscapeIndices row : computed) {
            row.importance().forEach(importance -> addImportance(row.code(), importance));
        }
        connectivity.forEach(this::addConnectivity);
    }

    /** Puts what changed in the place of what the study has of it. */
    void change(IndexChanges changes) {
        List<String> replaced = new ArrayList<>(changes.gone());
        changes.computed().forEach(row -> replaced.add(row.code()));
        for (int from = 0; from < replaced.size(); from += CODES_AT_ONCE) {
            change.entities()
                    .createQuery("delete from LandscapeIndicesEntity i where i.place.studyId = :study"
                            + " and i.place.code in (:codes)")
                    .setParameter("study", studyId)
                    .setParameter("codes", replaced.subList(from, Math.min(from + CODES_AT_ONCE, replaced.size())))
                    .executeUpdate();
        }
        changes.computed().forEach(row -> addIndices(row, changes.digests().get(row.code())));
        if (changes.ofAll() != null) {
            new ConnectivityRepository(change.entities()).clear(studyId);
            changes.ofAll().importance().forEach((code, rows) -> rows.forEach(row -> addImportance(code, row)));
            changes.ofAll().connectivity().forEach(this::addConnectivity);
            change.study().setConnectivityDigest(changes.ofAll().digest());
        }
    }

    private void addIndices(LandscapeIndices row, String digest) {
        PatchMetrics patch = row.patch() == null ? NO_PATCH : row.patch();
        RoadNetworkMetrics network = row.network() == null ? NO_NETWORK : row.network();
        add(
                BulkTable.LANDSCAPE_INDICES,
                row.code(),
                studyId,
                row.code(),
                parameters.radiusM(),
                parameters.roadDensityPer(),
                parameters.periodYears(),
                parameters.connectivityDistance(),
                ParametersColumns.groupsText(parameters.metrics()),
                parameters.metrics().edgeDepthM(),
                parameters.metrics().searchRadiusM(),
                ParametersColumns.thresholdsText(parameters.metrics()),
                parameters.metrics().landscapeAreaM2(),
                row.areaM2(),
                row.perimeterM(),
                row.greenRatio(),
                row.hardRatio(),
                row.roadLengthM(),
                row.roadDensity(),
                row.neighbours(),
                row.connectivity(),
                row.speciesRichness(),
                row.shannon(),
                row.simpson(),
                row.pielou(),
                row.margalef(),
                row.canopyCover(),
                row.canopyDensity(),
                reasons.convertToDatabaseColumn(row.reasons()),
                patch.shape(),
                patch.frac(),
                patch.para(),
                patch.circle(),
                patch.coreM2(),
                patch.cai(),
                patch.gyrateM(),
                patch.ennM(),
                patch.prox(),
                network.nodes(),
                network.edges(),
                network.components(),
                network.alpha(),
                network.beta(),
                network.gamma(),
                network.streetDensity(),
                network.junctionDensity(),
                digest);
    }

    private void addImportance(String code, SpaceConnectivity row) {
        add(
                BulkTable.SPACE_CONNECTIVITY,
                code,
                studyId,
                code,
                row.thresholdM(),
                row.dpc(),
                row.dpcIntra(),
                row.dpcFlux(),
                row.dpcConnector(),
                row.diic(),
                row.diicIntra(),
                row.diicFlux(),
                row.diicConnector());
    }

    private void addConnectivity(StudyConnectivity row) {
        add(
                BulkTable.STUDY_CONNECTIVITY,
                "the study",
                studyId,
                row.thresholdM(),
                row.spaces(),
                row.connect(),
                row.pc(),
                row.iic(),
                row.ecPcM2(),
                row.ecIicM2(),
                row.landscapeAreaM2(),
                reasons.convertToDatabaseColumn(row.reasons()));
    }

    private void add(BulkTable table, String of, Object... values) {
        change.loader().add(table, storable.of(() -> "indices of " + of, table, values));
    }
}
