package io.microscape.source.csv;

import io.microscape.source.DamagedFeatureException;
import io.microscape.source.ImportLimits;
import io.microscape.source.ReaderNotes;
import io.microscape.source.RejectedFeatureException;
import io.microscape.source.geometry.PlanarGeometry;
import io.microscape.source.mapping.ColumnNames;
import io.microscape.source.text.StrictNumbers;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Where the rows of a table have their place: two columns of coordinates, a column of WKT, or nowhere. */
interface CsvGeometry {
    /** No place. */
    CsvGeometry NONE = (values, label) -> null;

    /**
     * The geometry of a row; null when its columns are empty.
     *
     * @throws DamagedFeatureException if they hold something else
     */
    Geometry of(Map<String, Object> values, String label);

    /**
     * The columns that the source names, else those that are called as coordinates or WKT usually are, which is noted.
     *
     * @throws InvalidInputException if a named column is not there, or only one of x and y is named
     */
    static CsvGeometry of(SourceSpec spec, List<String> columns, ImportLimits limits, ReaderNotes notes) {
        if (spec.x() != null || spec.y() != null) {
            if (spec.x() == null || spec.y() == null) {
                throw InvalidInputException.of(
                        spec.fileName(), "only one of x and y is named", "name both columns of the coordinates");
            }
            return coordinates(
                    ColumnNames.require(spec.fileName(), columns, spec.x(), "x"),
                    ColumnNames.require(spec.fileName(), columns, spec.y(), "y"));
        }
        for (String name : List.of("wkt", "geometry", "geom", "the_geom", "wkt_geom")) {
            String column = ColumnNames.find(columns, name);
            if (column != null) {
                notes.add("geometry taken from the WKT in column " + column);
                return new WktColumn(column, limits, notes);
            }
        }
        for (List<String> pair : List.of(
                List.of("lon", "lat"),
                List.of("lng", "lat"),
                List.of("long", "lat"),
                List.of("longitude", "latitude"),
                List.of("经度", "纬度"),
                List.of("x", "y"),
                List.of("point_x", "point_y"))) {
            String x = ColumnNames.find(columns, pair.get(0));
            String y = ColumnNames.find(columns, pair.get(1));
            if (x != null && y != null) {
                notes.add("coordinates taken from the columns " + x + " and " + y);
                return coordinates(x, y);
            }
        }
        return NONE;
    }

    private static CsvGeometry coordinates(String x, String y) {
        return (values, label) -> {
            Object xText = values.get(x);
            Object yText = values.get(y);
            return xText == null && yText == null
                    ? null
                    : PlanarGeometry.FACTORY.createPoint(
                            new Coordinate(number(xText, x, label), number(yText, y, label)));
        };
    }

    private static double number(Object text, String column, String label) {
        try {
            return StrictNumbers.parse(text, column);
        } catch (RejectedFeatureException e) {
            throw new DamagedFeatureException(label, e.getMessage());
        }
    }
}
