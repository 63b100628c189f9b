package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.styling.UomOgcMapping;
import org.w3c.dom.Element;

/**
 * What is understood of SLD 1.0 (OGC 02-070) and Symbology Encoding 1.1 (OGC 05-077r4): which element may stand in which, the
 * parameters of fills, strokes and fonts, and vendor options. What would change the map when it is left out is an error;
 * everything else that is not understood is a remark. Nothing is passed over in silence.
 */
final class SldVocabulary {
    private static final Set<String> DESCRIPTIVE = Set.of("Name", "Title", "Abstract", "Description");

    /** Elements whose content is descriptive, or a filter or expression that has a reader of its own. */
    private static final Set<String> OPAQUE = Set.of(
            "Name",
            "Title",
            "Abstract",
            "Description",
            "IsDefault",
            "FeatureTypeName",
            "SemanticTypeIdentifier",
            "LegendGraphic",
            "Filter",
            "ElseFilter",
            "MinScaleDenominator",
            "MaxScaleDenominator",
            "Geometry",
            "Label",
            "Priority",
            "CssParameter",
            "SvgParameter",
            "VendorOption",
            "WellKnownName",
            "Opacity",
            "Size",
            "Rotation",
            "InitialGap",
            "Gap",
            "PerpendicularOffset",
            "AnchorPointX",
            "AnchorPointY",
            "DisplacementX",
            "DisplacementY",
            "Radius",
            "IsRepeated",
            "IsAligned",
            "ExternalGraphic",
            "LayerFeatureConstraints");

    private static final Map<String, Set<String>> CHILDREN = Map.ofEntries(
            children("StyledLayerDescriptor", "NamedLayer UserLayer"),
            children("NamedLayer", "UserStyle NamedStyle LayerFeatureConstraints"),
            children("UserLayer", "UserStyle LayerFeatureConstraints"),
            children("UserStyle", "IsDefault Background FeatureTypeStyle"),
            children("Background", "CssParameter SvgParameter"),
            children("FeatureTypeStyle", "FeatureTypeName SemanticTypeIdentifier Rule VendorOption"),
            children(
                    "Rule",
                    "LegendGraphic Filter ElseFilter MinScaleDenominator MaxScaleDenominator"
                            + " PolygonSymbolizer LineSymbolizer PointSymbolizer TextSymbolizer"),
            children("PolygonSymbolizer", "Geometry Fill Stroke Displacement PerpendicularOffset VendorOption"),
            children("LineSymbolizer", "Geometry Stroke PerpendicularOffset VendorOption"),
            children("PointSymbolizer", "Geometry Graphic VendorOption"),
            children("TextSymbolizer", "Geometry Label Font LabelPlacement Halo Fill Priority VendorOption"),
            children("Fill", "GraphicFill CssParameter SvgParameter"),
            children("Stroke", "GraphicStroke CssParameter SvgParameter"),
            children("GraphicFill", "Graphic"),
            children("GraphicStroke", "Graphic InitialGap Gap"),
            children("Graphic", "Mark ExternalGraphic Opacity Size Rotation AnchorPoint Displacement"),
            children("Mark", "WellKnownName Fill Stroke"),
            children("Font", "CssParameter SvgParameter"),
            children("Halo", "Radius Fill"),
            children("LabelPlacement", "PointPlacement LinePlacement"),
            children("PointPlacement", "AnchorPoint Displacement Rotation"),
            children("LinePlacement", "PerpendicularOffset IsRepeated InitialGap Gap IsAligned"),
            children("AnchorPoint", "AnchorPointX AnchorPointY"),
            children("Displacement", "DisplacementX DisplacementY"));

    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "Background", words("fill fill-opacity"),
            "Fill", words("fill fill-opacity"),
            "Stroke",
                    words("stroke stroke-opacity stroke-width stroke-linejoin stroke-linecap stroke-dasharray"
                            + " stroke-dashoffset"),
            "Font", words("font-family font-style font-weight font-size"));

    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "FeatureTypeStyle", words("ruleEvaluation"),
            "PolygonSymbolizer", words("graphic-margin"),
            "TextSymbolizer", LabelOptions.NAMES);

    /** Without these the map would show something else than the style says, or be drawn from elsewhere. */
    private static final Map<String, String> REFUSED = Map.of(
            "RasterSymbolizer", "layers of Microscape hold features and no rasters",
            "CoverageStyle", "layers of Microscape hold features and no rasters",
            "BaseSymbolizer", "symbolizers of other documents are not fetched",
            "OnlineResource", "documents, fonts and graphics of other places are not fetched",
            "InlineContent", "graphics are well-known marks only",
            "Transformation", "features are drawn as they are published",
            "RemoteOWS", "layers of other services are not drawn",
            "InlineFeature", "features are those of the layer");

    private final List<String> remarks = new ArrayList<>();

    /**
     * Looks through a document or an element of one.
     *
     * @return what is left out of it, each with its place
     * @throws InvalidInputException if it has something without which the map would be wrong
     */
    List<String> check(Element element) {
        checkAttributes(element);
        Set<String> known = CHILDREN.get(element.getLocalName());
        if (known != null) {
            StyleXml.children(element, null).forEach(child -> checkChild(element, child, known));
        }
        return remarks;
    }

    private void checkChild(Element parent, Element child, Set<String> known) {
        String name = child.getLocalName();
        if (REFUSED.containsKey(name)) {
            throw StyleXml.mistake(child, "is not drawn: " + REFUSED.get(name), "take it out of the style");
        }
        if (!known.contains(name) && !DESCRIPTIVE.contains(name)) {
            remark(child, "is not known there, and is ignored");
        } else if (name.equals("ExternalGraphic")) {
            checkExternalGraphic(parent, child);
        } else if (name.equals("CssParameter") || name.equals("SvgParameter")) {
            String parameter = child.getAttribute("name");
            if (!PARAMETERS.getOrDefault(parent.getLocalName(), Set.of()).contains(parameter)) {
                remark(child, "\"" + parameter + "\" is not known there, and is ignored");
            }
        } else if (name.equals("VendorOption")) {
            checkOption(parent, child);
        } else if (!OPAQUE.contains(name)) {
            check(child);
        } else if (Stream.of("NamedStyle", "LayerFeatureConstraints").anyMatch(name::equals)) {
            remark(child, "is ignored: styles and features are those of the layer");
        } else if (name.equals("LegendGraphic")) {
            remark(child, "is ignored: the legend shows the symbols of the map");
        }
    }

    private void checkExternalGraphic(Element graphic, Element external) {
        if (StyleXml.child(graphic, "Mark").isEmpty()) {
            throw StyleXml.mistake(
                    external,
                    "pictures from elsewhere are not drawn",
                    "give a Mark beside it, which is drawn in its place");
        }
        remark(external, "is ignored, and the Mark beside it is drawn: pictures from elsewhere are not");
    }

    private void checkOption(Element symbolizer, Element option) {
        String name = option.getAttribute("name");
        if (!OPTIONS.getOrDefault(symbolizer.getLocalName(), Set.of()).contains(name)) {
            remark(option, "\"" + name + "\" is ignored");
        }
    }

    private void checkAttributes(Element element) {
        String unit = element.getAttribute("uom").strip();
        if (!unit.isEmpty()
                && Arrays.stream(UomOgcMapping.values())
                        .noneMatch(known -> known.getSEString().equals(unit))) {
            throw StyleXml.mistake(
                    element,
                    "the unit " + unit + " is not known",
                    "there are "
                            + Arrays.stream(UomOgcMapping.values())
                                    .map(UomOgcMapping::getSEString)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private void remark(Element element, String what) {
        remarks.add(StyleXml.place(element) + " " + what);
    }

    private static Map.Entry<String, Set<String>> children(String parent, String names) {
        return Map.entry(parent, words(names));
    }

    private static Set<String> words(String names) {
        return Arrays.stream(names.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
