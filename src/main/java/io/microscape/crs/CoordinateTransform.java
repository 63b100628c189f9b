package io.microscape.crs;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Takes coordinates from one system to another, x first in both. Thread-safe. */
public interface CoordinateTransform {
    /**
     * The transform between two systems.
     *
     * @throws io.microscape.study.InvalidInputException if there is none
     */
    static CoordinateTransform between(CoordinateSystem from, CoordinateSystem to) {
        return MappedTransform.between(from, to);
    }

    /** Whether coordinates stay what they are. */
    boolean isIdentity();

    /**
     * Transforms points in place.
     *
     * @param xy x, y, x, y …
     * @param offset index of the first x
     * @param points number of points
     * @throws io.microscape.study.InvalidInputException if a point cannot be transformed; it names the point
     */
    void apply(double[] xy, int offset, int points);

    /**
     * A transformed copy; Z and M are dropped.
     *
     * @throws io.microscape.study.InvalidInputException if a point cannot be transformed; it names the point
     */
    Geometry apply(Geometry geometry);

    /**
     * The envelope of the transformed box, its edges densified so that nothing bulges out.
     *
     * @throws io.microscape.study.InvalidInputException if a point of the box cannot be transformed; it names the point
     */
    Envelope apply(Envelope box);

    /** What a user should know of its accuracy ("no datum shift is known …"); mostly empty. */
    List<String> remarks();
}
