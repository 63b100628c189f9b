package io.microscape.source.osm;

import java.util.Map;

/**
 * A node. Longitude and latitude are degrees, NaN when the file does not give them (deleted or reduced nodes).
 *
 * @param version 0 when not known
 * @param deleted deleted in this version: later than any place it had before
 */
record OsmNode(long id, int version, boolean deleted, double lon, double lat, Map<String, String> tags) {}
