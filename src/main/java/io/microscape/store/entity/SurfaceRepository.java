package io.microscape.store.entity;

/** Surfaces of a study. */
public interface SurfaceRepository extends FeatureRepository<SurfaceEntity> {}
