/** Geometries on their way in: of the wanted type, repaired, without doubles. */
package io.microscape.source.geometry;
