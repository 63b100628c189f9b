package io.microscape.source.csv;

import io.microscape.source.DamagedFeatureException;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.geometry.PlanarGeometry;
import java.util.Map;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Rows have their place as WKT in a column, or as PostGIS' EWKT, whose SRID says no more than the CRS that is given. */
record WktColumn(String column, ImportLimits limits, ReaderNotes notes) implements CsvGeometry {
    private static final Pattern SRID = Pattern.compile("^\\s*SRID=\\d+;");
    private static final int MAX_NESTING = 64;

    @Override
    public Geometry of(Map<String, Object> values, String label) {
        if (!(values.get(column) instanceof String text)) {
            return null;
        }
        String wkt = SRID.matcher(text).replaceFirst("");
        checkSize(wkt, label);
        try {
            return new WKTReader(PlanarGeometry.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw unreadable(label, e);
        } catch (IllegalArgumentException e) {
            // a ring that is open or too short
            return closed(wkt, label);
        }
    }

    private Geometry closed(String wkt, String label) {
        try {
            WKTReader reader = new WKTReader(PlanarGeometry.FACTORY);
            reader.setFixStructure(true);
            Geometry geometry = reader.read(wkt);
            notes.count("rings that were not closed were closed", label);
            return geometry;
        } catch (ParseException | IllegalArgumentException e) {
            throw unreadable(label, e);
        }
    }

    private void checkSize(String wkt, String label) {
        int coordinates = 0;
        int depth = 0;
        for (int i = 0; i < wkt.length(); i++) {
            switch (wkt.charAt(i)) {
                case ',' -> coordinates++;
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {}
            }
            if (depth > MAX_NESTING) {
                throw new DamagedFeatureException(label, "the WKT is nested deeper than " + MAX_NESTING + " levels");
            }
        }
        if (coordinates >= limits.maxCoordinates()) {
            throw new DamagedFeatureException(
                    label,
                    "has more than " + limits.maxCoordinates() + " coordinates (the limit MICROSCAPE_MAX_COORDINATES)");
        }
    }

    private DamagedFeatureException unreadable(String label, Exception e) {
        return new DamagedFeatureException(
                label, "column " + column + " holds no WKT that can be read (" + e.getMessage() + ")");
    }
}
