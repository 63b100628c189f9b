package io.microscape.landscape;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Validity of what the overlay is given. */
final class Validity {
    private Validity() {}

    /**
     * The geometry, mended if it is invalid. Import has repaired and reported what was invalid in the file; what is left
     * is the rare ring whose vertices a projection moved across each other by its rounding (some 1e-9 m).
     */
    static Geometry repaired(Geometry geometry) {
        return IsValidOp.isValid(geometry) ? geometry : GeometryFixer.fix(geometry);
    }
}
