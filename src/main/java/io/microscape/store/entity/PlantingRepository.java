package io.microscape.store.entity;

/** Plant records by code of a study. */
public interface PlantingRepository extends CodedFeatureRepository<PlantingEntity> {}
