package io.microscape.ogc;

import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.Displacement;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Font;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Halo;
import org.geotools.api.style.LabelPlacement;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointPlacement;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.styling.UomOgcMapping;
import tools.jackson.core.JsonGenerator;

/**
 * A symbolizer as GeoServer's legends have it in JSON: numbers and colours as text, and what is computed as ECQL in square
 * brackets.
 */
final class SymbolizerJson {
    private static final String PIXELS = "in/72";

    private final JsonGenerator json;

    private SymbolizerJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes an object with the one member Polygon, Line, Point or Text. */
    static void write(JsonGenerator json, Symbolizer symbolizer) {
        new SymbolizerJson(json).write(symbolizer);
    }

    private void write(Symbolizer symbolizer) {
        json.writeStartObject();
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            start("Polygon", symbolizer);
            stroke(polygon.getStroke());
            fill(polygon.getFill());
            value("perpendicular-offset", polygon.getPerpendicularOffset());
            displacement(polygon.getDisplacement());
        } else if (symbolizer instanceof LineSymbolizer line) {
            start("Line", symbolizer);
            stroke(line.getStroke());
            value("perpendicular-offset", line.getPerpendicularOffset());
        } else if (symbolizer instanceof PointSymbolizer point) {
            start("Point", symbolizer);
            graphic(point.getGraphic());
        } else if (symbolizer instanceof TextSymbolizer text) {
            start("Text", symbolizer);
            text(text);
        } else {
            throw new IllegalArgumentException("the SLD parser makes no " + symbolizer.getClass());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void start(String name, Symbolizer symbolizer) {
        json.writeObjectPropertyStart(name);
        value("geometry", symbolizer.getGeometry());
        json.writeStringProperty(
                "uom",
                symbolizer.getUnitOfMeasure() == null
                        ? PIXELS
                        : UomOgcMapping.get(symbolizer.getUnitOfMeasure()).getSEString());
    }

    private void stroke(Stroke stroke) {
        if (stroke == null) {
            return;
        }
        if (stroke.getGraphicStroke() != null) {
            json.writeObjectPropertyStart("graphic-stroke");
            graphic(stroke.getGraphicStroke());
            json.writeEndObject();
        } else {
            value("stroke", stroke.getColor());
        }
        value("stroke-width", stroke.getWidth());
        value("stroke-opacity", stroke.getOpacity());
        value("stroke-linecap", stroke.getLineCap());
        value("stroke-linejoin", stroke.getLineJoin());
        if (stroke.dashArray() != null && !stroke.dashArray().isEmpty()) {
            json.writeStringProperty(
                    "stroke-dasharray",
                    String.join(
                            " ",
                            stroke.dashArray().stream()
                                    .map(SymbolizerJson::text)
                                    .toList()));
            value("stroke-dashoffset", stroke.getDashOffset());
        }
    }

    private void fill(Fill fill) {
        if (fill == null) {
            return;
        }
        if (fill.getGraphicFill() != null) {
            json.writeObjectPropertyStart("graphic-fill");
            graphic(fill.getGraphicFill());
            json.writeEndObject();
        } else {
            value("fill", fill.getColor());
            value("fill-opacity", fill.getOpacity());
        }
    }

    private void graphic(Graphic graphic) {
        value("size", graphic.getSize());
        value("opacity", graphic.getOpacity());
        value("rotation", graphic.getRotation());
        displacement(graphic.getDisplacement());
        json.writeArrayPropertyStart("graphics");
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof Mark mark) {
                json.writeStartObject();
                value("mark", mark.getWellKnownName());
                fill(mark.getFill());
                stroke(mark.getStroke());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void displacement(Displacement displacement) {
        if (displacement != null) {
            value("x-displacement", displacement.getDisplacementX());
            value("y-displacement", displacement.getDisplacementY());
        }
    }

    private void text(TextSymbolizer text) {
        value("label", text.getLabel());
        json.writeArrayPropertyStart("fonts");
        for (Font font : text.fonts()) {
            json.writeStartObject();
            json.writeArrayPropertyStart("font-family");
            font.getFamily().forEach(family -> json.writeString(text(family)));
            json.writeEndArray();
            value("font-style", font.getStyle());
            value("font-weight", font.getWeight());
            value("font-size", font.getSize());
            json.writeEndObject();
        }
        json.writeEndArray();
        placement(text.getLabelPlacement());
        halo(text.getHalo());
        fill(text.getFill());
        value("priority", text.getPriority());
    }

    private void placement(LabelPlacement placement) {
        if (placement == null) {
            return;
        }
        json.writeObjectPropertyStart("label-placement");
        if (placement instanceof PointPlacement point) {
            if (point.getAnchorPoint() != null) {
                value("x-anchor", point.getAnchorPoint().getAnchorPointX());
                value("y-anchor", point.getAnchorPoint().getAnchorPointY());
            }
            displacement(point.getDisplacement());
            value("rotation", point.getRotation());
        } else if (placement instanceof LinePlacement line) {
            value("perpendicular-offset", line.getPerpendicularOffset());
        }
        json.writeEndObject();
    }

    private void halo(Halo halo) {
        if (halo != null) {
            json.writeObjectPropertyStart("halo");
            value("radius", halo.getRadius());
            fill(halo.getFill());
            json.writeEndObject();
        }
    }

    private void value(String name, Expression expression) {
        if (expression != null && expression != Expression.NIL) {
            json.writeStringProperty(name, text(expression));
        }
    }

    private static String text(Expression expression) {
        return expression instanceof Literal literal
                ? String.valueOf(literal.getValue())
                : "[" + ECQL.toCQL(expression) + "]";
    }
}
