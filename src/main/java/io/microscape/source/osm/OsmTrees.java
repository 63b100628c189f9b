package io.microscape.source.osm;

import io.microscape.study.Crown;
import io.microscape.study.ImportSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Makes crowns of trees and of rows of trees. */
final class OsmTrees {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final OsmExtract extract;
    private final TagTable table;
    private final ImportSink sink;
    private final OsmFindings findings;

    private final ExactDuplicates knownCrowns = new ExactDuplicates();

    OsmTrees(OsmExtract extract, TagTable table, ImportSink sink, OsmFindings findings) {
        this.extract = extract;
        this.table = table;
        this.sink = sink;
        this.findings = findings;
    }

    /** Hands on a tree that is mapped by itself. */
    void tree(OsmNode tree) {
        String label = "node " + tree.id();
        OptionalDouble diameter = diameter(label, tree.tags(), table.treeCrownM());
        if (diameter.isEmpty()) {
            findings.treesWithoutDiameter++;
        }
        if (crown(
                label,
                new Coordinate(tree.lon(), tree.lat()),
                diameter.orElse(table.treeCrownM()),
                OsmTags.species(tree.tags()))) {
            findings.mappedTrees++;
        }
    }

    /** Sets trees along the way and hands them on; none beside a tree of the row that is mapped by itself. */
    void row(OsmWay way) {
        String label = OsmTags.label(ElementType.WAY, way.id(), way.tags());
        Coordinate[] line = extract.nodes().get(way.nodes());
        if (line.length < 2 || Arrays.stream(line).anyMatch(place -> place == null)) {
            findings.leftOut.add(label + ": some nodes of the tree row are not in the file");
            return;
        }
        findings.requireBelowLimit(label, (long) (TreeRow.lengthM(line) / table.rowSpacingM()));
        findings.rows++;
        OptionalDouble diameter = diameter(label, way.tags(), table.rowCrownM());
        if (diameter.isEmpty()) {
            findings.rowsWithoutDiameter++;
        }
        List<Coordinate> mapped = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            if (extract.nodes().tree(way.nodes()[i])) {
                mapped.add(line[i]);
            }
        }
        if (!mapped.isEmpty()) {
            findings.rowsOfMappedTrees.add("way " + way.id());
        }
        String species = OsmTags.species(way.tags());
        for (Coordinate place : TreeRow.plant(line, table.rowSpacingM())) {
            boolean taken = mapped.stream().anyMatch(tree -> TreeRow.distanceM(tree, place) < table.rowSpacingM() / 2);
            if (!taken && crown(label, place, diameter.orElse(table.rowCrownM()), species)) {
                findings.plantedTrees++;
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
            findings.badValues.add(label + ": diameter_crown=" + value + " is no length between 0 and 100 m; "
                    + otherwise + " m was taken");
        }
        return diameter;
    }

    private boolean crown(String label, Coordinate place, double diameterM, String species) {
        Geometry point = FACTORY.createPoint(place);
        if (!findings.isNew(knownCrowns, "tree", label, point, diameterM, species)) {
            return false;
        }
        sink.crown(new Crown(point, diameterM, species));
        return true;
    }
}
