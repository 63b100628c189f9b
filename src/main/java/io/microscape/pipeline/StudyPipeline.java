package io.microscape.pipeline;

import io.microscape.atlas.LayerPublisher;
import io.microscape.atlas.PublishedLayer;
import io.microscape.carbon.CarbonLibrary;
import io.microscape.carbon.ScenarioComparison;
import io.microscape.carbon.SpaceAccount;
import io.microscape.portrayal.DrawableStyleCheck;
import io.microscape.source.ScenarioReader;
import io.microscape.source.StudyFileReader;
import io.microscape.statistics.StatisticsRequest;
import io.microscape.statistics.StudyStatistics;
import io.microscape.store.StudyStore;
import io.microscape.study.CarbonAccount;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.Scenario;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyFile;
import io.microscape.study.StudyParameters;
import io.microscape.study.UserPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The way from files to maps: import, analyse, publish. Commands, HTTP and start-up all go through here. Each step is
 * atomic: what was there before stays until the step is complete.
 */
public final class StudyPipeline {
    /** Size that the text of a scenario may have, bytes. */
    public static final int MAX_SCENARIO_BYTES = ScenarioReader.MAX_BYTES;

    private final StudyStore store;
    private final Settings settings;

    public StudyPipeline(StudyStore store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * What a run did.
     *
     * @param imports one report a source file
     * @param analysis what was computed, and codes without partner
     * @param layers the layers published
     */
    public record RunResult(
            Study study, List<ImportReport> imports, AnalysisResult analysis, List<PublishedLayer> layers) {}

    /** Imports, analyses, joins and publishes everything that the study file names. */
    public RunResult run(Path studyFile, Progress progress) {
        StudyFile file = StudyFileReader.read(studyFile);
        String fingerprint = StudyFingerprint.of(file);
        List<ImportReport> imports =
                new StudyImport(store, settings.limits(), () -> libraryOf(file)).importAll(file, progress);
        keep(file);
        Study study = require(file.key());
        boolean contextOnly = study.crs() == null && !file.context().isEmpty();
        AnalysisResult analysis = contextOnly
                ? new AnalysisResult(0, 0, 0, JoinReport.of(store, file.key()))
                : analyse(study, false, progress);
        List<PublishedLayer> layers = publish(file.key(), progress);
        store.saveFingerprint(file.key(), fingerprint);
        return new RunResult(study, imports, analysis, layers);
    }

    /** Whether the study file or one of its sources changed since it was last run, or never was. */
    public boolean isStale(Path studyFile) {
        StudyFile file = StudyFileReader.read(studyFile);
        return !store.fingerprint(file.key())
                .map(StudyFingerprint.of(file)::equals)
                .orElse(false);
    }

    /** Whether the study of the file has been run or imported into before. */
    public boolean wasRunBefore(Path studyFile) {
        return store.study(StudyFileReader.read(studyFile).key()).isPresent();
    }

    /**
     * Imports one source into a study, which is created if it does not exist.
     *
     * @param replace also remove what the file does not name, where the kind has codes
     */
    public ImportReport importSource(Study study, SourceSpec spec, boolean replace, Progress progress) {
        return new StudyImport(store, settings.limits(), () -> CarbonLibraries.of(settings, study.key()))
                .importOne(study, spec, replace, progress);
    }

    /**
     * Computes the indices and carbon accounts of a study and the spatial pattern of its net carbon anew; of the indices
     * those for which something they depend on has changed.
     *
     * @param all compute all indices, changed or not
     */
    public AnalysisResult analyse(String key, boolean all, Progress progress) {
        return analyse(require(key), all, progress);
    }

    /**
     * Statistics of a study's carbon accounts.
     *
     * @throws InvalidInputException if no sampled space has a carbon account, or a column is named that there is not
     */
    public StudyStatistics statistics(Study study, StatisticsRequest request) {
        StudySample read = StudySample.of(store, study);
        read.requireAccounts(study.key());
        return StudyStatistics.of(study.key(), read.sample(), read.sampledWithoutAccount(), request);
    }

    /** The communities of a study: roll-up of their micro-spaces, accounts and renovations. */
    public CommunityReport communities(Study study) {
        return new StudyCommunities(store, CarbonLibraries.of(settings, study.key()), study).report(study);
    }

    /** The carbon accounts of a study with their breakdown, from what the store holds and the study's libraries. */
    public List<SpaceAccount> accounts(Study study) {
        return new StudyAccounts(store, CarbonLibraries.of(settings, study.key())).of(study);
    }

    /**
     * The study's accounts as they are and after each scenario; nothing is changed.
     *
     * @throws InvalidInputException with everything that is wrong with the scenarios
     */
    public ScenarioComparison compare(Study study, List<Path> scenarioFiles) {
        return comparison(
                study, scenarioFiles.stream().map(ScenarioReader::read).toList());
    }

    /** Like {@link #compare(Study, List)}, with the text of one scenario and the name by which messages call it. */
    public ScenarioComparison compare(Study study, String name, String scenario) {
        return comparison(study, List.of(ScenarioReader.read(name, scenario)));
    }

    private ScenarioComparison comparison(Study study, List<Scenario> scenarios) {
        return new StudyComparison(store, CarbonLibraries.of(settings, study.key())).compare(study, scenarios);
    }

    /** Publishes the layers of a study anew. */
    public List<PublishedLayer> publish(String key, Progress progress) {
        Path definitions = StudyFolder.of(settings, key).path();
        return new LayerPublisher(settings.home(), new DrawableStyleCheck())
                .publish(store, require(key), List.of(definitions), progress);
    }

    /**
     * The study a user names: by key, or by its file, which then also brings title, CRS and parameters up to date.
     *
     * @throws InvalidInputException if there is no such study
     */
    public Study study(String keyOrFile) {
        if (!isStudyFile(keyOrFile)) {
            return require(keyOrFile);
        }
        StudyFile file = StudyFileReader.read(UserPath.of(keyOrFile));
        Study given = file.study();
        Study study = store.study(file.key())
                .filter(known -> given.crs() == null)
                .map(known -> given.withCrs(known.crs()))
                .orElse(given);
        libraryOf(file);
        keep(file);
        store.save(study);
        return study;
    }

    /** Like {@link #study}, but a key that is not known yet is a new study with default parameters. */
    public Study studyOrNew(String keyOrFile) {
        if (isStudyFile(keyOrFile) || store.study(keyOrFile).isPresent()) {
            return study(keyOrFile);
        }
        if (!keyOrFile.matches(StudyFile.KEY_PATTERN)) {
            throw InvalidInputException.of(
                    "study '" + keyOrFile + "'",
                    "it is neither a study file nor a study key",
                    "write the path of a .yml file, or a key of lower-case letters, digits and _ that begins with a"
                            + " letter");
        }
        return new Study(keyOrFile, new LocalizedText(keyOrFile, null), null, StudyParameters.DEFAULTS, List.of());
    }

    private AnalysisResult analyse(Study study, boolean all, Progress progress) {
        StudyAnalysis.Counts indices = new StudyAnalysis(store).analyse(study, all, progress);
        progress.at("carbon accounts", 0, -1);
        List<CarbonAccount> estimates = new StudyAccounts(store, CarbonLibraries.of(settings, study.key()))
                .of(study).stream()
                        .map(SpaceAccount::computed)
                        .filter(Objects::nonNull)
                        .toList();
        store.saveCarbonEstimates(study.key(), study.parameters().periodYears(), estimates);
        new NetCarbonPattern(store).compute(study, progress);
        return new AnalysisResult(
                indices.computed(), indices.unchanged(), indices.removed(), JoinReport.of(store, study.key()));
    }

    /** The libraries that the file names, read from where they lie. */
    private CarbonLibrary libraryOf(StudyFile file) {
        return CarbonLibraries.read(file.factorFiles(), file.allometryFiles(), settings.limits());
    }

    private void keep(StudyFile file) {
        StudyFolder folder = StudyFolder.of(settings, file.key());
        folder.keepDefinitionsBeside(file.file());
        folder.keepLibraries(file);
    }

    private Study require(String key) {
        return store.study(key)
                .orElseThrow(() -> InvalidInputException.of(
                        "study '" + key + "'",
                        "there is no such study",
                        store.studies().isEmpty()
                                ? "run a study file first"
                                : "there are: "
                                        + String.join(
                                                ", ",
                                                store.studies().stream()
                                                        .map(Study::key)
                                                        .toList())));
    }

    private static boolean isStudyFile(String keyOrFile) {
        String lower = keyOrFile.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yml") || lower.endsWith(".yaml") || Files.isRegularFile(UserPath.of(keyOrFile));
    }
}
