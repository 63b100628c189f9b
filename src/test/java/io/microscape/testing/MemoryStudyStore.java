package io.microscape.testing;

import io.microscape.store.ImportSession;
import io.microscape.store.IndexChanges;
import io.microscape.store.IndexDigests;
import io.microscape.store.StudyStore;
import io.microscape.study.AtlasRow;
import io.microscape.study.CanopyRaster;
import io.microscape.study.CanopyTile;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextTable;
import io.microscape.study.Crown;
import io.microscape.study.InventoryItem;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.RenovationCase;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import io.microscape.study.Study;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A store of one study in memory, which can be read but not written: lists that tests fill. */
public class MemoryStudyStore implements StudyStore {
    /** Context layers and their features. */
    public final Map<ContextTable, List<ContextFeature>> contextTables = new LinkedHashMap<>();

    public final List<AtlasRow> rows = new ArrayList<>();
    public final List<Surface> surfaces = new ArrayList<>();
    public final List<Road> roads = new ArrayList<>();
    public final List<Crown> crowns = new ArrayList<>();
    public final List<Community> communities = new ArrayList<>();

    @Override
    public List<Study> studies() {
        return List.of();
    }

    @Override
    public Optional<Study> study(String key) {
        return Optional.empty();
    }

    @Override
    public void eachSpace(String studyKey, Consumer<MicroSpace> action) {
        rows.forEach(row -> action.accept(row.space()));
    }

    @Override
    public void eachSurface(String studyKey, Consumer<Surface> action) {
        surfaces.forEach(action);
    }

    @Override
    public void eachRoad(String studyKey, Consumer<Road> action) {
        roads.forEach(action);
    }

    @Override
    public void eachCrown(String studyKey, Consumer<Crown> action) {
        crowns.forEach(action);
    }

    @Override
    public void eachCommunity(String studyKey, Consumer<Community> action) {
        communities.forEach(action);
    }

    @Override
    public List<ContextTable> contextTables(String studyKey) {
        return List.copyOf(contextTables.keySet());
    }

    @Override
    public void eachContextFeature(String studyKey, String layerName, Consumer<ContextFeature> action) {
        contextTables.forEach((table, features) -> {
            if (table.layer().name().equals(layerName)) {
                features.forEach(action);
            }
        });
    }

    @Override
    public void eachAtlasRow(String studyKey, Consumer<AtlasRow> action) {
        rows.forEach(action);
    }

    @Override
    public Optional<String> fingerprint(String studyKey) {
        return Optional.empty();
    }

    @Override
    public void saveFingerprint(String studyKey, String fingerprint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long version(String studyKey) {
        return 1;
    }

    @Override
    public List<ImportRecord> imports(String studyKey) {
        return List.of();
    }

    @Override
    public List<CommunityCarbonItem> communityCarbon(String studyKey) {
        return List.of();
    }

    @Override
    public List<RenovationCase> renovations(String studyKey) {
        return List.of();
    }

    @Override
    public List<CommunityMembership> memberships(String studyKey) {
        return List.of();
    }

    @Override
    public void saveMemberships(String studyKey, List<CommunityMembership> memberships) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CommunitySummary> communitySummaries(String studyKey) {
        return communities.stream().map(CommunitySummary::withoutSpaces).toList();
    }

    @Override
    public List<Planting> plantings(String studyKey) {
        return List.of();
    }

    @Override
    public List<CarbonAccount> carbonAccounts(String studyKey) {
        return List.of();
    }

    @Override
    public List<CarbonAccount> carbonEstimates(String studyKey) {
        return List.of();
    }

    @Override
    public void saveCarbonEstimates(String studyKey, double periodYears, List<CarbonAccount> estimates) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InventoryItem> inventory(String studyKey) {
        return List.of();
    }

    @Override
    public List<CanopyRaster> canopyRasters(String studyKey) {
        return List.of();
    }

    @Override
    public Optional<StudyParameters> indexParameters(String studyKey) {
        return Optional.empty();
    }

    @Override
    public Map<SourceKind, Long> counts(String studyKey) {
        return Map.of();
    }

    @Override
    public void eachCanopyTile(String studyKey, int raster, Consumer<CanopyTile> action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(Study study) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImportSession beginImport(String studyKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeIndices(String studyKey, IndexChanges changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IndexDigests indexDigests(String studyKey) {
        return new IndexDigests(Map.of(), null);
    }

    @Override
    public void saveIndices(
            String studyKey,
            StudyParameters parameters,
            List<LandscapeIndices> indices,
            List<StudyConnectivity> connectivity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StudyConnectivity> connectivity(String studyKey) {
        return List.of();
    }

    @Override
    public void saveSpatialStatistics(
            String studyKey, String variable, SpatialSettings settings, List<SpatialStatistic> statistics) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SpatialSettings> spatialSettings(String studyKey, String variable) {
        return Optional.empty();
    }
}
