package io.microscape.pipeline;

import io.microscape.carbon.CarbonLibrary;
import io.microscape.carbon.MethodRegister;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.MetricCrs;
import io.microscape.source.ContextImporter;
import io.microscape.source.ImportLimits;
import io.microscape.source.SourceImporter;
import io.microscape.source.mapping.KindTargets;
import io.microscape.source.osm.OsmSource;
import io.microscape.source.raster.CanopyRasterSource;
import io.microscape.store.ImportSession;
import io.microscape.store.StudyStore;
import io.microscape.store.StudyStore.Origin;
import io.microscape.study.CarbonSettings;
import io.microscape.study.Community;
import io.microscape.study.ContextSource;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;

/** Brings sources into the store; whatever is imported together becomes visible together, or not at all. */
final class StudyImport {
    private static final Set<SourceKind> UPSERTED =
            EnumSet.of(SourceKind.SPACES, SourceKind.CARBON, SourceKind.COMMUNITIES);

    private static final Set<SourceKind> OF_OSM =
            EnumSet.of(SourceKind.SPACES, SourceKind.SURFACES, SourceKind.ROADS, SourceKind.TREES);

    private final StudyStore store;
    private final ImportLimits limits;
    private final Supplier<CarbonLibrary> library;

    /** @param library the study's library of factors and equations, asked for when something is to be accounted for */
    StudyImport(StudyStore store, ImportLimits limits, Supplier<CarbonLibrary> library) {
        this.store = store;
        this.limits = limits;
        this.library = library;
    }

    /**
     * Imports all sources of a study file in one transaction. Every kind that the file names is replaced; a kind that an
     * earlier version of the file brought and this one does not name is removed.
     */
    List<ImportReport> importAll(StudyFile file, Progress progress) {
        Study study = file.study();
        List<SourceSpec> specs =
                file.sources().values().stream().flatMap(List::stream).toList();
        Set<SourceKind> replaced = EnumSet.noneOf(SourceKind.class);
        List<String> osmFiles = new ArrayList<>();
        specs.forEach(spec -> replaced.addAll(kindsOf(spec.kind())));
        for (StudyStore.ImportRecord imported : store.imports(file.key())) {
            SourceKind kind = imported.report().kind();
            if (imported.origin() == Origin.STUDY_FILE) {
                replaced.addAll(kindsOf(kind));
            }
            if (kind == SourceKind.OSM) {
                osmFiles.add(imported.report().file());
            }
        }
        return inOneTransaction(study, session -> {
            replaced.forEach(session::clear);
            osmFiles.forEach(osm -> session.clear(SourceKind.OSM, osm));
            Set<String> kept = replaced.contains(SourceKind.SPACES) ? Set.of() : codes(study);
            List<ImportReport> reports = importInto(session, study, specs, kept, Origin.STUDY_FILE, progress);
            session.clearContext();
            for (ContextSource context : file.context()) {
                reports.add(importContext(session, study, context, progress));
            }
            return reports;
        });
    }

    /**
     * Imports one source into a study. Spaces, carbon accounts and communities replace those of the same code, every other
     * kind is replaced as a whole.
     *
     * @param replace also remove the spaces, accounts or communities that the file does not name
     */
    ImportReport importOne(Study study, SourceSpec spec, boolean replace, Progress progress) {
        return inOneTransaction(study, session -> {
                    kindsOf(spec.kind()).stream()
                            .filter(kind -> replace || !UPSERTED.contains(kind))
                            .forEach(session::clear);
                    Set<String> kept = spec.kind() == SourceKind.INVENTORY || spec.kind() == SourceKind.PLANTS
                            ? codes(study)
                            : Set.of();
                    return importInto(session, study, List.of(spec), kept, Origin.COMMAND, progress);
                })
                .get(0);
    }

    /** Commits what the work did, or undoes it, a study that was created for it included. */
    private List<ImportReport> inOneTransaction(Study study, Function<ImportSession, List<ImportReport>> work) {
        boolean created = store.study(study.key()).isEmpty();
        if (created) {
            store.save(study);
        }
        boolean committed = false;
        try (ImportSession session = store.beginImport(study.key())) {
            List<ImportReport> reports = work.apply(session);
            session.commit();
            committed = true;
            return reports;
        } finally {
            if (created && !committed) {
                store.delete(study.key());
            }
        }
    }

    /** Codes of the spaces that are in the store already. */
    private Set<String> codes(Study study) {
        Set<String> codes = new HashSet<>();
        store.eachSpace(study.key(), space -> codes.add(space.code()));
        return codes;
    }

    private List<ImportReport> importInto(
            ImportSession session,
            Study study,
            List<SourceSpec> specs,
            Set<String> keptCodes,
            Origin origin,
            Progress progress) {
        List<ImportReport> reports = new ArrayList<>();
        ImportObserver sink = new ImportObserver(session);
        ImportProblems problems = new ImportProblems();
        Map<String, Integer> uses = new HashMap<>();
        for (SourceSpec spec : specs) {
            int use = uses.merge(spec.kind() + spec.fileName(), 1, Integer::sum);
            String name = use == 1 ? spec.fileName() : spec.fileName() + " (" + use + ")";
            session.source(spec.kind(), name);
            try {
                reports.add(read(spec, study, sink, progress).withFile(name));
            } catch (InvalidInputException e) {
                problems.add(spec.fileName(), e);
                if (!KindTargets.isTable(spec.kind())) {
                    break; // tables are read on, so that all that is wrong with them is said at once
                }
            }
        }
        if (!sink.inventory().isEmpty()
                || !sink.sizedPlantings().isEmpty()
                || !study.carbon().equals(CarbonSettings.NONE)) {
            problems.addAll(new InventoryCheck(study, library.get()).problems(sink, keptCodes));
        }
        if (!sink.communityCarbon().isEmpty() || !sink.renovations().isEmpty()) {
            problems.addAll(communityProblems(study, sink, specs, origin));
        }
        problems.throwIfAny();
        noteMethods(sink.methods(), reports);
        Study placed = withMetricCrs(study, reports, sink.extent());
        if (placed.crs() != null) {
            sink.requireServed(
                    CoordinateSystem.of(placed.crs()),
                    specs.stream()
                            .filter(spec -> spec.kind() == SourceKind.SPACES || spec.kind() == SourceKind.OSM)
                            .map(SourceSpec::fileName)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        session.save(placed);
        reports.forEach(report -> session.record(report, origin));
        return reports;
    }

    private ImportReport importContext(ImportSession session, Study study, ContextSource context, Progress progress) {
        session.beginContext(context.layer());
        ContextImporter.Result result =
                new ContextImporter(context, limits, session::contextFeature).read(study.crs(), progress);
        session.endContext(result.table());
        return result.report();
    }

    /** Says in the reports of the accounts which of their methods are made for larger scales. */
    private void noteMethods(Map<String, Integer> methods, List<ImportReport> reports) {
        if (methods.isEmpty()) {
            return;
        }
        MethodRegister register = library.get().methods();
        methods.forEach((method, accounts) -> register.notForMicroSpaces(method)
                .ifPresent(warning -> reports.replaceAll(report -> report.kind() == SourceKind.CARBON
                        ? report.withNote(warning + " (" + accounts + " accounts)")
                        : report)));
    }

    /** Communities that are in the store count unless the import replaces them. */
    private List<String> communityProblems(
            Study study, ImportObserver imported, List<SourceSpec> specs, Origin origin) {
        List<Community> known = new ArrayList<>();
        boolean replaced =
                origin == Origin.STUDY_FILE && specs.stream().anyMatch(spec -> spec.kind() == SourceKind.COMMUNITIES);
        if (!replaced) {
            store.eachCommunity(study.key(), community -> known.add(community.withGeometry(null)));
        }
        known.addAll(imported.communities());
        return new StudyCommunities(store, library.get(), study)
                .problems(known, imported.communityCarbon(), imported.renovations());
    }

    private ImportReport read(SourceSpec spec, Study study, ImportObserver sink, Progress progress) {
        return switch (spec.kind()) {
            case OSM -> OsmSource.read(spec, limits, sink, progress);
            case CANOPY ->
                isRaster(spec)
                        ? CanopyRasterSource.read(
                                spec,
                                Optional.ofNullable(study.crs())
                                        .map(CoordinateSystem::of)
                                        .orElse(null),
                                limits,
                                sink,
                                progress)
                        : new SourceImporter(limits).importSource(spec, study, sink, progress);
            default -> new SourceImporter(limits).importSource(spec, study, sink, progress);
        };
    }

    private static boolean isRaster(SourceSpec spec) {
        String name = spec.fileName().toLowerCase(Locale.ROOT);
        return name.endsWith(".tif") || name.endsWith(".tiff");
    }

    /**
     * The study's CRS as given, else the spaces' own if metric, else one chosen for where they lie; a choice is noted in the
     * report of the spaces.
     */
    private static Study withMetricCrs(Study study, List<ImportReport> reports, Envelope extent) {
        if (study.crs() != null || extent.isNull()) {
            return study;
        }
        for (int i = 0; i < reports.size(); i++) {
            ImportReport report = reports.get(i);
            if (report.kind() == SourceKind.SPACES || report.kind() == SourceKind.OSM) {
                CoordinateSystem own = report.crs() == null ? null : CoordinateSystem.of(report.crs());
                if (own != null && own.metric()) {
                    reports.set(
                            i, report.withNote("indices are computed in " + own.code() + ", the CRS of the spaces"));
                    return study.withCrs(own.code());
                }
                MetricCrs chosen = MetricCrs.choose(extent);
                String code = chosen.system().code();
                reports.set(i, report.withNote("indices are computed in " + code + ": " + chosen.reason()));
                return study.withCrs(code);
            }
        }
        return study;
    }

    private static Set<SourceKind> kindsOf(SourceKind kind) {
        return kind == SourceKind.OSM ? OF_OSM : EnumSet.of(kind);
    }
}
