package io.microscape.crs;

import java.util.List;

/** A system that knows its own way to longitude and latitude on WGS 84. */
interface MappedSystem extends CoordinateSystem {
    /** The way to longitude and latitude and back. */
    LonLatMapping mapping();

    /** What a user should know about the way's accuracy; empty when there is nothing to say. */
    default List<String> remarks() {
        return List.of();
    }
}
