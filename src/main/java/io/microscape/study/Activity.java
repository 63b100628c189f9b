package io.microscape.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a row of an inventory is spent on; each activity belongs to one stage of the life cycle. */
public enum Activity {
    HARD_MATERIAL_PRODUCTION(LifeCycleStage.MATERIAL, "硬质材料生产", "材料生产"),
    HARD_MATERIAL_TRANSPORT(LifeCycleStage.MATERIAL, "硬质材料运输", "材料运输"),
    PLANT_TRANSPORT(LifeCycleStage.MATERIAL, "植物运输", "苗木运输"),
    WASTE_REMOVAL(LifeCycleStage.CONSTRUCTION, "垃圾清运", "渣土清运", "废弃物清运"),
    EARTHWORKS(LifeCycleStage.CONSTRUCTION, "土方工程", "土方", "场地平整"),
    PLANTING(LifeCycleStage.CONSTRUCTION, "种植", "栽植", "植物种植"),
    PRUNING(LifeCycleStage.OPERATION, "修剪", "植物修剪"),
    IRRIGATION(LifeCycleStage.OPERATION, "灌溉", "浇灌", "浇水"),
    FERTILISER(LifeCycleStage.OPERATION, "施肥", "肥料"),
    LAMPS(LifeCycleStage.OPERATION, "照明", "灯具", "夜间照明");

    private final LifeCycleStage stage;
    private final List<String> zh;

    Activity(LifeCycleStage stage, String... zh) {
        this.stage = stage;
        this.zh = List.of(zh);
    }

    /** The stage that the activity belongs to. */
    public LifeCycleStage stage() {
        return stage;
    }

    /** {@code hard_material_production}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public LocalizedText title() {
        return new LocalizedText(key().replace('_', ' '), zh.get(0));
    }

    /** Whether it is nothing but moving goods, so that a row needs a distance and a vehicle. */
    public boolean isTransport() {
        return this == HARD_MATERIAL_TRANSPORT || this == PLANT_TRANSPORT;
    }

    /** The activity of that English name (blanks, _ and - alike) or Chinese name. */
    public static Optional<Activity> of(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(values())
                .filter(activity -> activity.key().equals(key)
                        || activity.zh.contains(name.strip())
                        || activity == FERTILISER && key.equals("fertilizer"))
                .findFirst();
    }

    /** The activities of a stage, for messages. */
    public static String keysOf(LifeCycleStage stage) {
        return Arrays.stream(values())
                .filter(activity -> activity.stage == stage)
                .map(activity -> activity.key() + " " + activity.zh.get(0))
                .collect(Collectors.joining(", "));
    }
}
