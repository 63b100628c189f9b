package io.microscape.source.geometry;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Geometry without Z and M. */
public final class PlanarGeometry {
    /** Packed sequences: a third of the memory of coordinate objects. */
    public static final GeometryFactory FACTORY =
            new GeometryFactory(new PackedCoordinateSequenceFactory(PackedCoordinateSequenceFactory.DOUBLE));

    private PlanarGeometry() {}

    /** A copy whose coordinates have x and y only; null stays null. */
    public static Geometry of(Geometry geometry) {
        return geometry == null
                ? null
                : new GeometryEditor().edit(geometry, new GeometryEditor.CoordinateSequenceOperation() {
                    @Override
                    public CoordinateSequence edit(CoordinateSequence sequence, Geometry owner) {
                        return planar(sequence);
                    }
                });
    }

    private static CoordinateSequence planar(CoordinateSequence sequence) {
        double[] ordinates = new double[2 * sequence.size()];
        for (int i = 0; i < sequence.size(); i++) {
            ordinates[2 * i] = sequence.getX(i);
            ordinates[2 * i + 1] = sequence.getY(i);
        }
        return new PackedCoordinateSequence.Double(ordinates, 2, 0);
    }
}
