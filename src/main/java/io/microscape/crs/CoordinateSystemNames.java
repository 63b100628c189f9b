package io.microscape.crs;

import io.microscape.study.InvalidInputException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the system that a name, code, URN, URL or WKT means. GeoTools is only touched when no everyday system fits. */
final class CoordinateSystemNames {
    private static final Pattern EPSG = Pattern.compile(
            "(?:EPSG:+|URN:(?:X-)?OGC:DEF:CRS:EPSG:[^:]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[^/]+/"
                    + "|HTTP://WWW\\.OPENGIS\\.NET/GML/SRS/EPSG\\.XML#|ESRI:)?(\\d{4,7})");
    private static final Pattern CRS84 = Pattern.compile(
            "(?:(?:OGC|CRS):|URN:(?:X-)?OGC:DEF:CRS:OGC:[^:]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/OGC/[^/]+/)(?:CRS)?84");
    private static final Pattern GCJ02 = Pattern.compile("GCJ[-_ ]?0?2");
    private static final Pattern BD09 = Pattern.compile("BD[-_ ]?0?9(?:LL)?");

    private static final Map<String, CoordinateSystem> RESOLVED = new ConcurrentHashMap<>();
    private static final int MAX_CACHED = 1000;

    private CoordinateSystemNames() {}

    static CoordinateSystem resolve(String name) {
        String trimmed = name == null ? "" : name.strip();
        CoordinateSystem known = RESOLVED.get(trimmed);
        if (known == null) {
            known = find(trimmed);
            // names come from requests too: the map must not grow with what strangers ask
            if (RESOLVED.size() < MAX_CACHED) {
                RESOLVED.put(trimmed, known);
            }
        }
        return known;
    }

    private static CoordinateSystem find(String name) {
        if (name.isEmpty()) {
            throw unknown("");
        }
        if (name.indexOf('[') > 0 || name.indexOf('(') > 0) {
            return ofWkt(name);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        if (CRS84.matcher(upper).matches()) {
            return EverydaySystems.CRS84;
        }
        if (GCJ02.matcher(upper).matches()) {
            return EverydaySystems.GCJ02;
        }
        if (BD09.matcher(upper).matches()) {
            return EverydaySystems.BD09;
        }
        Matcher epsg = EPSG.matcher(upper);
        if (!epsg.matches()) {
            throw unknown(name);
        }
        int code = Integer.parseInt(epsg.group(1));
        String authority = upper.startsWith("ESRI:") ? "ESRI" : "EPSG";
        return EverydaySystems.ofEpsg(code)
                .<CoordinateSystem>map(system -> system)
                .or(() -> GeoToolsSystem.ofCode(authority + ":" + code))
                .orElseThrow(() -> unknown(name));
    }

    private static CoordinateSystem ofWkt(String text) {
        WellKnownText wkt = WellKnownText.parse(text);
        Optional<EverydaySystem> everyday = WktMatcher.everyday(wkt);
        if (everyday.isPresent()) {
            return everyday.get();
        }
        Optional<CoordinateSystem> stated =
                wkt.authorityCode().filter(code -> code.startsWith("EPSG:")).flatMap(GeoToolsSystem::ofCode);
        if (stated.isPresent()) {
            return stated.get();
        }
        return WktMatcher.gaussKruger(wkt, text)
                .<CoordinateSystem>map(system -> system)
                .orElseGet(() -> GeoToolsSystem.ofWkt(wkt, text));
    }

    private static InvalidInputException unknown(String name) {
        return InvalidInputException.of(
                "coordinate system \"" + name + "\"",
                "not known",
                "give an EPSG code such as EPSG:4547, or CRS:84, GCJ-02, BD-09, or WKT");
    }
}
