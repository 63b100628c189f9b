package io.microscape.study;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a context layer.
 *
 * @param geometry EPSG:4326, longitude first
 * @param values Boolean, Number, String or null, in the order of the table's columns; columns that were met later in the
 *     file have no value
 */
public record ContextFeature(Geometry geometry, List<Object> values) {}
