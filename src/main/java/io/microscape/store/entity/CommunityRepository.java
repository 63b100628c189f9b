package io.microscape.store.entity;

/** Communities by code of a study. */
public interface CommunityRepository extends CodedFeatureRepository<CommunityEntity> {}
