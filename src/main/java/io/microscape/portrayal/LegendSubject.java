package io.microscape.portrayal;

import io.microscape.portrayal.MapImage.StyledLayer;

/**
 * What a legend explains.
 *
 * @param styled a layer in a style, and which of its features
 * @param scaleDenominator only rules that apply at this scale; null for those of all scales
 * @param rule only the rule of that name or title; null for all
 * @param view the map beside which the legend stands, whose features are counted; null for none
 * @param hideEmpty whether rules that draw nothing in the view are left out
 * @param symbolScale pixels of the legend for one of 0.28 mm
 */
public record LegendSubject(
        StyledLayer styled,
        Double scaleDenominator,
        String rule,
        MapImage view,
        boolean hideEmpty,
        double symbolScale) {
    /** All rules of a style. */
    public LegendSubject(StyledLayer styled) {
        this(styled, null, null, null, false, 1);
    }
}
