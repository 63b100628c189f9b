package io.microscape.crs;

import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.measure.Unit;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.measure.Units;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;
import si.uom.NonSI;
import si.uom.SI;

/** A system of GeoTools' EPSG database, or of a WKT that fits no code. Loading this class loads GeoTools' referencing. */
final class GeoToolsSystem implements MappedSystem {
    private final String code;
    private final CoordinateReferenceSystem crs;
    private final boolean northingFirst;
    private final LonLatMapping mapping;
    private final List<String> remarks = new ArrayList<>();

    private GeoToolsSystem(String code, CoordinateReferenceSystem crs, boolean northingFirst) {
        this.code = code;
        this.crs = crs;
        this.northingFirst = northingFirst;
        this.mapping = mapping(crs);
    }

    /** The system of that code ("EPSG:2326"); empty when the database has none. */
    static Optional<CoordinateSystem> ofCode(String code) {
        try {
            CoordinateReferenceSystem crs = horizontal(CRS.decode(code, true), code);
            AxisDirection first = CRS.getHorizontalCRS(CRS.decode(code, false))
                    .getCoordinateSystem()
                    .getAxis(0)
                    .getDirection();
            boolean northingFirst = AxisDirection.NORTH.equals(first.absolute());
            return Optional.of(new GeoToolsSystem(code, crs, northingFirst));
        } catch (NoSuchAuthorityCodeException e) {
            return Optional.empty();
        } catch (FactoryException e) {
            throw unusable(code, e);
        }
    }

    /** The system that the WKT describes, under its EPSG code where one fits. */
    static CoordinateSystem ofWkt(WellKnownText wkt, String text) {
        CoordinateReferenceSystem crs;
        try {
            // readers give x first whatever axes the text names; the outer code has been tried before
            crs = horizontal(CRS.parseWKT(wkt.textWithout("AXIS", "AUTHORITY")), wkt.name());
        } catch (FactoryException | IllegalArgumentException e) {
            throw unusable(wkt.name(), e);
        }
        return EpsgSearch.codeOf(crs)
                .flatMap(GeoToolsSystem::ofCode)
                .orElseGet(() -> new GeoToolsSystem(text.strip(), crs, false));
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String name() {
        return crs.getName().getCode();
    }

    @Override
    public boolean metric() {
        return crs instanceof ProjectedCRS projected && SI.METRE.equals(unit()) && !isMercator(projected);
    }

    @Override
    public boolean geographic() {
        return crs instanceof GeographicCRS && NonSI.DEGREE_ANGLE.equals(unit());
    }

    @Override
    public boolean northingFirst() {
        return northingFirst;
    }

    @Override
    public Envelope areaOfUse() {
        GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs);
        return box == null
                ? null
                : new Envelope(
                        box.getWestBoundLongitude(),
                        box.getEastBoundLongitude(),
                        box.getSouthBoundLatitude(),
                        box.getNorthBoundLatitude());
    }

    @Override
    public LonLatMapping mapping() {
        return mapping;
    }

    @Override
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public String toString() {
        return code;
    }

    private Unit<?> unit() {
        return Units.autoCorrect(crs.getCoordinateSystem().getAxis(0).getUnit());
    }

    private static boolean isMercator(ProjectedCRS projected) {
        String method = WellKnownText.normalized(
                projected.getConversionFromBase().getMethod().getName().getCode());
        return method.startsWith("mercator") || method.contains("pseudomercator");
    }

    private LonLatMapping mapping(CoordinateReferenceSystem system) {
        try {
            MathTransform toLonLat = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, false);
            return new MathTransformMapping(toLonLat, toLonLat.inverse());
        } catch (FactoryException | TransformException withoutShift) {
            return withoutDatumShift(system);
        }
    }

    private LonLatMapping withoutDatumShift(CoordinateReferenceSystem system) {
        try {
            MathTransform toLonLat = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true);
            String datum = CRS.getHorizontalCRS(system) instanceof ProjectedCRS projected
                    ? projected.getDatum().getName().getCode()
                    : ((GeographicCRS) system).getDatum().getName().getCode();
            if (!datum.contains("2000") || !datum.contains("China")) {
                remarks.add(
                        "no datum shift from " + datum + " to WGS 84 is known to Microscape: places may be off by up to"
                                + " some 100 m; give the coordinates in CGCS2000 or WGS 84, or a WKT with TOWGS84");
            }
            return new MathTransformMapping(toLonLat, toLonLat.inverse());
        } catch (FactoryException | TransformException e) {
            throw unusable(code, e);
        }
    }

    private static CoordinateReferenceSystem horizontal(CoordinateReferenceSystem crs, String name) {
        CoordinateReferenceSystem horizontal = CRS.getHorizontalCRS(crs);
        if (!(horizontal instanceof ProjectedCRS) && !(horizontal instanceof GeographicCRS)) {
            throw InvalidInputException.of(
                    "coordinate system " + name,
                    "it has no longitude and latitude or easting and northing",
                    "give a geographic or projected system");
        }
        return horizontal;
    }

    private static InvalidInputException unusable(String name, Exception cause) {
        return new InvalidInputException(
                "coordinate system " + name + ": cannot be used (" + cause.getMessage()
                        + "); give an EPSG code of a geographic or projected system",
                cause);
    }

    /** GeoTools' transforms as a mapping; they are immutable, hence thread-safe. */
    private record MathTransformMapping(MathTransform toLonLat, MathTransform fromLonLat) implements LonLatMapping {
        @Override
        public boolean fromLonLat(double[] xy, int at) {
            return LonLatMapping.isLonLat(xy, at) && transform(fromLonLat, xy, at);
        }

        @Override
        public boolean toLonLat(double[] xy, int at) {
            return transform(toLonLat, xy, at) && LonLatMapping.isLonLat(xy, at);
        }

        private static boolean transform(MathTransform transform, double[] xy, int at) {
            try {
                transform.transform(xy, at, xy, at, 1);
                return Double.isFinite(xy[at]) && Double.isFinite(xy[at + 1]);
            } catch (TransformException e) {
                return false;
            }
        }
    }
}
