package io.microscape.store.entity;

/** Canopy rasters of a study. */
public interface CanopyRasterRepository extends FeatureRepository<CanopyRasterEntity> {}
