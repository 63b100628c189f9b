package io.microscape.study;

import java.nio.file.Path;

/** A vector file published as it is under or over the study's maps (schools, bus stops). */
public record ContextLayer(
        String name,
        LocalizedText title,
        Path file,
        String style,
        boolean queryable,
        String description,
        String attribution) {}
