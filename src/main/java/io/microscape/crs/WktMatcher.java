package io.microscape.crs;

import io.microscape.crs.EverydaySystem.GaussKruger;
import io.microscape.crs.EverydaySystem.Kind;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds the everyday system that a WKT describes, in OGC's, ESRI's or ISO's dialect, by datum, ellipsoid, projection method
 * and parameters; names of systems and stated codes do not count, for both are often wrong in files.
 */
final class WktMatcher {
    private static final Set<String> TRANSVERSE_MERCATOR = Set.of("transversemercator", "gausskruger");
    private static final Set<String> WEB_MERCATOR =
            Set.of("mercatorauxiliarysphere", "popularvisualisationpseudomercator", "popularvisualisationmercator");
    private static final double DEGREE = Math.PI / 180;

    private WktMatcher() {}

    /** The everyday system that is described. */
    static Optional<EverydaySystem> everyday(WellKnownText wkt) {
        Optional<EverydaySystem> datum = datum(wkt);
        if (datum.isEmpty()) {
            return Optional.empty();
        }
        return switch (wkt.keyword()) {
            case "GEOGCS", "GEOGCRS", "GEODCRS", "GEOGRAPHICCRS" -> datum;
            case "PROJCS", "PROJCRS", "PROJECTEDCRS" ->
                isWebMercator(wkt)
                        ? Optional.of(EverydaySystems.WEB_MERCATOR)
                        : projection(wkt).flatMap(EverydaySystems::matching);
            default -> Optional.empty();
        };
    }

    /**
     * A Gauss-Krüger system of WGS 84 or CGCS2000 that has no code: the own systems of Chinese cities, with a meridian
     * and a false easting of their own. Its code is the WKT.
     */
    static Optional<EverydaySystem> gaussKruger(WellKnownText wkt, String text) {
        if (!wkt.keyword().startsWith("PROJ") || datum(wkt).isEmpty()) {
            return Optional.empty();
        }
        return projection(wkt)
                .map(projection -> new EverydaySystem(
                        text.strip(), wkt.name(), Kind.METRIC, false, null, projection, projection.mapping()));
    }

    /** WGS 84 or CGCS2000, when the datum is that, in degrees from Greenwich and without a shift. */
    private static Optional<EverydaySystem> datum(WellKnownText wkt) {
        Optional<WellKnownText> datum = wkt.descendant("DATUM", "ENSEMBLE", "TRF");
        Optional<WellKnownText> spheroid = wkt.descendant("SPHEROID", "ELLIPSOID");
        if (datum.isEmpty() || spheroid.isEmpty() || !isPlain(wkt)) {
            return Optional.empty();
        }
        String name = WellKnownText.normalized(datum.get().name());
        double semiMajorM = spheroid.get().number(1);
        double inverseFlattening = spheroid.get().number(2);
        boolean chinese = (name.contains("china") && name.contains("2000")) || name.contains("cgcs2000");
        if (chinese && Ellipsoid.CGCS2000.matches(semiMajorM, inverseFlattening)) {
            return Optional.of(EverydaySystems.CGCS2000);
        }
        boolean worldwide = (name.contains("wgs") && name.contains("84")) || name.contains("worldgeodeticsystem1984");
        if (worldwide && Ellipsoid.WGS84.matches(semiMajorM, inverseFlattening)) {
            return Optional.of(EverydaySystems.WGS84);
        }
        return Optional.empty();
    }

    /** Greenwich, degrees, no datum shift of its own. */
    private static boolean isPlain(WellKnownText wkt) {
        WellKnownText geographic =
                wkt.descendant("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS").orElse(wkt);
        boolean greenwich = geographic
                        .child("PRIMEM", "PRIMEMERIDIAN")
                        .map(prime -> prime.number(1))
                        .orElse(0.0)
                == 0;
        boolean degrees = Math.abs(unit(geographic).orElse(DEGREE) - DEGREE) < 1e-10;
        boolean unshifted = wkt.descendant("TOWGS84")
                .map(shift -> shift.arguments().stream().allMatch(value -> isZero(value.text())))
                .orElse(true);
        return greenwich && degrees && unshifted;
    }

    private static boolean isZero(String number) {
        return number.matches("[-+]?0*\\.?0*");
    }

    private static boolean isWebMercator(WellKnownText wkt) {
        Optional<WellKnownText> method = method(wkt);
        boolean pseudo = method.map(element -> WEB_MERCATOR.contains(WellKnownText.normalized(element.name())))
                        .orElse(false)
                || wkt.child("EXTENSION")
                        .filter(extension -> extension.arguments().stream()
                                .anyMatch(argument -> argument.text().contains("+nadgrids=@null")))
                        .isPresent();
        return pseudo
                && parameter(wkt, 0, "centralmeridian", "longitudeofnaturalorigin") == 0
                && parameter(wkt, 0, "falseeasting") == 0
                && parameter(wkt, 0, "falsenorthing") == 0
                && parameter(wkt, 0, "standardparallel1", "latitudeoforigin", "latitudeofnaturalorigin") == 0
                && parameter(wkt, 0, "auxiliaryspheretype") == 0
                && inMetres(wkt);
    }

    private static Optional<GaussKruger> projection(WellKnownText wkt) {
        boolean transverse = method(wkt)
                .filter(element -> TRANSVERSE_MERCATOR.contains(WellKnownText.normalized(element.name())))
                .isPresent();
        double originDeg = parameter(wkt, 0, "latitudeoforigin", "latitudeofnaturalorigin");
        if (!transverse || originDeg != 0 || !inMetres(wkt)) {
            return Optional.empty();
        }
        WellKnownText spheroid = wkt.descendant("SPHEROID", "ELLIPSOID").orElseThrow();
        return Optional.of(new GaussKruger(
                        new Ellipsoid(spheroid.number(1), spheroid.number(2)),
                        parameter(wkt, Double.NaN, "centralmeridian", "longitudeofnaturalorigin"),
                        parameter(wkt, 1, "scalefactor", "scalefactoratnaturalorigin"),
                        parameter(wkt, 0, "falseeasting"),
                        parameter(wkt, 0, "falsenorthing")))
                .filter(projection -> Double.isFinite(projection.centralMeridianDeg()));
    }

    private static Optional<WellKnownText> method(WellKnownText wkt) {
        return wkt.descendant("PROJECTION", "METHOD");
    }

    private static double parameter(WellKnownText wkt, double absent, String... names) {
        WellKnownText holder = wkt.child("CONVERSION").orElse(wkt);
        return holder.children().stream()
                .filter(child -> child.keyword().equals("PARAMETER"))
                .filter(child -> Set.of(names).contains(WellKnownText.normalized(child.name())))
                .mapToDouble(child -> child.number(1))
                .findFirst()
                .orElse(absent);
    }

    private static boolean inMetres(WellKnownText wkt) {
        OptionalDouble unit = wkt.child("UNIT", "LENGTHUNIT").stream()
                .mapToDouble(element -> element.number(1))
                .findFirst();
        return unit.orElse(1) == 1;
    }

    private static Optional<Double> unit(WellKnownText element) {
        return element.child("UNIT", "ANGLEUNIT").map(unit -> unit.number(1));
    }
}
