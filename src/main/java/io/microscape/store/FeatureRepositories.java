package io.microscape.store;

import io.microscape.store.entity.CanopyRasterRepository;
import io.microscape.store.entity.CanopyTileRepository;
import io.microscape.store.entity.CarbonAccountRepository;
import io.microscape.store.entity.CommunityRepository;
import io.microscape.store.entity.CrownRepository;
import io.microscape.store.entity.MicroSpaceRepository;
import io.microscape.store.entity.PlantingRepository;
import io.microscape.store.entity.RoadRepository;
import io.microscape.store.entity.SurfaceRepository;
import io.microscape.study.SourceKind;
import java.util.EnumMap;
import java.util.Map;

/** The repositories of a study's features. */
record FeatureRepositories(
        MicroSpaceRepository spaces,
        SurfaceRepository surfaces,
        RoadRepository roads,
        CrownRepository crowns,
        PlantingRepository plantings,
        CarbonAccountRepository carbonAccounts,
        CommunityRepository communities,
        CanopyRasterRepository canopyRasters,
        CanopyTileRepository canopyTiles) {

    /** Features of each kind; a kind that has none counts 0. */
    Map<SourceKind, Long> counts(long studyId) {
        Map<SourceKind, Long> counts = new EnumMap<>(SourceKind.class);
        long ofCanopySources = crowns.countOfKind(studyId, SourceKind.CANOPY);
        counts.put(SourceKind.SPACES, spaces.countOfStudy(studyId));
        counts.put(SourceKind.SURFACES, surfaces.countOfStudy(studyId));
        counts.put(SourceKind.ROADS, roads.countOfStudy(studyId));
        counts.put(SourceKind.TREES, crowns.countOfStudy(studyId) - ofCanopySources);
        counts.put(SourceKind.CANOPY, canopyRasters.countOfStudy(studyId) + ofCanopySources);
        counts.put(SourceKind.PLANTS, plantings.countOfStudy(studyId));
        counts.put(SourceKind.CARBON, carbonAccounts.countOfStudy(studyId));
        counts.put(SourceKind.COMMUNITIES, communities.countOfStudy(studyId));
        return counts;
    }
}
