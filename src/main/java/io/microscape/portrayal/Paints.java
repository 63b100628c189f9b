package io.microscape.portrayal;

import java.awt.Color;

/** Colours with opacity. */
final class Paints {
    private Paints() {}

    /**
     * The colour with an opacity.
     *
     * @param opacity 0 (transparent) to 1; beyond counts as the nearer end, as SLD renderers do
     */
    static Color withOpacity(Color color, double opacity) {
        return opacity >= 1
                ? color
                : new Color(color.getRed(), color.getGreen(), color.getBlue(), (int)
                        Math.round(255 * Math.max(0, opacity)));
    }
}
