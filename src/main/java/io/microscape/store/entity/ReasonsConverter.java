package io.microscape.store.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Reasons of null values as JSON text; none at all are null, so that reading them needs no parser. */
@Converter
public class ReasonsConverter implements AttributeConverter<Map<String, String>, String> {
    @Override
    public String convertToDatabaseColumn(Map<String, String> reasons) {
        return reasons == null || reasons.isEmpty() ? null : Json.MAPPER.writeValueAsString(reasons);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String json) {
        return json == null ? Map.of() : Json.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
