package io.microscape.source;

import io.microscape.crs.CoordinateSystem;
import io.microscape.source.geometry.GeometryIntake;
import io.microscape.source.geometry.GeometryIntake.Shape;
import io.microscape.source.mapping.AttributeFilter;
import io.microscape.source.mapping.ColumnNames;
import io.microscape.source.mapping.FeatureMapper;
import io.microscape.source.mapping.FieldMapping;
import io.microscape.source.mapping.KindTargets;
import io.microscape.source.text.NameList;
import io.microscape.study.ImportReport;
import io.microscape.study.ImportSink;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Study;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;

/**
 * Brings a source into a study: reads it feature by feature, filters, finds the coordinate system, mends or rejects
 * geometries, removes exact duplicates and hands the domain's objects to a sink, in EPSG:4326. No feature is kept, so memory
 * does not grow with the file except by some 40 bytes a feature (120 for those with codes) for finding duplicates.
 */
public final class SourceImporter {
    /** Kinds of which every feature needs a target that nothing else can stand for. */
    private static final Map<SourceKind, List<String>> REQUIRED = Map.of(
            SourceKind.SURFACES, List.of("cover"),
            SourceKind.PLANTS, List.of("code", "species"),
            SourceKind.CARBON, List.of("code"),
            SourceKind.INVENTORY, List.of("code", "activity", "item", "quantity", "unit"),
            SourceKind.COMMUNITY_CARBON, List.of("community", "group", "component"),
            SourceKind.RENOVATION, List.of("community"));

    private static final int PROGRESS_STEP = 256;
    private static final int MAX_COLUMNS = 10_000;

    private final ImportLimits limits;

    public SourceImporter(ImportLimits limits) {
        this.limits = limits;
    }

    /**
     * Imports one source. What was pushed into the sink before an error is to be undone by its owner.
     *
     * @param spec file and how to read it
     * @param study the study; its CRS is that of files which state none
     * @param sink takes the features, in EPSG:4326
     * @param progress told bytes or features done
     * @return what was found
     * @throws InvalidInputException if the file cannot be used, or features were rejected and the source is not
     *     {@code valid_only}; the first line names file, feature and mend
     */
    public ImportReport importSource(SourceSpec spec, Study study, ImportSink sink, Progress progress) {
        ImportTally tally = new ImportTally(spec);
        try (FeatureReader reader = FeatureReaders.open(spec, limits)) {
            Columns columns = new Columns(reader.columns());
            FieldMapping fields = new FieldMapping(spec, columns.known);
            requireTargets(spec, columns.known);
            AttributeFilter filter = spec.where() == null ? null : new AttributeFilter(spec.fileName(), spec.where());
            if (filter != null && !columns.known.isEmpty()) {
                filter.requireColumns(columns.known);
            }
            Shape shape = shape(spec.kind());
            SourceCrs crs = hasPlaces(spec, shape, reader) ? SourceCrs.resolve(spec, reader.crs(), study.crs()) : null;
            GeometryIntake intake =
                    new GeometryIntake(shape, spec.kind() == SourceKind.COMMUNITIES, crs, metric(study), tally);
            boolean table = KindTargets.isTable(spec.kind());
            FeatureMapper mapper = new FeatureMapper(
                    spec.kind(), fields, sink, tally, study.parameters().periodYears());

            readAll(spec, reader, progress, tally, feature -> {
                columns.see(feature);
                if (filter != null && !filter.passes(feature)) {
                    tally.notes().count("features were left out by the filter (where)", feature.label());
                    return;
                }
                if (table) {
                    sink.at(spec.fileName() + ", " + feature.label());
                }
                accept(feature, tally, crs == null ? null : intake, mapper);
            });
            mapper.end();
            if (tally.readSoFar() > 0) {
                fields.requireColumns(columns.seen());
                requireTargets(spec, columns.seen());
                if (filter != null) {
                    filter.requireColumns(columns.seen());
                }
            }
            tally.requireUsable();
            noteCrs(crs, tally);
            return tally.report(reader, crs);
        } catch (InvalidInputException e) {
            throw e.in(spec.fileName());
        } catch (IOException e) {
            throw new InvalidInputException(
                    spec.fileName() + ": cannot be read (" + e.getMessage() + "); check the file and try again", e);
        }
    }

    static void readAll(
            SourceSpec spec, FeatureReader reader, Progress progress, ImportTally tally, FeatureAction action)
            throws IOException {
        String task = "reading " + spec.fileName();
        progress.at(task, 0, reader.total());
        long read = 0;
        while (true) {
            try {
                SourceFeature feature = reader.next();
                if (feature == null) {
                    break;
                }
                read = tally.read();
                action.take(feature);
            } catch (DamagedFeatureException e) {
                read = tally.read();
                tally.rejected(e.label(), e.reason());
            }
            if (read % PROGRESS_STEP == 0) {
                progress.at(task, reader.done(), reader.total());
            }
        }
        progress.at(task, reader.done(), reader.total());
    }

    private static void accept(SourceFeature feature, ImportTally tally, GeometryIntake intake, FeatureMapper mapper) {
        try {
            boolean accepted = false;
            for (Geometry geometry :
                    intake == null ? Collections.<Geometry>singletonList(null) : intake.take(feature)) {
                accepted |= mapper.map(feature, tally.readSoFar(), geometry);
            }
            if (accepted) {
                tally.accepted();
            }
        } catch (RejectedFeatureException e) {
            tally.rejected(feature.label(), e.getMessage());
        }
    }

    static void noteCrs(SourceCrs crs, ImportTally tally) {
        if (crs != null) {
            if (crs.note() != null) {
                tally.notes().add(crs.note());
            }
            crs.remarks().forEach(tally.notes()::add);
        }
    }

    /** Whether the source's features have geometries; communities may come as a plain table. */
    private static boolean hasPlaces(SourceSpec spec, Shape shape, FeatureReader reader) {
        boolean plainTable = !reader.hasGeometry();
        if (shape != Shape.NONE && plainTable && spec.kind() != SourceKind.COMMUNITIES) {
            throw InvalidInputException.of(
                    spec.fileName(),
                    "no column holds coordinates or WKT",
                    "name the columns with x and y; the file has: " + NameList.of(reader.columns()));
        }
        return shape != Shape.NONE && !plainTable;
    }

    private static void requireTargets(SourceSpec spec, Collection<String> columns) {
        for (String target : REQUIRED.getOrDefault(spec.kind(), List.of())) {
            if (!columns.isEmpty() && !spec.fields().containsKey(target) && ColumnNames.find(columns, target) == null) {
                throw InvalidInputException.of(
                        spec.fileName(),
                        "no column is called \"" + target + "\"",
                        "name one with --field " + target + "=COLUMN (fields: {" + target
                                + ": COLUMN}), or a constant as \"=value\"; its columns are: "
                                + NameList.of(columns));
            }
        }
    }

    private static Shape shape(SourceKind kind) {
        return switch (kind) {
            case SPACES, SURFACES, COMMUNITIES -> Shape.AREA;
            case ROADS -> Shape.LINE;
            case TREES, CANOPY -> Shape.AREA_OR_POINT;
            case PLANTS, CARBON, INVENTORY, COMMUNITY_CARBON, RENOVATION, OSM, CONTEXT -> Shape.NONE;
        };
    }

    private static CoordinateSystem metric(Study study) {
        if (study.crs() == null) {
            return null;
        }
        CoordinateSystem system = CoordinateSystem.of(study.crs());
        return system.metric() ? system : null;
    }

    /** What is done with a feature. */
    @FunctionalInterface
    interface FeatureAction {
        void take(SourceFeature feature);
    }

    /** The columns that a source says it has, or those that its features turn out to have. */
    private static final class Columns {
        private final List<String> known;
        private final Set<String> met = new TreeSet<>();

        Columns(List<String> known) {
            this.known = known;
        }

        void see(SourceFeature feature) {
            if (known.isEmpty() && met.size() < MAX_COLUMNS) {
                met.addAll(feature.attributes().keySet());
            }
        }

        Collection<String> seen() {
            return known.isEmpty() ? met : known;
        }
    }
}
