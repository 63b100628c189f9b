package io.microscape.store.entity;

import io.microscape.study.ImportReport;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** An import report as JSON text. */
@Converter
public class ReportConverter implements AttributeConverter<ImportReport, String> {
    @Override
    public String convertToDatabaseColumn(ImportReport report) {
        return report == null ? null : Json.MAPPER.writeValueAsString(report);
    }

    @Override
    public ImportReport convertToEntityAttribute(String json) {
        return json == null ? null : Json.MAPPER.readValue(json, ImportReport.class);
    }
}
