package io.microscape.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five parts of a life-cycle carbon account; sinks count for it, emissions against it. */
public enum CarbonComponent {
    SOIL_SINK(true, "土壤碳汇"),
    VEGETATION_SINK(true, "植被碳汇"),
    MATERIAL_EMISSION(false, "材料碳排放"),
    CONSTRUCTION_EMISSION(false, "施工碳排放"),
    OPERATION_EMISSION(false, "运维碳排放");

    private final boolean sink;
    private final String zh;

    CarbonComponent(boolean sink, String zh) {
        this.sink = sink;
        this.zh = zh;
    }

    public boolean isSink() {
        return sink;
    }

    /** {@code soil_sink}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of the amount in kg CO2: {@code soil_sink_kg}. */
    public String column() {
        return key() + "_kg";
    }

    /** Name in both languages. */
    public LocalizedText title() {
        return new LocalizedText(key().replace('_', ' '), zh);
    }

    /** The component of that key or column. */
    public static Optional<CarbonComponent> of(String name) {
        return Arrays.stream(values())
                .filter(component ->
                        component.key().equals(name) || component.column().equals(name))
                .findFirst();
    }
}
