package io.microscape.store.entity;

/** Carbon accounts by code of a study. */
public interface CarbonAccountRepository extends CodedFeatureRepository<CarbonAccountEntity> {}
