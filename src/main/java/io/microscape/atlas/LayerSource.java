package io.microscape.atlas;

import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.LayerDefinition.Source;
import io.microscape.store.StudyStore;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.CommunitySummary;
import io.microscape.study.ContextFeature;
import io.microscape.study.ContextTable;
import io.microscape.study.Crown;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Remarks;
import io.microscape.study.Road;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * What a layer's features are made from: how the store is read, and which columns each feature can carry.
 *
 * @param geometry kind of geometry of the features
 * @param features geometry of a row; null for a row that has no place on a map
 * @param columns all columns that a definition can name
 * @param reader reads all rows of a study in the store's order
 */
record LayerSource<T>(
        GeometryType geometry, Function<T, Geometry> features, List<SourceColumn<T>> columns, Reader<T> reader) {

    /** Reads all rows of a study. */
    interface Reader<T> {
        void each(StudyStore store, String study, Consumer<T> action);
    }

    /**
     * A column and how it is read from a row and its number (from 1).
     *
     * @param attribute name, type, unit and title
     * @param definition what the value means
     */
    record SourceColumn<T>(
            PublishedLayer.Attribute attribute, LocalizedText definition, BiFunction<T, Long, Object> value) {}

    /** The source of that kind for a study of those parameters. */
    static LayerSource<?> of(Source source, StudyParameters parameters) {
        return switch (source) {
            case SPACES -> spaces(parameters);
            case SURFACES -> surfaces();
            case ROADS -> roads();
            case CROWNS -> crowns();
            case COMMUNITIES -> communities(parameters);
            case CONTEXT -> throw new IllegalArgumentException("a context layer is described by its table");
        };
    }

    /**
     * Checks that the source has columns of all those names.
     *
     * @param file the definition's file, for the message
     * @throws InvalidInputException if one is missing; it lists what exists
     */
    void checkAttributes(String file, List<String> names) {
        for (String name : names) {
            if (columns.stream().noneMatch(column -> column.attribute().name().equals(name))) {
                throw InvalidInputException.of(
                        file,
                        "there is no attribute " + name,
                        "there are "
                                + columns.stream()
                                        .map(column -> column.attribute().name())
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    /** The columns of those names, in that order. */
    List<SourceColumn<T>> columns(List<String> names) {
        return names.stream()
                .map(name -> columns.stream()
                        .filter(column -> column.attribute().name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static LayerSource<AtlasRow> spaces(StudyParameters parameters) {
        List<AtlasColumn> ofAtlas = AtlasColumns.of(parameters);
        List<SourceColumn<AtlasRow>> columns = Stream.concat(ofAtlas.stream(), Stream.of(Remarks.column(ofAtlas)))
                .map(column -> new SourceColumn<AtlasRow>(
                        new PublishedLayer.Attribute(column.name(), column.type(), column.unit(), column.title()),
                        column.definition(),
                        (row, number) -> column.valueOf(row)))
                .toList();
        return new LayerSource<>(
                GeometryType.POLYGON, row -> row.space().geometry(), columns, StudyStore::eachAtlasRow);
    }

    private static LayerSource<Surface> surfaces() {
        return new LayerSource<>(
                GeometryType.POLYGON,
                Surface::geometry,
                List.of(
                        number(),
                        column(
                                "cover",
                                String.class,
                                "cover",
                                "覆盖类型",
                                surface -> surface.cover().key())),
                StudyStore::eachSurface);
    }

    private static LayerSource<Road> roads() {
        return new LayerSource<>(
                GeometryType.LINE,
                Road::geometry,
                List.of(
                        number(),
                        column("name", String.class, "name", "名称", Road::name),
                        column("highway", String.class, "class", "道路等级", Road::highway),
                        column("bridge", Boolean.class, "bridge", "桥梁", Road::bridge),
                        column("tunnel", Boolean.class, "tunnel", "隧道", Road::tunnel),
                        column("level", Integer.class, "level", "层", Road::level)),
                StudyStore::eachRoad);
    }

    private static LayerSource<Crown> crowns() {
        return new LayerSource<>(
                GeometryType.POLYGON,
                CrownDisc::of,
                List.of(
                        number(),
                        new SourceColumn<>(
                                new PublishedLayer.Attribute(
                                        "diameter_m", Double.class, "m", new LocalizedText("crown diameter", "冠幅")),
                                new LocalizedText("crown diameter of a tree given as a point", "以点表示的树木的冠幅"),
                                (crown, row) -> crown.diameterM()),
                        column("species", String.class, "species", "树种", Crown::species)),
                StudyStore::eachCrown);
    }

    private static LayerSource<CommunitySummary> communities(StudyParameters parameters) {
        return new LayerSource<>(
                GeometryType.POLYGON,
                summary -> summary.community().geometry(),
                CommunityColumns.of(parameters),
                (store, study, action) -> store.communitySummaries(study).forEach(action));
    }

    /** The source of a context layer: its own attributes, after a number unless one of them is called {@code id}. */
    static LayerSource<ContextFeature> context(ContextTable table) {
        List<SourceColumn<ContextFeature>> columns = new ArrayList<>();
        if (table.columns().stream().noneMatch(column -> column.name().equals("id"))) {
            columns.add(number());
        }
        for (int i = 0; i < table.columns().size(); i++) {
            int place = i;
            ContextTable.Column column = table.columns().get(i);
            columns.add(new SourceColumn<>(
                    new PublishedLayer.Attribute(
                            column.name(), column.type().valueClass(), "", new LocalizedText(column.name(), null)),
                    new LocalizedText(null, null),
                    (feature, number) -> place < feature.values().size()
                            ? column.type().convert(feature.values().get(place))
                            : null));
        }
        GeometryType geometry = switch (table.geometry()) {
            case POINTS -> GeometryType.POINT;
            case LINES -> GeometryType.LINE;
            case POLYGONS -> GeometryType.POLYGON;
        };
        return new LayerSource<>(
                geometry,
                ContextFeature::geometry,
                List.copyOf(columns),
                (store, study, action) ->
                        store.eachContextFeature(study, table.layer().name(), action));
    }

    private static <T> SourceColumn<T> number() {
        return new SourceColumn<>(
                new PublishedLayer.Attribute("id", Long.class, "", new LocalizedText("number", "序号")),
                new LocalizedText("row number in the study", "在研究中的序号"),
                (row, number) -> number);
    }

    static <T> SourceColumn<T> column(String name, Class<?> type, String en, String zh, Function<T, Object> value) {
        return new SourceColumn<>(
                new PublishedLayer.Attribute(name, type, "", new LocalizedText(en, zh)),
                new LocalizedText(null, null),
                (row, number) -> value.apply(row));
    }
}
