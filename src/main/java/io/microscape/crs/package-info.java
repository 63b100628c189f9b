/** Choosing and applying coordinate systems: GeoTools transforms, axis order, GCJ-02 and BD-09. */
package io.microscape.crs;
