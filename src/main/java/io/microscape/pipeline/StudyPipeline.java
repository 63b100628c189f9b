package io.microscape.pipeline;

import io.microscape.atlas.LayerPublisher;
import io.microscape.atlas.PublishedLayer;
import io.microscape.source.StudyFileReader;
import io.microscape.statistics.StatisticsRequest;
import io.microscape.statistics.StudyStatistics;
import io.microscape.store.StudyStore;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Progress;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyFile;
import io.microscape.study.StudyParameters;
import io.microscape.study.UserPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The way from files to maps: import, analyse, publish. Commands, HTTP and start-up all go through here. Each step is
 * atomic: what was there before stays until the step is complete.
 */
public final class StudyPipeline {
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
     * @param join codes without partner
     * @param layers the layers published
     */
    public record RunResult(Study study, List<ImportReport> imports, JoinReport join, List<PublishedLayer> layers) {}

    /** Imports, analyses, joins and publishes everything that the study file names. */
    public RunResult run(Path studyFile, Progress progress) {
        StudyFile file = StudyFileReader.read(studyFile);
        String fingerprint = StudyFingerprint.of(file);
        List<ImportReport> imports = new StudyImport(store, settings.limits()).importAll(file, progress);
        StudyFolder.of(settings, file.key()).keepDefinitionsBeside(file.file());
        Study study = require(file.key());
        if (study.crs() != null || file.context().isEmpty()) {
            new StudyAnalysis(store).analyse(study, progress);
        }
        List<PublishedLayer> layers = publish(file.key(), progress);
        store.saveFingerprint(file.key(), fingerprint);
        return new RunResult(study, imports, JoinReport.of(store, file.key()), layers);
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
        return new StudyImport(store, settings.limits()).importOne(study, spec, replace, progress);
    }

    /** Computes the indices of a study anew. */
    public JoinReport analyse(String key, Progress progress) {
        new StudyAnalysis(store).analyse(require(key), progress);
        return JoinReport.of(store, key);
    }

    /**
     * Statistics of a study's carbon accounts.
     *
     * @throws InvalidInputException if no sampled space has a carbon account, or a column is named that there is not
     */
    public StudyStatistics statistics(Study study, StatisticsRequest request) {
        StudySample read = StudySample.of(store, study);
        if (read.sample().size() == 0) {
            throw InvalidInputException.of(
                    "study " + study.key(),
                    "none of its sampled spaces has a carbon account",
                    "import carbon accounts first");
        }
        return StudyStatistics.of(study.key(), read.sample(), read.sampledWithoutAccount(), request);
    }

    /** Publishes the layers of a study anew. */
    public List<PublishedLayer> publish(String key, Progress progress) {
        Path definitions = StudyFolder.of(settings, key).path();
        return new LayerPublisher(settings.home()).publish(store, require(key), List.of(definitions), progress);
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
        Study given = new Study(file.key(), file.title(), file.crs(), file.parameters(), file.layers());
        Study study = store.study(file.key())
                .filter(known -> given.crs() == null)
                .map(known -> given.withCrs(known.crs()))
                .orElse(given);
        StudyFolder.of(settings, file.key()).keepDefinitionsBeside(file.file());
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
