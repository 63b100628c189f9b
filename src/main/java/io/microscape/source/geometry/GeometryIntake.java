package io.microscape.source.geometry;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.crs.MetricCrs;
import io.microscape.source.ImportTally;
import io.microscape.source.RejectedFeatureException;
import io.microscape.source.SourceCrs;
import io.microscape.source.SourceFeature;
import io.microscape.study.ImportReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;

/**
 * Makes of a file's geometry what the domain wants: of the right type, valid, in longitude and latitude. Says what it
 * mended; rejects what cannot be mended.
 */
public final class GeometryIntake {
    private final Shape shape;
    private final boolean placeOptional;
    private final SourceCrs crs;
    private final CoordinateSystem studyMetric;
    private final ImportTally tally;

    /** The geometry that a kind of feature has. */
    public enum Shape {
        AREA("polygons"),
        LINE("lines"),
        AREA_OR_POINT("points or polygons"),
        ANY("points, lines or polygons"),
        NONE("no geometry");

        private final String words;

        Shape(String words) {
            this.words = words;
        }
    }

    /**
     * @param placeOptional whether a feature whose geometry is missing or has collapsed is kept without one (communities:
     *     others refer to their code and name)
     * @param studyMetric metric system of the study in which repaired areas are measured; null to choose one by place
     */
    public GeometryIntake(
            Shape shape, boolean placeOptional, SourceCrs crs, CoordinateSystem studyMetric, ImportTally tally) {
        this.shape = shape;
        this.placeOptional = placeOptional;
        this.crs = crs;
        this.studyMetric = studyMetric;
        this.tally = tally;
    }

    /**
     * The usable geometries of a feature: one, for a multi-point of trees one each; null for a feature that is kept without
     * a place.
     *
     * @throws RejectedFeatureException if there is none
     */
    public List<Geometry> take(SourceFeature feature) throws RejectedFeatureException {
        try {
            return take(feature.geometry(), feature.label());
        } catch (RejectedFeatureException e) {
            if (placeOptional && e.isPlaceless()) {
                tally.notes().count("kept without boundary: " + e.getMessage(), feature.label());
                return Collections.singletonList(null);
            }
            throw e;
        }
    }

    private List<Geometry> take(Geometry geometry, String label) throws RejectedFeatureException {
        if (geometry == null || geometry.isEmpty()) {
            throw RejectedFeatureException.placeless(geometry == null ? "has no geometry" : "its geometry is empty");
        }
        requireFinite(geometry, label);
        Geometry flat = flatten(geometry);
        boolean points = flat instanceof Point || flat instanceof MultiPoint;
        boolean lines = parts(flat).stream().allMatch(LineString.class::isInstance);
        boolean fits = switch (shape) {
            case AREA -> flat instanceof Polygonal;
            case LINE -> lines;
            case AREA_OR_POINT -> points || flat instanceof Polygonal;
            case ANY -> points || lines || flat instanceof Polygonal;
            case NONE -> false;
        };
        if (!fits) {
            throw new RejectedFeatureException(
                    "is a " + flat.getGeometryType() + ", but " + shape.words + " are wanted");
        }
        if (flat instanceof Polygonal) {
            return List.of(area(flat, label));
        }
        if (points) {
            return points(flat, label);
        }
        return List.of(crs.toLonLat(withoutPointLikeLines(flat, label)));
    }

    /** Whether the geometry is of points, of lines or of polygons only. */
    public static boolean isOfOneSort(Geometry geometry) {
        return !flatten(geometry).getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    }

    private Geometry area(Geometry given, String label) throws RejectedFeatureException {
        GeometryRepair repair = GeometryRepair.of(given);
        if (repair.problem() == null) {
            return validInDegrees(crs.toLonLat(given), label);
        }
        double before = areaM2(crs.toLonLat(given));
        if (repair.geometry().isEmpty() || !(repair.geometry().getArea() > 0)) {
            throw RejectedFeatureException.placeless("its polygon has no area (" + repair.problem() + ")");
        }
        Geometry lonLat = validInDegrees(crs.toLonLat(repair.geometry()), label);
        tally.repaired(new ImportReport.Repair(label, repair.problem(), before, areaM2(lonLat)));
        return lonLat;
    }

    /** A change of coordinates can fold a sliver over by the last digit. */
    private Geometry validInDegrees(Geometry lonLat, String label) throws RejectedFeatureException {
        GeometryRepair repair = GeometryRepair.of(lonLat);
        if (repair.problem() == null) {
            return lonLat;
        }
        if (repair.geometry().isEmpty()) {
            throw RejectedFeatureException.placeless("its polygon is so narrow that it has no area in degrees");
        }
        tally.notes().count("polygons were valid in the file and had to be repaired in degrees", label);
        return repair.geometry();
    }

    private List<Geometry> points(Geometry flat, String label) throws RejectedFeatureException {
        if (flat.getNumGeometries() > 1) {
            tally.notes().count("multi-points were taken apart into single points", label);
        }
        List<Geometry> points = new ArrayList<>();
        for (Geometry point : parts(flat)) {
            points.add(crs.toLonLat(point));
        }
        return points;
    }

    private Geometry withoutPointLikeLines(Geometry lines, String label) throws RejectedFeatureException {
        List<Geometry> parts = parts(lines);
        List<LineString> kept = parts.stream()
                .filter(line -> line.getLength() > 0)
                .map(LineString.class::cast)
                .toList();
        if (kept.isEmpty()) {
            throw new RejectedFeatureException("its line has no length");
        }
        if (kept.size() == parts.size()) {
            return lines;
        }
        tally.notes().count("parts of lines without length were dropped", label);
        return lines.getFactory().createMultiLineString(kept.toArray(LineString[]::new));
    }

    /** A collection of one sort of part becomes a multi-part of it. */
    private static Geometry flatten(Geometry geometry) {
        if (!geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            return geometry;
        }
        List<Geometry> parts = parts(geometry);
        boolean oneSort = parts.stream().map(Object::getClass).distinct().count() == 1;
        return oneSort ? geometry.getFactory().buildGeometry(parts) : geometry;
    }

    /** The simple parts at every depth that are not empty. */
    private static List<Geometry> parts(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof GeometryCollection) {
                parts.addAll(parts(part));
            } else if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private void requireFinite(Geometry geometry, String label) throws RejectedFeatureException {
        FiniteCheck check = new FiniteCheck();
        geometry.apply(check);
        if (check.infinite) {
            throw new RejectedFeatureException("a coordinate is not a finite number");
        }
        if (check.third) {
            tally.notes().count("third and fourth coordinates (Z, M) were dropped", label);
        }
    }

    private double areaM2(Geometry lonLat) {
        CoordinateSystem metric = studyMetric != null
                ? studyMetric
                : MetricCrs.choose(lonLat.getEnvelopeInternal()).system();
        return CoordinateTransform.between(CoordinateSystem.of("EPSG:4326"), metric)
                .apply(lonLat)
                .getArea();
    }

    private static final class FiniteCheck implements CoordinateSequenceFilter {
        private boolean infinite;
        private boolean third;

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            infinite |= !Double.isFinite(sequence.getX(i)) || !Double.isFinite(sequence.getY(i));
            third |= sequence.getDimension() > 2 && !Double.isNaN(sequence.getOrdinate(i, 2));
        }

        @Override
        public boolean isDone() {
            return infinite;
        }

        @Override
        public boolean isGeometryChanged() {
            return false;
        }
    }
}
