package io.microscape.source.geometry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Mends invalid polygons with JTS's GeometryFixer: rings are noded, parts that overlap are united, what has no area is
 * dropped.
 *
 * @param geometry valid, polygonal; empty when nothing was left
 * @param problem what was wrong, with the place; null when the geometry had been valid and is the one given
 */
public record GeometryRepair(Geometry geometry, String problem) {
    /** The geometry, mended if it has to be. */
    public static GeometryRepair of(Geometry polygonal) {
        TopologyValidationError error = new IsValidOp(polygonal).getValidationError();
        if (error == null) {
            return new GeometryRepair(polygonal, null);
        }
        Geometry fixed = GeometryFixer.fix(polygonal);
        return new GeometryRepair(
                fixed instanceof Polygonal ? fixed : polygonal.getFactory().createPolygon(), describe(error));
    }

    private static String describe(TopologyValidationError error) {
        return error.getCoordinate() == null
                ? error.getMessage()
                : error.getMessage() + " at " + place(error.getCoordinate());
    }

    /** A place as messages write it: x and y to the seventh decimal, a centimetre in degrees. */
    public static String place(Coordinate place) {
        return number(place.x) + " " + number(place.y);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(7, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
