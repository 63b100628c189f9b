package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.landscape.CanopyGrid;
import io.microscape.landscape.IndexEngine;
import io.microscape.landscape.Landscape;
import io.microscape.landscape.LandscapeBuilder;
import io.microscape.store.StudyStore;
import io.microscape.study.CanopyRaster;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        List<LandscapeIndices> indices =
                new IndexEngine(study.parameters()).compute(landscapeOf(study, progress), progress);
        store.saveIndices(study.key(), study.parameters(), indices);
        return indices;
    }

    private Landscape landscapeOf(Study study, Progress progress) {
        CoordinateSystem metric = CoordinateSystem.of(study.crs());
        CoordinateTransform toMetric = CoordinateTransform.between(CoordinateSystem.of("CRS:84"), metric);
        String key = study.key();
        Set<SourceKind> present = presentKinds(key);
        progress.at("reading the study", 0, -1);
        LandscapeBuilder landscape = Landscape.builder();
        store.eachSpace(key, space -> landscape.add(space.withGeometry(toMetric.apply(space.geometry()))));
        if (present.contains(SourceKind.SURFACES)) {
            landscape.withSurfaces();
            store.eachSurface(key, surface -> landscape.add(surface.withGeometry(toMetric.apply(surface.geometry()))));
        }
        if (present.contains(SourceKind.ROADS)) {
            landscape.withRoads();
            store.eachRoad(key, road -> landscape.add(road.withGeometry(toMetric.apply(road.geometry()))));
        }
        if (hasCrowns(key, present)) {
            landscape.withCrowns();
            store.eachCrown(key, crown -> landscape.add(crown.withGeometry(toMetric.apply(crown.geometry()))));
        }
        canopyGrids(key, metric).forEach(landscape::add);
        if (present.contains(SourceKind.PLANTS)) {
            landscape.withPlantings();
            store.plantings(key).forEach(landscape::add);
        }
        return landscape.build();
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
        return grids;
    }
}
