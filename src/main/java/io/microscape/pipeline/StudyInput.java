package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.crs.ProjectionFit;
import io.microscape.landscape.CanopyGrid;
import io.microscape.landscape.CommunityLocator;
import io.microscape.landscape.InputDigests;
import io.microscape.landscape.Landscape;
import io.microscape.landscape.LandscapeBuilder;
import io.microscape.store.StudyStore;
import io.microscape.study.CanopyRaster;
import io.microscape.study.Community;
import io.microscape.study.CommunityMembership;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.SourceKind;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an analysis is made from.
 *
 * @param landscape the layers of the study in its metric CRS
 * @param digests of what the results of each space depend on
 * @param memberships the community of each space
 */
record StudyInput(Landscape landscape, InputDigests digests, List<CommunityMembership> memberships) {
    /**
     * Reads the layers of a study.
     *
     * @throws io.microscape.study.InvalidInputException if the study's CRS does not serve the place of a space
     */
    static StudyInput read(StudyStore store, Study study, Progress progress) {
        return new Reader(store).read(study, progress);
    }

    private record Reader(StudyStore store) {
        StudyInput read(Study study, Progress progress) {
            CoordinateSystem metric = CoordinateSystem.of(study.crs());
            CoordinateTransform toMetric = CoordinateTransform.between(CoordinateSystem.of("CRS:84"), metric);
            String key = study.key();
            Set<SourceKind> present = presentKinds(key);
            progress.at("reading the study", 0, -1);
            LandscapeBuilder landscape = Landscape.builder();
            CommunityLocator communities = communities(key, toMetric);
            List<CommunityMembership> memberships = new ArrayList<>();
            ProjectionFit projection = new ProjectionFit(metric);
            store.eachSpace(key, stored -> {
                projection.require(
                        "space " + stored.code(),
                        stored.geometry().getEnvelopeInternal().centre());
                MicroSpace space = stored.withGeometry(toMetric.apply(stored.geometry()));
                landscape.add(space);
                memberships.add(communities.of(space));
            });
            if (present.contains(SourceKind.SURFACES)) {
                landscape.withSurfaces();
                store.eachSurface(key, stored -> landscape.add(stored.withGeometry(toMetric.apply(stored.geometry()))));
            }
            if (present.contains(SourceKind.ROADS)) {
                landscape.withRoads();
                store.eachRoad(key, stored -> landscape.add(stored.withGeometry(toMetric.apply(stored.geometry()))));
            }
            if (hasCrowns(key, present)) {
                landscape.withCrowns();
                store.eachCrown(key, stored -> landscape.add(stored.withGeometry(toMetric.apply(stored.geometry()))));
            }
            canopyGrids(key, metric).forEach(landscape::add);
            if (present.contains(SourceKind.PLANTS)) {
                landscape.withPlantings();
                store.plantings(key).forEach(landscape::add);
            }
            Landscape built = landscape.build();
            progress.at("looking for changes", 0, -1);
            return new StudyInput(built, InputDigests.of(built, study.parameters()), memberships);
        }

        private CommunityLocator communities(String key, CoordinateTransform toMetric) {
            List<Community> communities = new ArrayList<>();
            store.eachCommunity(
                    key,
                    community -> communities.add(
                            community.geometry() == null
                                    ? community
                                    : community.withGeometry(toMetric.apply(community.geometry()))));
            return new CommunityLocator(communities);
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
}
