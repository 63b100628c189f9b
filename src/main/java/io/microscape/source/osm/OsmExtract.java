package io.microscape.source.osm;

import io.microscape.crs.CoordinateTransform;
import io.microscape.source.osm.OsmRelation.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements of a file that a tag table asks for, and the places of their nodes. Relations are read first, then the ways
 * that match or are their members, then the nodes of these ways: each pass knows what it has to keep, in whatever order the
 * file is.
 */
final class OsmExtract {
    /** How often a file is read. */
    static final int PASSES = 3;

    /** Tags that say nothing about the ground: a relation with no others takes its outer ways' tags. */
    private static final Set<String> ADMINISTRATIVE_KEYS =
            Set.of("type", "created_by", "source", "note", "fixme", "FIXME", "attribution");

    private final TagTable table;
    private final Map<Long, OsmRelation> relations = new LinkedHashMap<>();
    private final Map<Long, OsmWay> ways = new LinkedHashMap<>();
    private final Map<Long, OsmNode> trees = new LinkedHashMap<>();
    private final Set<Long> memberWays = new HashSet<>();
    private NodeTable nodes;
    private long spaceNodes;

    private OsmExtract(TagTable table) {
        this.table = table;
    }

    static OsmExtract of(OsmFile file, TagTable table) {
        OsmExtract extract = new OsmExtract(table);
        file.accept(extract.relationPass());
        extract.relations
                .values()
                .forEach(relation ->
                        extract.wayMembers(relation).forEach(member -> extract.memberWays.add(member.id())));
        file.accept(extract.wayPass());
        extract.giveUntaggedRelationsTheTagsOfTheirOuterWays();
        LongList needed = new LongList();
        extract.ways.values().forEach(way -> needed.addAll(way.nodes()));
        extract.nodes = new NodeTable(needed.toSortedSet());
        file.accept(extract.nodePass());
        return extract;
    }

    /** Multipolygon relations whose tags the table asks for. */
    Collection<OsmRelation> relations() {
        return relations.values();
    }

    /** Ways that the table asks for, and ways of the relations. */
    Collection<OsmWay> ways() {
        return ways.values();
    }

    /** The way of that id, or null when the file does not have it. */
    OsmWay way(long id) {
        return ways.get(id);
    }

    /** Trees mapped as nodes, in the file's order. */
    Collection<OsmNode> trees() {
        return trees.values();
    }

    NodeTable nodes() {
        return nodes;
    }

    /** Nodes that carry the tags of a space but have no area. */
    long spaceNodes() {
        return spaceNodes;
    }

    /** Elements found that the table asks for. */
    long elements() {
        return (long) relations.size()
                + trees.size()
                + ways.values().stream().filter(this::wanted).count();
    }

    /** Members that are ways. */
    List<Member> wayMembers(OsmRelation relation) {
        return relation.members().stream()
                .filter(member -> member.type() == ElementType.WAY)
                .toList();
    }

    /** Takes all places into EPSG:4326. */
    void transform(CoordinateTransform toLonLat) {
        nodes.transform(toLonLat);
        trees.replaceAll((id, tree) -> {
            double[] place = {tree.lon(), tree.lat()};
            toLonLat.apply(place, 0, 1);
            return new OsmNode(id, tree.version(), false, place[0], place[1], tree.tags());
        });
    }

    private OsmVisitor relationPass() {
        return new OsmVisitor() {
            @Override
            public ElementType visits() {
                return ElementType.RELATION;
            }

            @Override
            public void relation(OsmRelation relation) {
                boolean keep = !relation.deleted()
                        && "multipolygon".equals(relation.tags().get("type"))
                        && (untagged(relation) || table.wantsArea(areaTags(relation)));
                OsmRelation known = relations.get(relation.id());
                if (known == null || known.version() <= relation.version()) {
                    replace(relations, relation.id(), keep ? relation : null);
                }
            }
        };
    }

    private OsmVisitor wayPass() {
        return new OsmVisitor() {
            @Override
            public ElementType visits() {
                return ElementType.WAY;
            }

            @Override
            public void way(OsmWay way) {
                boolean keep = !way.deleted() && (memberWays.contains(way.id()) || wanted(way));
                OsmWay known = ways.get(way.id());
                if (known == null || known.version() <= way.version()) {
                    replace(ways, way.id(), keep ? way : null);
                }
            }
        };
    }

    private OsmVisitor nodePass() {
        return new OsmVisitor() {
            @Override
            public ElementType visits() {
                return ElementType.NODE;
            }

            @Override
            public void node(OsmNode node) {
                boolean tree = table.tree(node.tags());
                nodes.put(node, tree);
                if (!node.deleted() && table.space(node.tags()).isPresent()) {
                    spaceNodes++;
                }
                OsmNode known = trees.get(node.id());
                if (known == null || known.version() <= node.version()) {
                    boolean keep = tree && !node.deleted() && !Double.isNaN(node.lon()) && !Double.isNaN(node.lat());
                    replace(trees, node.id(), keep ? node : null);
                }
            }
        };
    }

    private static <E> void replace(Map<Long, E> elements, long id, E element) {
        if (element == null) {
            elements.remove(id);
        } else {
            elements.put(id, element);
        }
    }

    private boolean wanted(OsmWay way) {
        return table.road(way.tags())
                || table.treeRow(way.tags())
                || table.area(way.tags()) && table.wantsArea(way.tags());
    }

    private static boolean untagged(OsmRelation relation) {
        return ADMINISTRATIVE_KEYS.containsAll(relation.tags().keySet());
    }

    /** The relation's tags as those of an area, which a multipolygon is without saying so. */
    static Map<String, String> areaTags(OsmRelation relation) {
        Map<String, String> tags = new HashMap<>(relation.tags());
        tags.put("area", "yes");
        return tags;
    }

    private void giveUntaggedRelationsTheTagsOfTheirOuterWays() {
        for (OsmRelation relation : List.copyOf(relations.values())) {
            if (!untagged(relation)) {
                continue;
            }
            Map<String, String> tags = null;
            for (Member member : wayMembers(relation)) {
                OsmWay way = ways.get(member.id());
                if (way == null || member.role().equals("inner")) {
                    continue;
                }
                if (tags == null) {
                    tags = new HashMap<>(way.tags());
                } else {
                    tags.entrySet().retainAll(way.tags().entrySet());
                }
            }
            OsmRelation tagged = new OsmRelation(
                    relation.id(), relation.version(), false, relation.members(), tags == null ? Map.of() : tags);
            replace(relations, relation.id(), table.wantsArea(areaTags(tagged)) ? tagged : null);
        }
    }
}
