/** Plane geometry of the index engine, exact with arcs: distance zones, unions of discs and of polygons cut by a polygon. */
package io.microscape.landscape.geometry;
