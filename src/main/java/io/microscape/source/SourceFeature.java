package io.microscape.source;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as it stands in a file: coordinates in the file's CRS with x = east or longitude first, attributes by column
 * name (String, Number, Boolean or null).
 *
 * @param label how messages call it: "feature 12", "row 7", "way 4711"
 * @param geometry may be null, empty or invalid
 */
public record SourceFeature(String label, Geometry geometry, Map<String, Object> attributes) {}
