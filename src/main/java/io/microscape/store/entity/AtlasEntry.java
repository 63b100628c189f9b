package io.microscape.store.entity;

/**
 * A micro-space with its indices, joined by study and code.
 *
 * @param indices null when there are none
 */
public record AtlasEntry(MicroSpaceEntity space, LandscapeIndicesEntity indices) {}
