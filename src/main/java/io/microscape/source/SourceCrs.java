package io.microscape.source;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate system of a source: the one given, else the file's, else the study's; and the way from it to longitude
 * and latitude (EPSG:4326).
 */
public final class SourceCrs {
    private static final CoordinateSystem LON_LAT = CoordinateSystem.of("EPSG:4326");
    /** How far outside of a system's area of use, in degrees, coordinates of a guessed system are still believed. */
    private static final double MARGIN_DEG = 10;

    private final CoordinateSystem system;
    private final String from;
    private final String file;
    private final String note;
    private final CoordinateTransform toLonLat;
    private final CoordinateTransform fromLonLat;

    private SourceCrs(String file, CoordinateSystem system, String from, String note) {
        this.file = file;
        this.system = system;
        this.from = from;
        this.note = note;
        this.toLonLat = CoordinateTransform.between(system, LON_LAT);
        this.fromLonLat = CoordinateTransform.between(LON_LAT, system);
    }

    /**
     * Finds the system.
     *
     * @param declared what the file states, or null
     * @param studyCrs the study's metric CRS, or null
     * @throws InvalidInputException if none is known, or one is named that does not exist
     */
    static SourceCrs resolve(SourceSpec spec, FeatureReader.DeclaredCrs declared, String studyCrs) {
        String file = spec.fileName();
        if (spec.crs() != null) {
            CoordinateSystem given = CoordinateSystem.of(spec.crs());
            return new SourceCrs(file, given, "given", contradiction(given, declared));
        }
        if (declared != null) {
            return new SourceCrs(file, CoordinateSystem.of(declared.crs()), declared.from(), null);
        }
        if (studyCrs != null) {
            return new SourceCrs(
                    file,
                    CoordinateSystem.of(studyCrs),
                    "study",
                    "the file states no coordinate system: taken as the study's " + studyCrs);
        }
        throw InvalidInputException.of(
                file,
                "states no coordinate system",
                "name it with --crs (crs: in the study file): EPSG:4547, EPSG:4326, GCJ-02 …");
    }

    String code() {
        return system.code();
    }

    String from() {
        return from;
    }

    CoordinateSystem system() {
        return system;
    }

    /** What a user should know about the choice; null when there is nothing to say. */
    String note() {
        return note;
    }

    List<String> remarks() {
        return toLonLat.remarks();
    }

    /**
     * The geometry in longitude and latitude.
     *
     * @throws RejectedFeatureException if its coordinates cannot be in this system
     */
    public Geometry toLonLat(Geometry geometry) throws RejectedFeatureException {
        requireDegrees(geometry.getEnvelopeInternal());
        Geometry lonLat;
        try {
            lonLat = toLonLat.apply(geometry);
            requireWayBack(geometry.getEnvelopeInternal(), lonLat.getEnvelopeInternal());
        } catch (InvalidInputException e) {
            throw notInSystem(geometry.getEnvelopeInternal());
        }
        requirePlausible(geometry.getEnvelopeInternal(), lonLat.getEnvelopeInternal());
        return lonLat;
    }

    private void requireDegrees(Envelope box) throws RejectedFeatureException {
        if (system.geographic()
                && !(box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90)) {
            throw notInSystem(box);
        }
    }

    /** A projection's inverse answers far outside its domain too, with places that do not lead back. */
    private void requireWayBack(Envelope box, Envelope lonLat) throws RejectedFeatureException {
        if (system.geographic()) {
            return;
        }
        double[] corner = {box.getMinX(), box.getMinY()};
        toLonLat.apply(corner, 0, 1);
        fromLonLat.apply(corner, 0, 1);
        double error = Math.hypot(corner[0] - box.getMinX(), corner[1] - box.getMinY());
        if (!(error <= 1 + 1e-6 * Math.hypot(box.getMinX(), box.getMinY()))
                || !(Math.abs(lonLat.getMaxX()) <= 180.001 && Math.abs(lonLat.getMaxY()) <= 90)) {
            throw notInSystem(box);
        }
    }

    /** A system that nobody stated for the file is only believed when the coordinates lie where it is used. */
    private void requirePlausible(Envelope box, Envelope lonLat) {
        Envelope area = system.areaOfUse();
        if (!from.equals("study") || area == null) {
            return;
        }
        area.expandBy(MARGIN_DEG);
        if (!area.contains(lonLat)) {
            throw InvalidInputException.of(
                    file,
                    "states no coordinate system, and its coordinates (" + place(box) + ") cannot be in the study's "
                            + system.code(),
                    "name it with --crs (crs: in the study file)");
        }
    }

    private RejectedFeatureException notInSystem(Envelope box) {
        String label = system.code().contains("[") ? system.name() : system.code();
        return new RejectedFeatureException("coordinates (" + place(box) + ") cannot be in " + label + " (" + from
                + "); is another coordinate system meant? then name it with --crs (crs:)");
    }

    private static String place(Envelope box) {
        return String.format(Locale.ROOT, "%.10g, %.10g", box.getMinX(), box.getMinY());
    }

    private static String contradiction(CoordinateSystem given, FeatureReader.DeclaredCrs declared) {
        if (declared == null || declared.from().equals("format")) {
            return null;
        }
        String stated = declared.crs();
        try {
            CoordinateSystem system = CoordinateSystem.of(stated);
            if (CoordinateTransform.between(system, given).isIdentity()) {
                return null;
            }
            stated = system.code();
        } catch (InvalidInputException e) {
            // what the file states cannot be understood: all the better that the user gave one
        }
        return "the file states " + stated + " (" + declared.from() + "); taken as " + given.code() + " as given";
    }
}
