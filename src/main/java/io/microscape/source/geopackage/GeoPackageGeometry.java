package io.microscape.source.geopackage;

import io.microscape.source.ReaderNotes;
import io.microscape.source.file.SourceFile;
import io.microscape.source.geometry.PlanarGeometry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Geometry of a GeoPackage BLOB (OGC 12-128, clause 2.1.3): a header with an envelope of several forms, then ISO WKB. */
final class GeoPackageGeometry {
    private static final int FIXED_HEADER = 8;
    private static final int[] ENVELOPE_DOUBLES = {0, 4, 6, 6, 8};
    private static final int LITTLE_ENDIAN = 1;
    private static final int EMPTY = 1 << 4;
    private static final int EXTENDED = 1 << 5;
    private static final int FIRST_CURVE = 8;
    private static final int LAST_CURVE = 17;

    private final GeometryFactory factory = new GeometryFactory();
    private final int maxCoordinates;
    private final ReaderNotes notes;

    /** A BLOB that cannot be read; problem and mend are for people. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String mend;

        UnreadableException(String problem, String mend) {
            super(problem);
            this.mend = mend;
        }

        String mend() {
            return mend;
        }
    }

    GeoPackageGeometry(int maxCoordinates, ReaderNotes notes) {
        this.maxCoordinates = maxCoordinates;
        this.notes = notes;
    }

    Geometry decode(byte[] blob) throws UnreadableException {
        if (blob.length < FIXED_HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw damaged();
        }
        int flags = blob[3];
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_DOUBLES.length) {
            throw damaged();
        }
        if ((flags & EXTENDED) != 0) {
            throw new UnreadableException(
                    "its geometry is of an extension of GeoPackage", "export it as simple features");
        }
        int start = FIXED_HEADER + Double.BYTES * ENVELOPE_DOUBLES[envelope];
        if (blob.length < start + 5) {
            throw damaged();
        }
        if (blob.length - start > 64 + 36L * maxCoordinates) {
            throw new UnreadableException(
                    "its geometry has more coordinates than the limit of " + maxCoordinates,
                    "raise MICROSCAPE_MAX_COORDINATES if it is meant");
        }
        int type = ByteBuffer.wrap(blob, start + 1, Integer.BYTES)
                .order(blob[start] == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .getInt();
        int plain = type % 1000;
        if (plain >= FIRST_CURVE && plain <= LAST_CURVE) {
            throw new UnreadableException(
                    "its geometry is a curve or surface (WKB type " + type + ")",
                    "convert curves to lines and polygons first (QGIS: Segmentize, ogr2ogr: -nlt CONVERT_TO_LINEAR)");
        }
        return read(Arrays.copyOfRange(blob, start, blob.length), type, (flags & EMPTY) != 0);
    }

    private Geometry read(byte[] wkb, int type, boolean empty) throws UnreadableException {
        try {
            Geometry geometry = new WKBReader(factory).read(wkb);
            if (geometry.getNumPoints() > maxCoordinates) {
                throw new UnreadableException(
                        "its geometry has " + geometry.getNumPoints() + " coordinates, more than the limit of "
                                + maxCoordinates,
                        "raise MICROSCAPE_MAX_COORDINATES if it is meant");
            }
            if (empty != geometry.isEmpty()) {
                notes.add("the empty flag of a geometry is wrong; its coordinates are followed");
            }
            if (type > 1000 || type < 0) {
                notes.add("Z and M values are dropped");
                return PlanarGeometry.of(geometry);
            }
            return geometry;
        } catch (ParseException | RuntimeException | StackOverflowError e) {
            // Damage makes the WKB reader fail in many ways, nested collections without end in the last one.
            throw damaged();
        }
    }

    private static UnreadableException damaged() {
        return new UnreadableException("its geometry is damaged", SourceFile.GET_IT_AGAIN);
    }
}
