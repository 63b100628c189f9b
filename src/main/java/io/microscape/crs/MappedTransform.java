package io.microscape.crs;

import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Transform by way of longitude and latitude on WGS 84, which every system knows its way to. */
final class MappedTransform implements CoordinateTransform {
    /** Steps along each side of a box; a box within one zone bulges by less than a part in ten thousand between two. */
    private static final int STEPS = 32;

    private static final GeometryFactory FACTORY =
            new GeometryFactory(new PackedCoordinateSequenceFactory(PackedCoordinateSequenceFactory.DOUBLE));

    private final MappedSystem from;
    private final MappedSystem to;
    private final boolean identity;

    private MappedTransform(MappedSystem from, MappedSystem to) {
        this.from = from;
        this.to = to;
        this.identity = from.mapping() == to.mapping() || from.code().equals(to.code());
    }

    static CoordinateTransform between(CoordinateSystem from, CoordinateSystem to) {
        return new MappedTransform(mapped(from), mapped(to));
    }

    @Override
    public boolean isIdentity() {
        return identity;
    }

    @Override
    public void apply(double[] xy, int offset, int points) {
        if (identity) {
            return;
        }
        for (int i = 0; i < points; i++) {
            int at = offset + 2 * i;
            double x = xy[at];
            double y = xy[at + 1];
            if (!from.mapping().toLonLat(xy, at) || !to.mapping().fromLonLat(xy, at)) {
                throw InvalidInputException.of(
                        "point (" + x + " " + y + ")",
                        "cannot be taken from " + label(from) + " to " + label(to),
                        "check which coordinate system the coordinates are in");
            }
        }
    }

    @Override
    public Geometry apply(Geometry geometry) {
        return new GeometryEditor(FACTORY).edit(geometry, new GeometryEditor.CoordinateSequenceOperation() {
            @Override
            public CoordinateSequence edit(CoordinateSequence sequence, Geometry part) {
                double[] xy = new double[2 * sequence.size()];
                for (int i = 0; i < sequence.size(); i++) {
                    xy[2 * i] = sequence.getX(i);
                    xy[2 * i + 1] = sequence.getY(i);
                }
                apply(xy, 0, sequence.size());
                return new PackedCoordinateSequence.Double(xy, 2, 0);
            }
        });
    }

    @Override
    public Envelope apply(Envelope box) {
        if (identity || box.isNull()) {
            return new Envelope(box);
        }
        int side = STEPS + 1;
        double[] xy = new double[2 * side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = 2 * (row * side + column);
                xy[at] = box.getMinX() + box.getWidth() * column / STEPS;
                xy[at + 1] = box.getMinY() + box.getHeight() * row / STEPS;
            }
        }
        apply(xy, 0, side * side);
        Envelope transformed = new Envelope();
        for (int at = 0; at < xy.length; at += 2) {
            transformed.expandToInclude(xy[at], xy[at + 1]);
        }
        return transformed;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(from.remarks());
        remarks.addAll(to.remarks());
        return remarks;
    }

    private static MappedSystem mapped(CoordinateSystem system) {
        return system instanceof MappedSystem mapped ? mapped : (MappedSystem) CoordinateSystem.of(system.code());
    }

    private static String label(CoordinateSystem system) {
        return system.code().contains("[") ? system.name() : system.code();
    }
}
