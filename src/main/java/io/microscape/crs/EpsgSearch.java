package io.microscape.crs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CRSAuthorityFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.projection.MapProjection;

/**
 * Finds the EPSG code of a system that comes without one, as ESRI's {@code .prj} files do. GeoTools' own search compares the
 * datum's name, which ESRI spells in its own way ("D_Beijing_1954"); here names only narrow the choice, and ellipsoid and
 * parameters of the projection decide.
 */
final class EpsgSearch {
    private static final int MIN_NAME_LENGTH = 4;

    private EpsgSearch() {}

    /** "EPSG:2435" for a system that has the same datum, ellipsoid, projection and parameters. */
    static Optional<String> codeOf(CoordinateReferenceSystem crs) {
        String datum = datumName(crs);
        if (datum.length() < MIN_NAME_LENGTH) {
            return Optional.empty();
        }
        CRSAuthorityFactory factory = CRS.getAuthorityFactory(true);
        Class<? extends CoordinateReferenceSystem> type =
                crs instanceof ProjectedCRS ? ProjectedCRS.class : GeographicCRS.class;
        try {
            Set<String> codes = factory.getAuthorityCodes(type);
            return codes.stream()
                    .filter(code -> code.matches("(EPSG:)?\\d+"))
                    .map(code -> code.startsWith("EPSG:") ? code : "EPSG:" + code)
                    .filter(code -> nameContains(factory, code, datum))
                    .filter(code -> isSame(crs, code))
                    .findFirst();
        } catch (FactoryException e) {
            return Optional.empty();
        }
    }

    private static boolean nameContains(CRSAuthorityFactory factory, String code, String datum) {
        try {
            String name = WellKnownText.normalized(String.valueOf(factory.getDescriptionText(code)));
            return name.startsWith(datum);
        } catch (FactoryException e) {
            return false;
        }
    }

    private static boolean isSame(CoordinateReferenceSystem wanted, String code) {
        try {
            CoordinateReferenceSystem candidate = CRS.decode(code, true);
            return candidate.getCoordinateSystem().getDimension() == 2
                    && sameEllipsoid(
                            datum(wanted).getEllipsoid(), datum(candidate).getEllipsoid())
                    && datumName(candidate).equals(datumName(wanted))
                    && sameUnit(wanted, candidate)
                    && sameProjection(wanted, candidate);
        } catch (FactoryException e) {
            return false;
        }
    }

    private static boolean sameEllipsoid(Ellipsoid one, Ellipsoid other) {
        return Math.abs(one.getSemiMajorAxis() - other.getSemiMajorAxis()) < 1e-2
                && Math.abs(one.getInverseFlattening() - other.getInverseFlattening()) < 1e-5;
    }

    private static boolean sameUnit(CoordinateReferenceSystem one, CoordinateReferenceSystem other) {
        return one.getCoordinateSystem()
                .getAxis(0)
                .getUnit()
                .toString()
                .equals(other.getCoordinateSystem().getAxis(0).getUnit().toString());
    }

    private static boolean sameProjection(CoordinateReferenceSystem one, CoordinateReferenceSystem other) {
        if (!(one instanceof ProjectedCRS first) || !(other instanceof ProjectedCRS second)) {
            return one instanceof GeographicCRS && other instanceof GeographicCRS;
        }
        return first.getConversionFromBase().getMathTransform() instanceof MapProjection a
                && second.getConversionFromBase().getMathTransform() instanceof MapProjection b
                && a.getClass() == b.getClass()
                && sameValues(a.getParameterValues(), b.getParameterValues());
    }

    private static boolean sameValues(ParameterValueGroup one, ParameterValueGroup other) {
        List<GeneralParameterValue> values = one.values();
        return values.stream().allMatch(value -> {
            String name = value.getDescriptor().getName().getCode();
            if (name.startsWith("semi_m")) {
                return true;
            }
            double a = ((ParameterValue<?>) value).doubleValue();
            double b = other.parameter(name).doubleValue();
            return Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(b)) || (Double.isNaN(a) && Double.isNaN(b));
        });
    }

    private static GeodeticDatum datum(CoordinateReferenceSystem crs) {
        return crs instanceof ProjectedCRS projected
                ? (GeodeticDatum) projected.getDatum()
                : ((GeographicCRS) crs).getDatum();
    }

    /** "beijing1954" of "D_Beijing_1954" and "Beijing 1954". */
    private static String datumName(CoordinateReferenceSystem crs) {
        String name = datum(crs).getName().getCode();
        return WellKnownText.normalized(name.toLowerCase(Locale.ROOT).startsWith("d_") ? name.substring(2) : name);
    }
}
