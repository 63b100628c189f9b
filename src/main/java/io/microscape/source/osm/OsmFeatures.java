package io.microscape.source.osm;

import io.microscape.source.ImportLimits;
import io.microscape.source.osm.OsmRelation.Member;
import io.microscape.source.osm.TagTable.SurfaceMatch;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.ImportReport.Repair;
import io.microscape.study.ImportSink;
import io.microscape.study.InvalidInputException;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Makes features of the elements of an extract, hands them on, and keeps account of what was repaired and left out. */
final class OsmFeatures {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<String> NAME_KEYS = List.of("name", "name:zh", "name:en");
    private static final List<String> SPECIES_KEYS =
            List.of("species", "taxon", "species:zh", "species:en", "taxon:zh", "taxon:en", "genus");

    private final OsmExtract extract;
    private final TagTable table;
    private final ImportLimits limits;
    private final ImportSink sink;
    private final String fileName;

    private final ExactDuplicates knownSpaces = new ExactDuplicates();
    private final ExactDuplicates knownSurfaces = new ExactDuplicates();
    private final ExactDuplicates knownRoads = new ExactDuplicates();
    private final ExactDuplicates knownCrowns = new ExactDuplicates();
    /** Ways whose relation stands for them. */
    private final Set<Long> spaceByRelation = new HashSet<>();

    private final Set<Long> surfaceByRelation = new HashSet<>();
    /** Ways that are part of the ring of a relation that could be put together. */
    private final Set<Long> ringWays = new HashSet<>();

    private long spaces;
    private final Map<Cover, Long> surfaces = new EnumMap<>(Cover.class);
    private long roads;
    private long mappedTrees;
    private long plantedTrees;
    private long rows;
    private long treesWithoutDiameter;
    private long rowsWithoutDiameter;

    private final List<Repair> repaired = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> countedOnce = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> badValues = new ArrayList<>();
    private final List<String> openSurfaces = new ArrayList<>();
    private final List<String> cutRoads = new ArrayList<>();
    private final List<String> rowsOfMappedTrees = new ArrayList<>();

    OsmFeatures(OsmExtract extract, TagTable table, ImportLimits limits, ImportSink sink, String fileName) {
        this.extract = extract;
        this.table = table;
        this.limits = limits;
        this.sink = sink;
        this.fileName = fileName;
    }

    /** Hands all features to the sink: relations first, for they decide which ways stand for themselves. */
    void push() {
        extract.relations().forEach(this::relation);
        for (OsmWay way : extract.ways()) {
            areaOfWay(way);
            if (table.road(way.tags())) {
                road(way);
            }
            if (table.treeRow(way.tags())) {
                treeRow(way);
            }
        }
        extract.trees().forEach(this::tree);
    }

    /** Features handed on. */
    long accepted() {
        return spaces + surfaceCount() + roads + mappedTrees + plantedTrees;
    }

    List<Repair> repaired() {
        return repaired;
    }

    List<String> duplicates() {
        return duplicates;
    }

    /** What a user should know: counts, defaults used, and every element left out. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "by tag table %s: %d spaces, %d surfaces (%s), %d roads, %d trees (%d mapped one by one, %d set along %d tree rows)",
                table.name(),
                spaces,
                surfaceCount(),
                Arrays.stream(Cover.values())
                        .map(cover -> cover.key() + " " + surfaces.getOrDefault(cover, 0L))
                        .collect(Collectors.joining(", ")),
                roads,
                mappedTrees + plantedTrees,
                mappedTrees,
                plantedTrees,
                rows));
        if (treesWithoutDiameter > 0) {
            notes.add(treesWithoutDiameter + " of " + extract.trees().size()
                    + " trees have no usable diameter_crown; the tag table's " + table.treeCrownM() + " m was taken");
        }
        if (rows > 0) {
            notes.add("trees of " + rows + " tree rows were set at gaps as near to the tag table's "
                    + table.rowSpacingM() + " m as the length of each row allows");
        }
        if (rowsWithoutDiameter > 0) {
            notes.add(rowsWithoutDiameter + " of " + rows + " tree rows have no usable diameter_crown; the tag table's "
                    + table.rowCrownM() + " m was taken");
        }
        notes.addAll(badValues);
        addList(
                notes,
                "along rows whose trees are mapped one by one none was set beside a mapped one",
                rowsOfMappedTrees);
        addList(notes, "roads that leave the extract were taken as far as it has their nodes", cutRoads);
        addList(notes, "outer ring and relation with the same tags were counted once", countedOnce);
        if (extract.spaceNodes() > 0) {
            notes.add("left out: " + extract.spaceNodes() + " nodes tagged as spaces, which have no area");
        }
        addList(notes, "left out: ways with the tags of a surface that are lines", openSurfaces);
        leftOut.forEach(element -> notes.add("left out: " + element));
        return notes;
    }

    private static void addList(List<String> notes, String what, List<String> elements) {
        if (!elements.isEmpty()) {
            notes.add(what + " (" + elements.size() + "): " + String.join(", ", elements));
        }
    }

    private long surfaceCount() {
        return surfaces.values().stream().mapToLong(Long::longValue).sum();
    }

    private void relation(OsmRelation relation) {
        Map<String, String> tags = OsmExtract.areaTags(relation);
        String label = label("relation", relation.id(), tags);
        List<Member> members = extract.wayMembers(relation);
        List<OsmWay> ways = members.stream()
                .map(member -> extract.way(member.id()))
                .filter(way -> way != null)
                .distinct()
                .toList();
        long missing = members.stream()
                .filter(member -> extract.way(member.id()) == null)
                .count();
        if (missing > 0 || members.isEmpty()) {
            leftOut.add(label + ": " + missing + " of its " + members.size() + " ways are not in the file");
            return;
        }
        if (relation.members().stream().anyMatch(member -> member.type() == ElementType.RELATION)) {
            leftOut.add(label + ": a multipolygon cannot have relations as members");
            return;
        }
        requireBelowLimit(
                label, ways.stream().mapToLong(way -> way.nodes().length).sum());
        List<Coordinate[]> lines =
                ways.stream().map(way -> extract.nodes().get(way.nodes())).toList();
        if (lines.stream().flatMap(Arrays::stream).anyMatch(place -> place == null)) {
            leftOut.add(label + ": nodes of its ways are not in the file");
            return;
        }
        AreaAssembler.Result area = AreaAssembler.ofLines(lines);
        if (!keep(label, area)) {
            return;
        }
        ways.forEach(way -> ringWays.add(way.id()));
        Optional<Map<String, String>> space = table.space(tags);
        Optional<SurfaceMatch> surface = table.surface(tags);
        for (Member member : members) {
            OsmWay way = extract.way(member.id());
            if (!member.role().equals("inner") && way.closed() && table.area(way.tags())) {
                standsForWay(label, way, space, surface);
            }
        }
        space.ifPresent(matched -> space(label, "r" + relation.id(), tags, area.geometry()));
        surface.ifPresent(matched -> surface(label, matched.cover(), area.geometry()));
    }

    private void standsForWay(
            String label, OsmWay way, Optional<Map<String, String>> space, Optional<SurfaceMatch> surface) {
        boolean sameSpace = space.isPresent() && space.equals(table.space(way.tags()));
        boolean sameSurface = surface.isPresent() && surface.equals(table.surface(way.tags()));
        if (sameSpace) {
            spaceByRelation.add(way.id());
        }
        if (sameSurface) {
            surfaceByRelation.add(way.id());
        }
        if (sameSpace || sameSurface) {
            countedOnce.add("way " + way.id() + " of " + label);
        }
    }

    private void areaOfWay(OsmWay way) {
        if (!table.area(way.tags())) {
            return;
        }
        boolean isSpace =
                !spaceByRelation.contains(way.id()) && table.space(way.tags()).isPresent();
        Optional<SurfaceMatch> surface =
                surfaceByRelation.contains(way.id()) ? Optional.empty() : table.surface(way.tags());
        if (!isSpace && surface.isEmpty()) {
            return;
        }
        String label = label("way", way.id(), way.tags());
        if (!way.closed()) {
            if (!ringWays.contains(way.id())) {
                if (isSpace) {
                    leftOut.add(label + ": it is tagged as a space but not closed");
                } else {
                    openSurfaces.add("way " + way.id());
                }
            }
            return;
        }
        Coordinate[] ring = extract.nodes().get(way.nodes());
        if (Arrays.stream(ring).anyMatch(place -> place == null)) {
            leftOut.add(label + ": some of its nodes are not in the file");
            return;
        }
        AreaAssembler.Result area = AreaAssembler.ofRing(ring);
        if (!keep(label, area)) {
            return;
        }
        if (isSpace) {
            space(label, "w" + way.id(), way.tags(), area.geometry());
        }
        surface.ifPresent(matched -> surface(label, matched.cover(), area.geometry()));
    }

    /** Lists what was left out or repaired; true if there is an area. */
    private boolean keep(String label, AreaAssembler.Result area) {
        if (area.geometry() == null) {
            leftOut.add(label + ": " + area.problem());
            return false;
        }
        if (area.repaired()) {
            repaired.add(
                    new Repair(label, area.problem(), area.areaBeforeM2(), DegreeArea.squareMetres(area.geometry())));
        }
        return true;
    }

    private void space(String label, String code, Map<String, String> tags, Geometry geometry) {
        String name = firstOf(tags, NAME_KEYS);
        if (isNew(knownSpaces, "space", label, geometry, name)) {
            spaces++;
            sink.space(new MicroSpace(code, name == null ? "" : name, null, true, geometry));
        }
    }

    private void surface(String label, Cover cover, Geometry geometry) {
        if (isNew(knownSurfaces, "surface", label, geometry, cover)) {
            surfaces.merge(cover, 1L, Long::sum);
            sink.surface(new Surface(cover, geometry));
        }
    }

    private void road(OsmWay way) {
        Map<String, String> tags = way.tags();
        String label = label("way", way.id(), tags);
        Coordinate[] places = extract.nodes().get(way.nodes());
        List<LineString> parts = partsInFile(places);
        if (parts.isEmpty()) {
            leftOut.add(label + ": fewer than two of the road's nodes are in the file, or all are at one place");
            return;
        }
        if (Arrays.stream(places).anyMatch(place -> place == null)) {
            cutRoads.add("way " + way.id());
        }
        Geometry line =
                parts.size() == 1 ? parts.get(0) : FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
        if (isNew(knownRoads, "road", label, line)) {
            roads++;
            sink.road(new Road(
                    firstOf(tags, NAME_KEYS),
                    tags.get("highway"),
                    isSet(tags, "bridge"),
                    isSet(tags, "tunnel"),
                    level(label, tags.get("layer")),
                    line));
        }
    }

    /** Runs of nodes that the file has; over a gap nothing is drawn. */
    private static List<LineString> partsInFile(Coordinate[] places) {
        List<LineString> parts = new ArrayList<>();
        List<Coordinate> run = new ArrayList<>();
        for (int i = 0; i <= places.length; i++) {
            Coordinate place = i < places.length ? places[i] : null;
            if (place == null) {
                if (run.size() > 1) {
                    parts.add(FACTORY.createLineString(run.toArray(Coordinate[]::new)));
                }
                run.clear();
            } else if (run.isEmpty() || !place.equals2D(run.get(run.size() - 1))) {
                run.add(place);
            }
        }
        return parts;
    }

    private int level(String label, String layer) {
        if (layer == null) {
            return 0;
        }
        try {
            return Integer.parseInt(layer.strip());
        } catch (NumberFormatException e) {
            badValues.add(label + ": layer=" + layer + " is no whole number; 0 was taken");
            return 0;
        }
    }

    private void tree(OsmNode tree) {
        String label = "node " + tree.id();
        OptionalDouble diameter = diameter(label, tree.tags(), table.treeCrownM());
        if (diameter.isEmpty()) {
            treesWithoutDiameter++;
        }
        if (crown(
                label,
                new Coordinate(tree.lon(), tree.lat()),
                diameter.orElse(table.treeCrownM()),
                firstOf(tree.tags(), SPECIES_KEYS))) {
            mappedTrees++;
        }
    }

    private void treeRow(OsmWay way) {
        String label = label("way", way.id(), way.tags());
        Coordinate[] line = extract.nodes().get(way.nodes());
        if (line.length < 2 || Arrays.stream(line).anyMatch(place -> place == null)) {
            leftOut.add(label + ": some nodes of the tree row are not in the file");
            return;
        }
        requireBelowLimit(label, (long) (TreeRow.lengthM(line) / table.rowSpacingM()));
        rows++;
        OptionalDouble diameter = diameter(label, way.tags(), table.rowCrownM());
        if (diameter.isEmpty()) {
            rowsWithoutDiameter++;
        }
        List<Coordinate> mapped = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            if (extract.nodes().tree(way.nodes()[i])) {
                mapped.add(line[i]);
            }
        }
        if (!mapped.isEmpty()) {
            rowsOfMappedTrees.add("way " + way.id());
        }
        String species = firstOf(way.tags(), SPECIES_KEYS);
        for (Coordinate place : TreeRow.plant(line, table.rowSpacingM())) {
            boolean taken = mapped.stream().anyMatch(tree -> TreeRow.distanceM(tree, place) < table.rowSpacingM() / 2);
            if (!taken && crown(label, place, diameter.orElse(table.rowCrownM()), species)) {
                plantedTrees++;
            }
        }
    }

    /** The crown diameter that the tags state; empty when there is none, or none that can be used, which is listed. */
    private OptionalDouble diameter(String label, Map<String, String> tags, double otherwise) {
        String value = tags.get("diameter_crown");
        if (value == null) {
            return OptionalDouble.empty();
        }
        OptionalDouble diameter = CrownDiameter.parse(value);
        if (diameter.isEmpty()) {
            badValues.add(label + ": diameter_crown=" + value + " is no length between 0 and 100 m; " + otherwise
                    + " m was taken");
        }
        return diameter;
    }

    private boolean crown(String label, Coordinate place, double diameterM, String species) {
        Geometry point = FACTORY.createPoint(place);
        if (!isNew(knownCrowns, "tree", label, point, diameterM, species)) {
            return false;
        }
        sink.crown(new Crown(point, diameterM, species));
        return true;
    }

    private boolean isNew(ExactDuplicates known, String what, String label, Geometry geometry, Object... attributes) {
        String first = known.add(label, geometry, attributes);
        if (first != null) {
            duplicates.add(what + " " + label + " is the same as " + first);
        }
        return first == null;
    }

    private void requireBelowLimit(String label, long coordinates) {
        if (coordinates > limits.maxCoordinates()) {
            throw InvalidInputException.of(
                    fileName + ", " + label,
                    "it has more than " + limits.maxCoordinates() + " coordinates",
                    "set MICROSCAPE_MAX_COORDINATES if that is meant");
        }
    }

    private static boolean isSet(Map<String, String> tags, String key) {
        String value = tags.get(key);
        return value != null && !value.equals("no");
    }

    private static String label(String type, long id, Map<String, String> tags) {
        String name = firstOf(tags, NAME_KEYS);
        return type + " " + id + (name == null ? "" : " (" + name + ")");
    }

    private static String firstOf(Map<String, String> tags, List<String> keys) {
        return keys.stream()
                .map(tags::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
