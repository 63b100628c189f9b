package io.microscape.store.entity;

import tools.jackson.databind.json.JsonMapper;

/** The JSON mapper of the converters, made when first a value needs it: making it takes a noticeable part of a start. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}
}
