package io.microscape.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The emission stages of the carbon account, as modules of EN 15978 (GB/T 51366 divides alike): material production and
 * transport A1 to A4, construction A5, operation and maintenance B1 to B7. The end of life (C) lies outside the account.
 */
public enum LifeCycleStage {
    MATERIAL("A1-A4", "材料", "材料生产", "材料生产与运输", "建材"),
    CONSTRUCTION("A5", "施工", "建造", "场地施工", "施工建造"),
    OPERATION("B", "运维", "运营", "运营维护", "养护");

    private final String modules;
    private final String[] zh;

    LifeCycleStage(String modules, String... zh) {
        this.modules = modules;
        this.zh = zh;
    }

    /** {@code material}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Modules of EN 15978. */
    public String modules() {
        return modules;
    }

    public LocalizedText title() {
        return new LocalizedText(key(), zh[0]);
    }

    /** The component of the account that the stage's emissions add up to. */
    public CarbonComponent component() {
        return switch (this) {
            case MATERIAL -> CarbonComponent.MATERIAL_EMISSION;
            case CONSTRUCTION -> CarbonComponent.CONSTRUCTION_EMISSION;
            case OPERATION -> CarbonComponent.OPERATION_EMISSION;
        };
    }

    /** The stage of that English key or Chinese name. */
    public static Optional<LifeCycleStage> of(String name) {
        return Arrays.stream(values())
                .filter(stage -> stage.key().equalsIgnoreCase(name)
                        || Arrays.asList(stage.zh).contains(name))
                .findFirst();
    }
}
