package io.microscape.study;

import org.locationtech.jts.geom.Geometry;

/** A residential community or sub-district: code, name and boundary (null when only a table is given). */
public record Community(String code, String name, Geometry geometry) {}
