package io.microscape.store.entity;

import io.microscape.study.ContextTable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The description of a context layer as JSON text. */
@Converter
public class ContextTableConverter implements AttributeConverter<ContextTable, String> {
    @Override
    public String convertToDatabaseColumn(ContextTable table) {
        return table == null ? null : Json.MAPPER.writeValueAsString(table);
    }

    @Override
    public ContextTable convertToEntityAttribute(String json) {
        return json == null ? null : Json.MAPPER.readValue(json, ContextTable.class);
    }
}
