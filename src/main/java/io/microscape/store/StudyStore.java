package io.microscape.store;

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
import io.microscape.study.ImportReport;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything Microscape knows, kept in the database. Geometries go in and come out in EPSG:4326 (longitude, latitude).
 * Reads come in a fixed order (code, else order of import), so that results do not depend on the database.
 */
public interface StudyStore {
    /** All studies by key. */
    List<Study> studies();

    /** The study of that key. */
    Optional<Study> study(String key);

    /** Creates the study or changes its title, CRS, parameters and layers. */
    void save(Study study);

    /** Removes the study and all it holds; false if there was none. */
    boolean delete(String key);

    /**
     * Begins an import: one transaction that is seen by nobody before {@link ImportSession#commit} and undone by closing
     * without it.
     *
     * @throws io.microscape.study.InvalidInputException if another import of the study is under way
     */
    ImportSession beginImport(String studyKey);

    /** Imports of the study, one record a source file that is in it now. */
    List<ImportRecord> imports(String studyKey);

    void eachSpace(String studyKey, Consumer<MicroSpace> action);

    void eachSurface(String studyKey, Consumer<Surface> action);

    void eachRoad(String studyKey, Consumer<Road> action);

    void eachCrown(String studyKey, Consumer<Crown> action);

    void eachCommunity(String studyKey, Consumer<Community> action);

    /** Rows of the communities' carbon accounts, in the order of their import. */
    List<CommunityCarbonItem> communityCarbon(String studyKey);

    List<RenovationCase> renovations(String studyKey);

    /** The community of each space as the analysis found it, by the space's code. */
    List<CommunityMembership> memberships(String studyKey);

    /** Replaces the memberships of all spaces of the study in one transaction. */
    void saveMemberships(String studyKey, List<CommunityMembership> memberships);

    /** What the micro-spaces of each community add up to, by the community's code. */
    List<CommunitySummary> communitySummaries(String studyKey);

    /** Context layers in the order of the study file. */
    List<ContextTable> contextTables(String studyKey);

    /** Features of the context layer of that name, in the order of its file; none if there is no such layer. */
    void eachContextFeature(String studyKey, String layerName, Consumer<ContextFeature> action);

    List<Planting> plantings(String studyKey);

    /** The carbon accounts that were given, by code. */
    List<CarbonAccount> carbonAccounts(String studyKey);

    /** What the analysis computed of carbon accounts or has to say of given ones, by code. */
    List<CarbonAccount> carbonEstimates(String studyKey);

    /** Replaces all estimates of the study in one transaction; components without amount and reason are left out. */
    void saveCarbonEstimates(String studyKey, double periodYears, List<CarbonAccount> estimates);

    /** Rows of the life-cycle inventories, by code and in the order of their import. */
    List<InventoryItem> inventory(String studyKey);

    List<CanopyRaster> canopyRasters(String studyKey);

    /** Tiles of the raster at that place of {@link #canopyRasters}. */
    void eachCanopyTile(String studyKey, int raster, Consumer<CanopyTile> action);

    /**
     * Replaces all indices of the study in one transaction; the parameters used are stored with them.
     *
     * @param connectivity connectivity of all spaces together, one a threshold; empty when it was not asked for
     */
    void saveIndices(
            String studyKey,
            StudyParameters parameters,
            List<LandscapeIndices> indices,
            List<StudyConnectivity> connectivity);

    /** Replaces all indices of a study that does not ask for connectivity. */
    default void saveIndices(String studyKey, StudyParameters parameters, List<LandscapeIndices> indices) {
        saveIndices(studyKey, parameters, indices, List.of());
    }

    /**
     * Replaces what changed of the study's indices in one transaction; what is not named stays.
     *
     * @see #indexDigests
     */
    void changeIndices(String studyKey, IndexChanges changes);

    /** Digests of what the stored indices were computed from. */
    IndexDigests indexDigests(String studyKey);

    /** Connectivity of all spaces together, one a threshold, ascending; empty when there is none. */
    List<StudyConnectivity> connectivity(String studyKey);

    /** Parameters the stored indices were computed with; empty when there are none. */
    Optional<StudyParameters> indexParameters(String studyKey);

    /**
     * Replaces all spatial statistics of the study in one transaction.
     *
     * @param variable column of the value they are about
     * @param settings what they were computed with; stored beside them
     */
    void saveSpatialStatistics(
            String studyKey, String variable, SpatialSettings settings, List<SpatialStatistic> statistics);

    /** What the spatial statistics of that column were computed with; empty when there are none. */
    Optional<SpatialSettings> spatialSettings(String studyKey, String variable);

    /** The joined result by code, read from one consistent state of the database. */
    void eachAtlasRow(String studyKey, Consumer<AtlasRow> action);

    /** Features of each kind. */
    Map<SourceKind, Long> counts(String studyKey);

    /** Version of the study's data: changes with every committed import or analysis. */
    long version(String studyKey);

    /** Digest of the study file and the sources of the last complete run; empty when there was none. */
    Optional<String> fingerprint(String studyKey);

    /** Notes what the last complete run was made from; the data's version stays. */
    void saveFingerprint(String studyKey, String fingerprint);

    /** What a committed import brought. */
    record ImportRecord(ImportReport report, Origin origin, Instant at) {}

    /** Whether a source was named by the study file or imported by a command. */
    enum Origin {
        STUDY_FILE,
        COMMAND
    }
}
