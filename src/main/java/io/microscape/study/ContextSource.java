package io.microscape.study;

/**
 * A context layer of a study file and the file that it is made from.
 *
 * @param geometry the kind of geometry to take from a file that mixes several; null when it holds only one
 */
public record ContextSource(ContextLayer layer, SourceSpec source, ContextTable.Kind geometry) {}
