package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.landscape.CanopyGrid;
import io.microscape.landscape.CommunityLocator;
import io.microscape.landscape.IndexEngine;
import io.microscape.landscape.Landscape;
import io.microscape.landscape.MetricEngine;
import io.microscape.store.StudyStore;
import io.microscape.study.CanopyRaster;
import io.microscape.study.Community;
import io.microscape.study.CommunityMembership;
import io.microscape.study.Crown;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a study's layers in its metric CRS, has the indices computed, and stores them. */
final class StudyAnalysis {
    private final StudyStore store;

    StudyAnalysis(StudyStore store) {
        this.store = store;
    }

    /** Computes and stores the indices of every space; the old ones stay until the new ones are complete. */
    List<LandscapeIndices> analyse(Study study, Progress progress) {
        if (study.crs() == null) {
            throw InvalidInputException.of(
                    "study " + study.key(), "it has no micro-spaces yet", "import spaces or osm first");
        }
        Landscape landscape = landscapeOf(study, progress);
        List<LandscapeIndices> basic = new IndexEngine(study.parameters()).compute(landscape, progress);
        MetricEngine.Result result = new MetricEngine(study.parameters()).compute(landscape, basic, progress);
        store.saveMemberships(study.key(), memberships(study, landscape.spaces(), progress));
        store.saveIndices(study.key(), study.parameters(), result.indices(), result.connectivity());
        return result.indices();
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
