package io.microscape.portrayal;

import java.util.Set;

/** Vendor options of text symbolizers, named as GeoServer names them. */
final class LabelOptions {
    /** Those that are understood. */
    static final Set<String> NAMES = Set.of(
            "autoWrap",
            "spaceAround",
            "conflictResolution",
            "goodnessOfFit",
            "followLine",
            "maxAngleDelta",
            "forceLeftToRight",
            "repeat",
            "maxDisplacement",
            "minGroupDistance");

    private LabelOptions() {}
}
