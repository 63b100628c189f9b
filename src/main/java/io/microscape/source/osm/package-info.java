/**
 * OpenStreetMap extracts (.osm, .osm.gz, .osm.bz2, .osm.pbf): spaces, surfaces, roads and trees by a tag table. A file is
 * read three times (relations, ways, nodes), so that memory grows with what is extracted and not with the file.
 */
package io.microscape.source.osm;
