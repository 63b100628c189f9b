/** GeoJSON: collections, single features, and one after the other. */
package io.microscape.source.geojson;
