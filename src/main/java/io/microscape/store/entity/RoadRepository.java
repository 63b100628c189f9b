package io.microscape.store.entity;

/** Roads of a study. */
public interface RoadRepository extends FeatureRepository<RoadEntity> {}
