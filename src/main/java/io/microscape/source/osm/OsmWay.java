package io.microscape.source.osm;

import java.util.Map;

/** A way: its nodes by id, in order. */
record OsmWay(long id, int version, boolean deleted, long[] nodes, Map<String, String> tags) {
    /** Ends where it begins, and is long enough to be a ring. */
    boolean closed() {
        return nodes.length >= 4 && nodes[0] == nodes[nodes.length - 1];
    }
}
