package io.microscape.landscape;

import io.microscape.study.InvalidInputException;
import io.microscape.study.MicroSpace;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** What the engine asks of spaces before it computes anything with them. */
final class SpaceCheck {
    private SpaceCheck() {}

    /**
     * The geometries of the spaces, valid.
     *
     * @throws InvalidInputException if a space has no area or no usable coordinates, naming its code, or if all coordinates
     *     could be degrees: lengths in degrees are no lengths
     */
    static Geometry[] checked(List<MicroSpace> spaces) {
        Geometry[] geometries = spaces.stream().map(SpaceCheck::checked).toArray(Geometry[]::new);
        Envelope all = new Envelope();
        for (Geometry geometry : geometries) {
            all.expandToInclude(geometry.getEnvelopeInternal());
        }
        if (!spaces.isEmpty() && new Envelope(-180, 180, -90, 90).covers(all)) {
            throw InvalidInputException.of(
                    "space " + spaces.get(0).code(),
                    "all coordinates lie within ±180 and ±90, so they are degrees",
                    "the computation needs a metric CRS, such as EPSG:4544");
        }
        return geometries;
    }

    private static Geometry checked(MicroSpace space) {
        Geometry geometry = space.geometry();
        String where = "space " + space.code();
        if (geometry == null || geometry.isEmpty()) {
            throw InvalidInputException.of(where, "it has no geometry", "draw it or remove the row");
        }
        if (!(geometry instanceof Polygonal)) {
            throw InvalidInputException.of(
                    where, "it is a " + geometry.getGeometryType() + ", not a polygon", "give its outline");
        }
        for (Coordinate point : geometry.getCoordinates()) {
            if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
                throw InvalidInputException.of(
                        where, "it has a coordinate that is not a number", "mend the geometry or remove the row");
            }
        }
        Geometry repaired = Validity.repaired(geometry);
        if (!(repaired.getArea() > 0)) {
            throw InvalidInputException.of(where, "its area is zero", "draw it as a polygon or remove the row");
        }
        return repaired;
    }
}
