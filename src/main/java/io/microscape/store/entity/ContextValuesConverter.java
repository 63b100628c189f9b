package io.microscape.store.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The values of a context feature as a JSON array. */
@Converter
public class ContextValuesConverter implements AttributeConverter<List<Object>, String> {
    @Override
    public String convertToDatabaseColumn(List<Object> values) {
        return Json.MAPPER.writeValueAsString(values);
    }

    @Override
    public List<Object> convertToEntityAttribute(String json) {
        return Json.MAPPER.readValue(json, new TypeReference<List<Object>>() {});
    }
}
