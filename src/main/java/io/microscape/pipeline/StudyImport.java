package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.MetricCrs;
import io.microscape.source.ImportLimits;
import io.microscape.source.SourceImporter;
import io.microscape.source.osm.OsmSource;
import io.microscape.source.raster.CanopyRasterSource;
import io.microscape.store.ImportSession;
import io.microscape.store.StudyStore;
import io.microscape.store.StudyStore.Origin;
import io.microscape.study.ImportReport;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import io.microscape.study.StudyFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/** Brings sources into the store; whatever is imported together becomes visible together, or not at all. */
final class StudyImport {
    private static final Set<SourceKind> UPSERTED =
            EnumSet.of(SourceKind.SPACES, SourceKind.CARBON, SourceKind.COMMUNITIES);

    private static final Set<SourceKind> OF_OSM =
            EnumSet.of(SourceKind.SPACES, SourceKind.SURFACES, SourceKind.ROADS, SourceKind.TREES);

    private final StudyStore store;
    private final ImportLimits limits;

    StudyImport(StudyStore store, ImportLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Imports all sources of a study file in one transaction. Every kind that the file names is replaced; a kind that an
     * earlier version of the file brought and this one does not name is removed.
     */
    List<ImportReport> importAll(StudyFile file, Progress progress) {
        Study study = new Study(file.key(), file.title(), file.crs(), file.parameters(), file.layers());
        List<SourceSpec> specs =
                file.sources().values().stream().flatMap(List::stream).toList();
        Set<SourceKind> replaced = EnumSet.noneOf(SourceKind.class);
        specs.forEach(spec -> replaced.addAll(kindsOf(spec.kind())));
        if (store.study(file.key()).isEmpty()) {
            store.save(study);
        } else {
            store.imports(file.key()).stream()
                    .filter(imported -> imported.origin() == Origin.STUDY_FILE)
                    .forEach(imported -> replaced.addAll(kindsOf(imported.report().kind())));
        }
        try (ImportSession session = store.beginImport(file.key())) {
            replaced.forEach(session::clear);
            session.clear(SourceKind.OSM);
            List<ImportReport> reports = importInto(session, study, specs, Origin.STUDY_FILE, progress);
            session.commit();
            return reports;
        }
    }

    /**
     * Imports one source into a study. Spaces, carbon accounts and communities replace those of the same code, every other
     * kind is replaced as a whole.
     *
     * @param replace also remove the spaces, accounts or communities that the file does not name
     */
    ImportReport importOne(Study study, SourceSpec spec, boolean replace, Progress progress) {
        boolean created = store.study(study.key()).isEmpty();
        if (created) {
            store.save(study);
        }
        boolean committed = false;
        try (ImportSession session = store.beginImport(study.key())) {
            kindsOf(spec.kind()).stream()
                    .filter(kind -> replace || !UPSERTED.contains(kind))
                    .forEach(session::clear);
            ImportReport report = importInto(session, study, List.of(spec), Origin.COMMAND, progress)
                    .get(0);
            session.commit();
            committed = true;
            return report;
        } finally {
            if (created && !committed) {
                store.delete(study.key());
            }
        }
    }

    private List<ImportReport> importInto(
            ImportSession session, Study study, List<SourceSpec> specs, Origin origin, Progress progress) {
        List<ImportReport> reports = new ArrayList<>();
        SpaceExtentSink sink = new SpaceExtentSink(session);
        String crsOfSpaces = null;
        for (SourceSpec spec : specs) {
            session.source(spec.kind(), spec.fileName());
            ImportReport report = read(spec, study, sink, progress);
            session.record(report, origin);
            reports.add(report);
            if (spec.kind() == SourceKind.SPACES && crsOfSpaces == null) {
                crsOfSpaces = report.crs();
            }
        }
        session.save(withMetricCrs(study, crsOfSpaces, sink.extent()));
        return reports;
    }

    private ImportReport read(SourceSpec spec, Study study, SpaceExtentSink sink, Progress progress) {
        return switch (spec.kind()) {
            case OSM -> OsmSource.read(spec, limits, sink, progress);
            case CANOPY -> isRaster(spec)
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

    /** The study's CRS as given, else the spaces' own if metric, else one chosen for where they lie. */
    private static Study withMetricCrs(Study study, String crsOfSpaces, Envelope extent) {
        if (study.crs() != null || extent.isNull()) {
            return study;
        }
        if (crsOfSpaces != null) {
            CoordinateSystem own = CoordinateSystem.of(crsOfSpaces);
            if (own.metric()) {
                return study.withCrs(own.code());
            }
        }
        return study.withCrs(MetricCrs.choose(extent).code());
    }

    private static Set<SourceKind> kindsOf(SourceKind kind) {
        return kind == SourceKind.OSM ? OF_OSM : EnumSet.of(kind);
    }
}
