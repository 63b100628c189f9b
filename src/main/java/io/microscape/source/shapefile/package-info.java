/** ESRI Shapefiles. */
package io.microscape.source.shapefile;
