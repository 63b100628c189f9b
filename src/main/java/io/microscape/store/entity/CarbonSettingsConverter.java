package io.microscape.store.entity;

import io.microscape.study.CarbonSettings;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** What a study chooses for its carbon accounts as JSON text; nothing chosen is null. */
@Converter
public class CarbonSettingsConverter implements AttributeConverter<CarbonSettings, String> {
    @Override
    public String convertToDatabaseColumn(CarbonSettings settings) {
        return settings == null || settings.equals(CarbonSettings.NONE)
                ? null
                : Json.MAPPER.writeValueAsString(settings);
    }

    @Override
    public CarbonSettings convertToEntityAttribute(String json) {
        return json == null ? CarbonSettings.NONE : Json.MAPPER.readValue(json, CarbonSettings.class);
    }
}
