package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import io.microscape.study.InvalidInputException;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.TextSymbolizer;
import org.locationtech.jts.geom.Geometry;

/** A text symbolizer, ready to make labels with. */
final class LabelStyle {
    private static final int LONGEST_TEXT = 2_000;

    private final StyleValue<String> label;
    private final List<StyleValue<String>> families;
    private final StyleValue<Double> size;
    private final StyleValue<String> slant;
    private final StyleValue<String> weight;
    private final FillBrush fill;
    private final FillBrush halo;
    private final StyleValue<Double> haloRadius;
    private final StyleValue<Double> priority;
    private final LinePlacement line;
    private final StyleValue<Double> lineOffset;
    private final StyleValue<Double> gap;
    private final StyleValue<Double> initialGap;
    private final StyleValue<Geometry> geometry;
    private final LabelOptions options;
    private final StyleValue<Double> anchorX;
    private final StyleValue<Double> anchorY;
    private final StyleValue<Double> shiftX;
    private final StyleValue<Double> shiftY;
    private final StyleValue<Double> rotation;

    LabelStyle(TextSymbolizer symbolizer, AttributeBinder binder) {
        label = binder.text(symbolizer.getLabel(), null);
        org.geotools.api.style.Font font =
                symbolizer.fonts().isEmpty() ? null : symbolizer.fonts().get(0);
        families = symbolizer.fonts().stream()
                .flatMap(one -> one.getFamily().stream())
                .map(family -> binder.text(family, Font.SANS_SERIF))
                .toList();
        size = binder.pixels(font == null ? null : font.getSize(), 10);
        slant = binder.text(font == null ? null : font.getStyle(), "normal");
        weight = binder.text(font == null ? null : font.getWeight(), "normal");
        fill = FillBrush.of(symbolizer.getFill(), binder);
        halo = symbolizer.getHalo() == null
                ? null
                : FillBrush.of(symbolizer.getHalo().getFill(), binder);
        haloRadius = binder.pixels(
                symbolizer.getHalo() == null ? null : symbolizer.getHalo().getRadius(), 1);
        priority = binder.number(symbolizer.getPriority(), 0);
        line = symbolizer.getLabelPlacement() instanceof LinePlacement placement && placement.isAligned()
                ? placement
                : null;
        lineOffset = binder.pixels(line == null ? null : line.getPerpendicularOffset(), 0);
        gap = binder.pixels(line == null ? null : line.getGap(), 0);
        initialGap = binder.pixels(line == null ? null : line.getInitialGap(), 0);
        geometry = binder.geometry(symbolizer.getGeometry());
        options = LabelOptions.of(symbolizer.getOptions());
        PointPlacement point = symbolizer.getLabelPlacement() instanceof PointPlacement placement ? placement : null;
        boolean anchored = point != null && point.getAnchorPoint() != null;
        anchorX = binder.number(anchored ? point.getAnchorPoint().getAnchorPointX() : null, 0.5);
        anchorY = binder.number(anchored ? point.getAnchorPoint().getAnchorPointY() : null, 0.5);
        boolean shifted = point != null && point.getDisplacement() != null;
        shiftX = binder.pixels(shifted ? point.getDisplacement().getDisplacementX() : null, 0);
        shiftY = binder.pixels(shifted ? point.getDisplacement().getDisplacementY() : null, 0);
        rotation = binder.number(point == null ? null : point.getRotation(), 0);
    }

    /** The text for a feature, or null for none. */
    String text(FeatureValues feature) {
        String text = label.of(feature);
        if (text != null && text.length() > LONGEST_TEXT) {
            throw InvalidInputException.of(
                    "style",
                    "a label of " + text.length() + " characters",
                    "label with at most " + LONGEST_TEXT + " of them");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    Font font(FeatureValues feature, String text) {
        int style = weight.of(feature, "").toLowerCase(Locale.ROOT).equals("bold") ? Font.BOLD : Font.PLAIN;
        if (slant.of(feature, "").toLowerCase(Locale.ROOT).matches("italic|oblique")) {
            style |= Font.ITALIC;
        }
        List<String> names = families.stream()
                .map(family -> family.of(feature, Font.SANS_SERIF))
                .toList();
        return MapFonts.font(names, style, size.of(feature, 10.0), text);
    }

    Color color(FeatureValues feature) {
        return fill == null ? Color.BLACK : fill.color(feature);
    }

    /** Colour around the letters, or null for none. */
    Color haloColor(FeatureValues feature) {
        return halo == null ? null : halo.color(feature);
    }

    /** Pixels that the halo reaches beyond the letters. */
    double haloRadius(FeatureValues feature) {
        return halo == null ? 0 : haloRadius.of(feature, 1.0);
    }

    double priority(FeatureValues feature) {
        return priority.of(feature, 0.0);
    }

    boolean isAlongLine() {
        return line != null;
    }

    /** Whether it is written along a line again and again, as the standard asks for it. */
    boolean isRepeated() {
        return line != null && line.isRepeated();
    }

    /** Pixels from the end of one label along a line to the beginning of the next. */
    double gap(FeatureValues feature) {
        return gap.of(feature, 0.0);
    }

    /** Pixels before the first label along a line. */
    double initialGap(FeatureValues feature) {
        return initialGap.of(feature, 0.0);
    }

    /** Pixels that a label lies above its line. */
    double lineOffset(FeatureValues feature) {
        return lineOffset.of(feature, 0.0);
    }

    /** The geometry that is labelled; null for the feature's own. */
    StyleValue<Geometry> geometry() {
        return geometry;
    }

    LabelOptions options() {
        return options;
    }

    /** Share of the text's width that lies left of its place. */
    double anchorX(FeatureValues feature) {
        return anchorX.of(feature, 0.5);
    }

    /** Share of the text's height that lies below its place. */
    double anchorY(FeatureValues feature) {
        return anchorY.of(feature, 0.5);
    }

    double shiftX(FeatureValues feature) {
        return shiftX.of(feature, 0.0);
    }

    /** Pixels upward. */
    double shiftY(FeatureValues feature) {
        return shiftY.of(feature, 0.0);
    }

    /** Degrees clockwise. */
    double rotation(FeatureValues feature) {
        return rotation.of(feature, 0.0);
    }
}
