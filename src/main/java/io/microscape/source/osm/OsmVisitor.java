package io.microscape.source.osm;

/** Takes the elements of a file in the file's order; those of another type than {@link #visits} are not even decoded. */
interface OsmVisitor {
    ElementType visits();

    default void node(OsmNode node) {}

    default void way(OsmWay way) {}

    default void relation(OsmRelation relation) {}
}
