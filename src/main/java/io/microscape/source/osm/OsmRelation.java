package io.microscape.source.osm;

import java.util.List;
import java.util.Map;

/** A relation and its members in order. */
record OsmRelation(long id, int version, boolean deleted, List<Member> members, Map<String, String> tags) {
    /** A member; the role may be empty. */
    record Member(ElementType type, long id, String role) {}
}
