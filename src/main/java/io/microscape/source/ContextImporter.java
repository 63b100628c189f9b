package io.microscape.source;

import io.microscape.source.geometry.GeometryIntake;
import io.microscape.source.geometry.GeometryIntake.Shape;
import io.microscape.source.mapping.AttributeFilter;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextLayer;
import io.microscape.study.ContextSource;
import io.microscape.study.ContextTable;
import io.microscape.study.ContextTable.Kind;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LayerDimension;
import io.microscape.study.Progress;
import io.microscape.study.SourceSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Puntal;

/**
 * Reads a vector file as it is: every attribute with its type, geometries of one kind, in EPSG:4326. Nothing is looked
 * for in it and no duplicate is removed. Features go to a sink one by one; what stays are the columns.
 */
public final class ContextImporter {
    private static final int MAX_COLUMNS = 1_000;

    private final ContextSource context;
    private final ImportLimits limits;
    private final Consumer<ContextFeature> sink;
    private final ImportTally tally;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<ContextTable.Type> types = new ArrayList<>();
    private final List<DimensionExtent> dimensions;
    private Kind kind;

    /**
     * @param context the file and what it is published as
     * @param sink takes the features
     */
    public ContextImporter(ContextSource context, ImportLimits limits, Consumer<ContextFeature> sink) {
        this.context = context;
        this.limits = limits;
        this.sink = sink;
        this.tally = new ImportTally(context.source());
        this.kind = context.geometry();
        this.dimensions = context.layer().traits().dimensions().stream()
                .map(dimension ->
                        new DimensionExtent(dimension, context.source().fileName()))
                .toList();
    }

    /** What was read: what the layer holds, and the report of its file. */
    public record Result(ContextTable table, ImportReport report) {}

    /**
     * Reads the whole file. What was pushed into the sink before an error is to be undone by its owner.
     *
     * @param studyCrs the study's metric CRS, taken for a file that states none; may be null
     * @throws InvalidInputException if the file cannot be used, holds no feature, mixes kinds of geometry of which none was
     *     chosen, or features were rejected and it is not {@code valid_only}; the first line names file, feature and mend
     */
    public Result read(String studyCrs, Progress progress) {
        SourceSpec spec = context.source();
        try (FeatureReader reader = FeatureReaders.open(spec, limits)) {
            reader.columns().forEach(this::place);
            AttributeFilter filter = spec.where() == null ? null : new AttributeFilter(spec.fileName(), spec.where());
            SourceCrs crs = SourceCrs.resolve(spec, reader.crs(), studyCrs);
            GeometryIntake intake = new GeometryIntake(Shape.ANY, false, crs, null, tally);
            SourceImporter.readAll(spec, reader, progress, tally, feature -> accept(feature, filter, intake));
            if (filter != null && tally.readSoFar() > 0) {
                filter.requireColumns(places.keySet());
            }
            tally.requireUsable();
            if (kind == null) {
                throw InvalidInputException.of(
                        spec.fileName(), "it has no feature to publish", "check the file, its layer and where");
            }
            SourceImporter.noteCrs(crs, tally);
            return new Result(table(), tally.report(reader, crs));
        } catch (InvalidInputException e) {
            throw e.in(spec.fileName());
        } catch (IOException e) {
            throw new InvalidInputException(
                    spec.fileName() + ": cannot be read (" + e.getMessage() + "); check the file and try again", e);
        }
    }

    private void accept(SourceFeature feature, AttributeFilter filter, GeometryIntake intake) {
        feature.attributes().keySet().forEach(this::place);
        if (filter != null && !filter.passes(feature)) {
            tally.notes().count("features were left out by the filter (where)", feature.label());
            return;
        }
        try {
            Geometry given = feature.geometry();
            if (context.geometry() != null
                    && given != null
                    && !given.isEmpty()
                    && GeometryIntake.isOfOneSort(given)
                    && kindOf(given) != kind) {
                tally.notes().count("features of another kind of geometry were left out", feature.label());
                return;
            }
            List<Object> values = values(feature);
            List<Geometry> geometries = intake.take(feature);
            for (Geometry geometry : geometries) {
                requireKind(geometry);
            }
            gatherDimensions(feature, values);
            for (Geometry geometry : geometries) {
                sink.accept(new ContextFeature(geometry, values));
            }
            tally.accepted();
        } catch (RejectedFeatureException e) {
            tally.rejected(feature.label(), e.getMessage());
        }
    }

    private ContextTable table() {
        List<ContextTable.Column> columns = columns();
        ContextLayer layer = context.layer()
                .withDimensions(dimensions.stream()
                        .map(dimension -> dimension.found(columns))
                        .toList());
        return new ContextTable(layer, kind, columns);
    }

    private void gatherDimensions(SourceFeature feature, List<Object> values) throws RejectedFeatureException {
        for (int i = 0; i < dimensions.size(); i++) {
            LayerDimension dimension = context.layer().traits().dimensions().get(i);
            Integer place = places.get(dimension.attribute());
            if (!dimensions.get(i).add(place == null ? null : values.get(place))) {
                tally.notes()
                        .count(
                                "features have no value of the dimension " + dimension.name()
                                        + " and are on no map that asks for one",
                                feature.label());
            }
        }
    }

    private void requireKind(Geometry geometry) throws RejectedFeatureException {
        Kind found = kindOf(geometry);
        if (kind == null) {
            kind = found;
        }
        if (found != kind) {
            throw new RejectedFeatureException("is of the " + word(found) + ", but those before it are " + word(kind)
                    + ": a layer has one kind, name the file in two layers with geometry: " + word(kind)
                    + " and geometry: " + word(found));
        }
    }

    private List<Object> values(SourceFeature feature) {
        Object[] values = new Object[places.size()];
        feature.attributes().forEach((name, given) -> {
            Object value = storable(given, feature);
            int place = places.get(name);
            values[place] = value;
            if (value != null) {
                ContextTable.Type type = ContextTable.Type.of(value);
                types.set(
                        place,
                        types.get(place) == null ? type : types.get(place).with(type));
            }
        });
        return Arrays.asList(values);
    }

    private Object storable(Object value, SourceFeature feature) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            double decimal = number.doubleValue();
            if (!Double.isFinite(decimal)) {
                tally.notes().count("values that are no finite number were left empty", feature.label());
                return null;
            }
            return ContextTable.Type.of(number) == ContextTable.Type.INTEGER ? (Object) number.longValue() : decimal;
        }
        return value.toString();
    }

    private void place(String column) {
        if (!places.containsKey(column)) {
            if (places.size() == MAX_COLUMNS) {
                throw InvalidInputException.of(
                        context.source().fileName(),
                        "it has more than " + MAX_COLUMNS + " attributes",
                        "publish a file with fewer");
            }
            places.put(column, places.size());
            types.add(null);
        }
    }

    /** A column without a single value is text. */
    private List<ContextTable.Column> columns() {
        return places.entrySet().stream()
                .map(entry -> {
                    ContextTable.Type type = types.get(entry.getValue());
                    return new ContextTable.Column(entry.getKey(), type == null ? ContextTable.Type.TEXT : type);
                })
                .toList();
    }

    private static Kind kindOf(Geometry geometry) {
        if (geometry instanceof Puntal) {
            return Kind.POINTS;
        }
        return geometry instanceof Lineal ? Kind.LINES : Kind.POLYGONS;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
