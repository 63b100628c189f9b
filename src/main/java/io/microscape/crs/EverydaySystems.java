package io.microscape.crs;

import io.microscape.crs.EverydaySystem.GaussKruger;
import io.microscape.crs.EverydaySystem.Kind;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * The systems of every day's work, built by the rules of the EPSG register so that its database (1 to 3 s) need not be
 * opened: EPSG:4326, CRS:84, 3857, 4490, CGCS2000 Gauss-Krüger 4491 to 4554, UTM 32601 to 32660 and 32701 to 32760, and
 * GCJ-02 and BD-09. A test compares them with the EPSG database.
 */
final class EverydaySystems {
    static final EverydaySystem WGS84 =
            lonLat("EPSG:4326", "WGS 84", true, new Envelope(-180, 180, -90, 90), LonLatMapping.IDENTITY);
    static final EverydaySystem CRS84 = lonLat(
            "CRS:84", "WGS 84 longitude-latitude", false, new Envelope(-180, 180, -90, 90), LonLatMapping.IDENTITY);
    static final EverydaySystem CGCS2000 = lonLat(
            "EPSG:4490",
            "China Geodetic Coordinate System 2000",
            true,
            new Envelope(73.62, 134.77, 16.7, 53.56),
            LonLatMapping.IDENTITY);
    static final EverydaySystem WEB_MERCATOR = new EverydaySystem(
            "EPSG:3857",
            "WGS 84 / Pseudo-Mercator",
            Kind.WEB_MERCATOR,
            false,
            new Envelope(-180, 180, -85.06, 85.06),
            null,
            new PseudoMercator());
    static final EverydaySystem GCJ02 = lonLat("GCJ-02", "GCJ-02", false, chineseMaps(), ChineseOffset.GCJ02);
    static final EverydaySystem BD09 = lonLat("BD-09", "BD-09", false, chineseMaps(), ChineseOffset.BD09);

    private static final int FIRST_MERIDIAN = 75;
    private static final int FIRST_6_DEGREE_ZONE = 13;
    private static final int FIRST_3_DEGREE_ZONE = 25;

    private EverydaySystems() {}

    /** The system of that EPSG code; empty when it is none of every day's. */
    static Optional<EverydaySystem> ofEpsg(int code) {
        return switch (code) {
            case 4326 -> Optional.of(WGS84);
            case 4490 -> Optional.of(CGCS2000);
            // the codes that ESRI and Google used before EPSG gave one
            case 3857, 3785, 900913, 102100, 102113 -> Optional.of(WEB_MERCATOR);
            default -> gaussKruger(code);
        };
    }

    /** The CGCS2000 system (EPSG:4534 to 4554) of the 3-degree zone in which the longitude lies. */
    static EverydaySystem cgcs2000ThreeDegreeZone(double longitudeDeg) {
        int zone = (int) Math.rint((longitudeDeg - FIRST_MERIDIAN) / 3);
        return gaussKruger(4534 + Math.min(20, Math.max(0, zone))).orElseThrow();
    }

    /** The UTM system of the zone in which the place lies (the exceptions of Norway and Svalbard not made). */
    static EverydaySystem utmZone(double longitudeDeg, double latitudeDeg) {
        int zone = Math.floorMod((int) Math.floor((longitudeDeg + 180) / 6), 60) + 1;
        return gaussKruger((latitudeDeg < 0 ? 32700 : 32600) + zone).orElseThrow();
    }

    /** The everyday system that has this projection, on that ellipsoid. */
    static Optional<EverydaySystem> matching(GaussKruger projection) {
        return IntStream.concat(
                        IntStream.rangeClosed(4491, 4554),
                        IntStream.concat(IntStream.rangeClosed(32601, 32660), IntStream.rangeClosed(32701, 32760)))
                .mapToObj(EverydaySystems::gaussKruger)
                .flatMap(Optional::stream)
                .filter(system -> system.projection().matches(projection))
                .findFirst();
    }

    /** Codes of all systems that are built by rule. */
    static Stream<Integer> epsgCodes() {
        return IntStream.concat(
                        IntStream.of(4326, 3857),
                        IntStream.concat(
                                IntStream.rangeClosed(4490, 4554),
                                IntStream.concat(
                                        IntStream.rangeClosed(32601, 32660), IntStream.rangeClosed(32701, 32760))))
                .boxed();
    }

    private static Optional<EverydaySystem> gaussKruger(int code) {
        if (code >= 4491 && code <= 4501) {
            int zone = FIRST_6_DEGREE_ZONE + code - 4491;
            return Optional.of(cgcs2000(code, "Gauss-Kruger zone " + zone, 6, code - 4491, zone));
        }
        if (code >= 4502 && code <= 4512) {
            return Optional.of(cgcs2000(code, "Gauss-Kruger CM ", 6, code - 4502, 0));
        }
        if (code >= 4513 && code <= 4533) {
            int zone = FIRST_3_DEGREE_ZONE + code - 4513;
            return Optional.of(cgcs2000(code, "3-degree Gauss-Kruger zone " + zone, 3, code - 4513, zone));
        }
        if (code >= 4534 && code <= 4554) {
            return Optional.of(cgcs2000(code, "3-degree Gauss-Kruger CM ", 3, code - 4534, 0));
        }
        if (code >= 32601 && code <= 32660) {
            return Optional.of(utm(code, code - 32600, true));
        }
        if (code >= 32701 && code <= 32760) {
            return Optional.of(utm(code, code - 32700, false));
        }
        return Optional.empty();
    }

    private static EverydaySystem cgcs2000(int code, String name, int degrees, int index, int zonePrefix) {
        int meridian = FIRST_MERIDIAN + index * degrees;
        String fullName = "CGCS2000 / " + name + (zonePrefix == 0 ? meridian + "E" : "");
        return projected(
                code,
                fullName,
                true,
                new Envelope(meridian - degrees / 2.0, meridian + degrees / 2.0, 16.7, 53.56),
                new GaussKruger(Ellipsoid.CGCS2000, meridian, 1, zonePrefix * 1e6 + 500_000, 0));
    }

    private static EverydaySystem utm(int code, int zone, boolean north) {
        int meridian = zone * 6 - 183;
        return projected(
                code,
                "WGS 84 / UTM zone " + zone + (north ? "N" : "S"),
                false,
                new Envelope(meridian - 3, meridian + 3, north ? 0 : -80, north ? 84 : 0),
                new GaussKruger(Ellipsoid.WGS84, meridian, 0.9996, 500_000, north ? 0 : 10_000_000));
    }

    private static EverydaySystem projected(
            int code, String name, boolean northingFirst, Envelope areaOfUse, GaussKruger projection) {
        return new EverydaySystem(
                "EPSG:" + code, name, Kind.METRIC, northingFirst, areaOfUse, projection, projection.mapping());
    }

    private static EverydaySystem lonLat(
            String code, String name, boolean northingFirst, Envelope areaOfUse, LonLatMapping mapping) {
        return new EverydaySystem(code, name, Kind.LON_LAT, northingFirst, areaOfUse, null, mapping);
    }

    private static Envelope chineseMaps() {
        return new Envelope(72.004, 137.8347, 0.8293, 55.8271);
    }
}
