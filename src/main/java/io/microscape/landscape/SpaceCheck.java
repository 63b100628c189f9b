package io.microscape.landscape;

import io.microscape.study.InvalidInputException;
import io.microscape.study.MicroSpace;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** What the engine asks of features before it computes anything with them. */
final class SpaceCheck {
    private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);

    private SpaceCheck() {}

    /**
     * The geometry of the space, valid.
     *
     * @throws InvalidInputException if it has no area or no usable coordinates, naming its code
     */
    static Geometry checked(MicroSpace space, Validity validity) {
        Geometry geometry = space.geometry();
        String where = "space " + space.code();
        if (geometry == null || geometry.isEmpty()) {
            throw InvalidInputException.of(where, "it has no geometry", "draw it or remove the row");
        }
        if (!(geometry instanceof Polygonal)) {
            throw InvalidInputException.of(
                    where, "it is a " + geometry.getGeometryType() + ", not a polygon", "give its outline");
        }
        requireNumbers(geometry, where);
        Geometry repaired = validity.repaired(geometry);
        if (!(repaired.getArea() > 0)) {
            throw InvalidInputException.of(where, "its area is zero", "draw it as a polygon or remove the row");
        }
        return repaired;
    }

    /** @throws InvalidInputException if a coordinate is not a finite number */
    static void requireNumbers(Geometry geometry, String where) {
        FiniteNumbers numbers = new FiniteNumbers();
        geometry.apply(numbers);
        if (!numbers.finite) {
            throw InvalidInputException.of(
                    where, "it has a coordinate that is not a number", "mend the geometry or remove the row");
        }
    }

    /** @throws InvalidInputException if all coordinates could be degrees: lengths in degrees are no lengths */
    static void requireMetres(Envelope all, String firstCode) {
        if (!all.isNull() && DEGREES.covers(all)) {
            throw InvalidInputException.of(
                    "space " + firstCode,
                    "all coordinates lie within ±180 and ±90, so they are degrees",
                    "the computation needs a metric CRS, such as EPSG:4544");
        }
    }

    private static final class FiniteNumbers implements CoordinateSequenceFilter {
        private boolean finite = true;

        @Override
        public void filter(CoordinateSequence points, int i) {
            finite &= Double.isFinite(points.getX(i)) && Double.isFinite(points.getY(i));
        }

        @Override
        public boolean isDone() {
            return !finite;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
