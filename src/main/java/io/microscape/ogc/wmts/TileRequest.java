package io.microscape.ogc.wmts;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.tiles.TileAddress;
import io.microscape.tiles.TileLayer;
import io.microscape.tiles.TileMatrix;
import io.microscape.tiles.TileMatrixSet;
import io.microscape.tiles.TileRange;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The tile that GetTile and GetFeatureInfo speak of.
 *
 * @param published the layer
 * @param layer the layer in the style that was asked for
 * @param address the tile, within the limits of the layer
 */
record TileRequest(PublishedLayer published, TileLayer layer, TileAddress address) {
    private static final String PNG = "image/png";

    /**
     * Reads the parameters, in the order in which the standard lists them.
     *
     * @param parameters value of a parameter by its name; null where it is absent or empty
     * @throws OwsException if one is missing or names nothing
     */
    static TileRequest parse(Atlas atlas, UnaryOperator<String> parameters) {
        PublishedLayer layer = layer(atlas, required(parameters, "LAYER"));
        String style = style(layer, parameters.apply("STYLE"));
        String format = required(parameters, "FORMAT");
        if (!format.equalsIgnoreCase(PNG)) {
            throw OwsException.invalid("FORMAT", "FORMAT " + echo(format) + " is not offered; use " + PNG);
        }
        String setName = required(parameters, "TILEMATRIXSET");
        TileMatrixSet set = TileMatrixSet.named(setName)
                .orElseThrow(() -> OwsException.invalid(
                        "TILEMATRIXSET",
                        "there is no tile matrix set " + echo(setName) + "; use one of " + TileMatrixSet.all()));
        TileMatrix matrix = matrix(set, required(parameters, "TILEMATRIX"));
        int row = number("TILEROW", required(parameters, "TILEROW"));
        int column = number("TILECOL", required(parameters, "TILECOL"));
        TileLayer styled = TileLayer.of(layer, style);
        TileRange limits = styled.range(set, matrix).orElse(null);
        if (limits == null || !limits.contains(column, row)) {
            throw outOfRange(limits, column, row);
        }
        return new TileRequest(layer, styled, new TileAddress(set, matrix, column, row));
    }

    static String required(UnaryOperator<String> parameters, String name) {
        String value = parameters.apply(name);
        if (value == null) {
            throw OwsException.missing(name);
        }
        return value;
    }

    /** A whole number that is not negative. */
    static int number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw OwsException.invalid(name, name + " must be a whole number, not " + echo(value));
        }
        return Integer.parseInt(value);
    }

    private static PublishedLayer layer(Atlas atlas, String name) {
        return atlas.layer(name)
                .orElseThrow(() -> OwsException.invalid(
                        "LAYER", "there is no layer " + echo(name) + "; the capabilities list the layers"));
    }

    /** The default style where none is named: clients leave STYLE empty for it, or say "default". */
    private static String style(PublishedLayer layer, String style) {
        List<String> styles = layer.definition().styles();
        if (style == null || style.equals("default")) {
            return styles.get(0);
        }
        if (!styles.contains(style)) {
            throw OwsException.invalid(
                    "STYLE",
                    "layer " + layer.qualifiedName() + " has no style " + echo(style) + "; it has "
                            + String.join(", ", styles));
        }
        return style;
    }

    /** Some clients write "WebMercatorQuad:7" for level 7. */
    private static TileMatrix matrix(TileMatrixSet set, String name) {
        String prefix = set.identifier() + ":";
        String level = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return set.matrix(level)
                .orElseThrow(() -> OwsException.invalid(
                        "TILEMATRIX",
                        "tile matrix set " + set.identifier() + " has no matrix " + echo(name) + "; it has "
                                + set.matrices().get(0).identifier() + " to "
                                + set.matrices().get(set.matrices().size() - 1).identifier()));
    }

    private static OwsException outOfRange(TileRange limits, int column, int row) {
        if (limits == null) {
            return new OwsException(
                    OwsException.Code.TILE_OUT_OF_RANGE, "TILECOL", "the layer has nothing in this tile matrix set");
        }
        boolean rowIsToBlame = row < limits.minRow() || row > limits.maxRow();
        String axis = rowIsToBlame ? "TILEROW" : "TILECOL";
        return new OwsException(
                OwsException.Code.TILE_OUT_OF_RANGE,
                axis,
                axis + " " + (rowIsToBlame ? row : column) + " has no tile of the layer; it goes from "
                        + (rowIsToBlame
                                ? limits.minRow() + " to " + limits.maxRow()
                                : limits.minColumn() + " to " + limits.maxColumn()));
    }
}
