package io.microscape.atlas;

import java.util.List;

/** Looks at a style before it is published with a layer. */
@FunctionalInterface
public interface StyleCheck {
    /** Takes every style as it is. */
    StyleCheck NONE = (file, sld, attributes) -> {};

    /**
     * Looks at a style.
     *
     * @param file its file, {@code styles/net_carbon.sld}
     * @param sld its text
     * @param attributes names of the attributes that the layer has
     * @throws io.microscape.study.InvalidInputException if maps cannot be drawn in it as it says; it names file, rule and
     *     element
     */
    void check(String file, String sld, List<String> attributes);
}
