package io.microscape.store.entity;

/**
 * A micro-space with what is joined to it by study and code.
 *
 * @param indices null when there are none
 * @param carbon null when there is none
 */
public record AtlasEntry(MicroSpaceEntity space, LandscapeIndicesEntity indices, CarbonAccountEntity carbon) {}
