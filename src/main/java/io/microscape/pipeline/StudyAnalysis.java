package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.landscape.CanopyGrid;
import io.microscape.landscape.CommunityLocator;
import io.microscape.landscape.IndexEngine;
import io.microscape.landscape.InputDigests;
import io.microscape.landscape.Landscape;
import io.microscape.landscape.MetricEngine;
import io.microscape.store.IndexChanges;
import io.microscape.store.IndexDigests;
import io.microscape.store.StudyStore;
import io.microscape.study.CanopyRaster;
import io.microscape.study.Community;
import io.microscape.study.CommunityMembership;
import io.microscape.study.Crown;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MetricGroup;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.SpaceConnectivity;
import io.microscape.study.Study;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a study's layers in its metric CRS, has the indices computed, and stores them. */
final class StudyAnalysis {
    private static final IndexDigests NOTHING_STORED = new IndexDigests(Map.of(), null);

    private final StudyStore store;

    StudyAnalysis(StudyStore store) {
        this.store = store;
    }

    /** How many spaces had their indices computed, kept theirs, or are no more. */
    record Counts(int computed, int unchanged, int removed) {}

    /**
     * Computes the indices of the spaces for which something they depend on has changed, and stores them in one transaction:
     * the old ones stay until the new ones are complete.
     *
     * @param all compute every space, changed or not
     */
    Counts analyse(Study study, boolean all, Progress progress) {
        if (study.crs() == null) {
            throw InvalidInputException.of(
                    "study " + study.key(), "it has no micro-spaces yet", "import spaces or osm first");
        }
        Landscape landscape = landscapeOf(study, progress);
        progress.at("looking for changes", 0, -1);
        InputDigests digests = InputDigests.of(landscape, study.parameters());
        StaleSpaces stale =
                StaleSpaces.among(landscape, digests, all ? NOTHING_STORED : store.indexDigests(study.key()));
        boolean ofAll = study.parameters().metrics().has(MetricGroup.CONNECTIVITY) && stale.ofAll();
        IndexChanges changes = changes(study, landscape, digests, stale, ofAll, progress);
        progress.at("storing indices", 0, -1);
        if (all || !changes.isEmpty()) {
            store.changeIndices(study.key(), changes);
        }
        store.saveMemberships(study.key(), memberships(study, landscape.spaces(), progress));
        int computed = stale.places().cardinality();
        return new Counts(
                computed, landscape.spaces().size() - computed, stale.gone().size());
    }

    private static IndexChanges changes(
            Study study,
            Landscape landscape,
            InputDigests digests,
            StaleSpaces stale,
            boolean ofAll,
            Progress progress) {
        LandscapeIndices[] basic = new LandscapeIndices[landscape.spaces().size()];
        if (!stale.places().isEmpty()) {
            new IndexEngine(study.parameters())
                    .compute(landscape, stale.places(), progress, (space, indices) -> basic[space] = indices);
        }
        MetricEngine.Result result = stale.places().isEmpty() && !ofAll
                ? new MetricEngine.Result(List.of(), List.of(), List.of())
                : new MetricEngine(study.parameters()).compute(landscape, Arrays.asList(basic), ofAll, progress);
        Map<String, String> digestsByCode = new HashMap<>();
        List<LandscapeIndices> computed = new ArrayList<>();
        stale.places().stream().forEach(place -> {
            computed.add(result.indices().get(place));
            digestsByCode.put(landscape.spaces().get(place).code(), digests.ofSpace(place));
        });
        Map<String, List<SpaceConnectivity>> importance = new HashMap<>();
        for (int place = 0; place < result.importance().size(); place++) {
            importance.put(
                    landscape.spaces().get(place).code(), result.importance().get(place));
        }
        return new IndexChanges(
                study.parameters(),
                computed,
                digestsByCode,
                stale.gone(),
                stale.ofAll() ? new IndexChanges.OfAll(result.connectivity(), importance, digests.ofStudy()) : null);
    }

    private List<CommunityMembership> memberships(Study study, List<MicroSpace> spaces, Progress progress) {
        progress.at("communities", 0, -1);
        CoordinateTransform toMetric = toMetric(study);
        CommunityLocator locator = new CommunityLocator(read(
                study,
                store::eachCommunity,
                (Community c) -> c.geometry() == null ? c : c.withGeometry(toMetric.apply(c.geometry()))));
        return spaces.stream().map(locator::of).toList();
    }

    private static CoordinateTransform toMetric(Study study) {
        return CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(study.crs()));
    }

    private Landscape landscapeOf(Study study, Progress progress) {
        CoordinateSystem metric = CoordinateSystem.of(study.crs());
        CoordinateTransform toMetric = toMetric(study);
        Set<SourceKind> present = presentKinds(study.key());
        progress.at("reading the study", 0, -1);
        return new Landscape(
                read(study, store::eachSpace, (MicroSpace s) -> s.withGeometry(toMetric.apply(s.geometry()))),
                present.contains(SourceKind.SURFACES)
                        ? read(study, store::eachSurface, (Surface s) -> s.withGeometry(toMetric.apply(s.geometry())))
                        : null,
                present.contains(SourceKind.ROADS)
                        ? read(study, store::eachRoad, (Road r) -> r.withGeometry(toMetric.apply(r.geometry())))
                        : null,
                hasCrowns(study.key(), present)
                        ? read(study, store::eachCrown, (Crown c) -> c.withGeometry(toMetric.apply(c.geometry())))
                        : null,
                canopyGrids(study.key(), metric),
                present.contains(SourceKind.PLANTS) ? store.plantings(study.key()) : null);
    }

    private static <T> List<T> read(Study study, BiConsumer<String, Consumer<T>> source, Function<T, T> transform) {
        List<T> all = new ArrayList<>();
        source.accept(study.key(), item -> all.add(transform.apply(item)));
        return all;
    }

    /** Kinds that were looked at, even if nothing was found. */
    private Set<SourceKind> presentKinds(String key) {
        Set<SourceKind> kinds = EnumSet.noneOf(SourceKind.class);
        for (StudyStore.ImportRecord imported : store.imports(key)) {
            if (imported.report().kind() == SourceKind.OSM) {
                kinds.addAll(EnumSet.of(SourceKind.SURFACES, SourceKind.ROADS, SourceKind.TREES));
            } else {
                kinds.add(imported.report().kind());
            }
        }
        return kinds;
    }

    /** Crowns come as trees, or as canopy polygons; a study of a canopy raster alone has none. */
    private boolean hasCrowns(String key, Set<SourceKind> present) {
        return present.contains(SourceKind.TREES)
                || present.contains(SourceKind.CANOPY)
                        && store.canopyRasters(key).isEmpty();
    }

    private List<CanopyGrid> canopyGrids(String key, CoordinateSystem metric) {
        List<CanopyRaster> rasters = store.canopyRasters(key);
        List<CanopyGrid> grids = new ArrayList<>();
        for (int i = 0; i < rasters.size(); i++) {
            StoredCanopyGrid grid = new StoredCanopyGrid(rasters.get(i), metric);
            store.eachCanopyTile(key, i, grid::add);
            grids.add(grid);
        }
        return grids.isEmpty() ? null : grids;
    }
}
