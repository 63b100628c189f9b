package io.microscape.store.entity;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Areas for the spatial index, in EPSG:4326. */
final class SearchArea {
    private static final int SRID = 4326;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    /** The shortest degree of latitude on WGS 84 is 110,574 m: dividing by less makes the area larger than needed. */
    private static final double METRES_PER_DEGREE = 110_500;

    private SearchArea() {}

    static Geometry polygon(Envelope envelope) {
        return FACTORY.toGeometry(envelope);
    }

    /** An envelope that holds everything within the distance, with room to spare; not across the date line. */
    static Envelope around(Geometry geometry, double metres) {
        Envelope envelope = geometry.getEnvelopeInternal().copy();
        double latitudes = metres / METRES_PER_DEGREE;
        double farthest =
                Math.min(89.9, Math.max(Math.abs(envelope.getMinY()), Math.abs(envelope.getMaxY())) + latitudes);
        envelope.expandBy(latitudes / Math.cos(Math.toRadians(farthest)), latitudes);
        return envelope;
    }

    /** The geometry marked as one of the store's reference system: PostGIS refuses to compare it otherwise. */
    static Geometry inStore(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.setSRID(SRID);
        return copy;
    }
}
