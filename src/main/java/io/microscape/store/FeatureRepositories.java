package io.microscape.store;

import io.microscape.store.entity.CanopyRasterEntity;
import io.microscape.store.entity.CanopyTileRepository;
import io.microscape.store.entity.CarbonAccountRepository;
import io.microscape.store.entity.CommunityCarbonItemEntity;
import io.microscape.store.entity.CommunityEntity;
import io.microscape.store.entity.ContextRepository;
import io.microscape.store.entity.CrownRepository;
import io.microscape.store.entity.FeatureRepository;
import io.microscape.store.entity.InventoryItemEntity;
import io.microscape.store.entity.MicroSpaceRepository;
import io.microscape.store.entity.PlantingEntity;
import io.microscape.store.entity.RenovationEntity;
import io.microscape.store.entity.RoadEntity;
import io.microscape.store.entity.SurfaceEntity;
import io.microscape.study.SourceKind;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.Map;

/** The repositories of a study's features, within one transaction. */
record FeatureRepositories(EntityManager entities) {
    MicroSpaceRepository spaces() {
        return new MicroSpaceRepository(entities);
    }

    FeatureRepository<SurfaceEntity> surfaces() {
        return FeatureRepository.asImported(entities, SurfaceEntity.class);
    }

    FeatureRepository<RoadEntity> roads() {
        return FeatureRepository.asImported(entities, RoadEntity.class);
    }

    CrownRepository crowns() {
        return new CrownRepository(entities);
    }

    FeatureRepository<PlantingEntity> plantings() {
        return FeatureRepository.byCode(entities, PlantingEntity.class);
    }

    CarbonAccountRepository carbonAccounts() {
        return new CarbonAccountRepository(entities);
    }

    FeatureRepository<InventoryItemEntity> inventory() {
        return FeatureRepository.byCode(entities, InventoryItemEntity.class);
    }

    FeatureRepository<CommunityEntity> communities() {
        return FeatureRepository.byCode(entities, CommunityEntity.class);
    }

    FeatureRepository<CommunityCarbonItemEntity> communityCarbon() {
        return FeatureRepository.asImported(entities, CommunityCarbonItemEntity.class);
    }

    FeatureRepository<RenovationEntity> renovations() {
        return FeatureRepository.asImported(entities, RenovationEntity.class);
    }

    FeatureRepository<CanopyRasterEntity> canopyRasters() {
        return FeatureRepository.asImported(entities, CanopyRasterEntity.class);
    }

    ContextRepository context() {
        return new ContextRepository(entities);
    }

    CanopyTileRepository canopyTiles() {
        return new CanopyTileRepository(entities);
    }

    /** Features of each kind; a kind that has none counts 0. */
    Map<SourceKind, Long> counts(long studyId) {
        Map<SourceKind, Long> counts = new EnumMap<>(SourceKind.class);
        long ofCanopySources = crowns().countOfKind(studyId, SourceKind.CANOPY);
        counts.put(SourceKind.SPACES, spaces().countOfStudy(studyId));
        counts.put(SourceKind.SURFACES, surfaces().countOfStudy(studyId));
        counts.put(SourceKind.ROADS, roads().countOfStudy(studyId));
        counts.put(SourceKind.TREES, crowns().countOfStudy(studyId) - ofCanopySources);
        counts.put(SourceKind.CANOPY, canopyRasters().countOfStudy(studyId) + ofCanopySources);
        counts.put(SourceKind.PLANTS, plantings().countOfStudy(studyId));
        counts.put(SourceKind.CARBON, carbonAccounts().countOfStudy(studyId));
        counts.put(SourceKind.INVENTORY, inventory().countOfStudy(studyId));
        counts.put(SourceKind.COMMUNITIES, communities().countOfStudy(studyId));
        counts.put(SourceKind.COMMUNITY_CARBON, communityCarbon().countOfStudy(studyId));
        counts.put(SourceKind.RENOVATION, renovations().countOfStudy(studyId));
        return counts;
    }
}
