package io.microscape.source.osm;

import io.microscape.source.ImportLimits;
import io.microscape.study.Cover;
import io.microscape.study.ImportReport.Repair;
import io.microscape.study.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** The account of a reading: what was handed on, and what was repaired, removed, defaulted and left out. */
final class OsmFindings {
    private final String fileName;
    private final ImportLimits limits;

    long spaces;
    final Map<Cover, Long> surfaces = new EnumMap<>(Cover.class);
    long roads;
    long mappedTrees;
    long plantedTrees;
    long rows;
    long treesWithoutDiameter;
    long rowsWithoutDiameter;

    final List<Repair> repaired = new ArrayList<>();
    final List<String> duplicates = new ArrayList<>();
    final List<String> countedOnce = new ArrayList<>();
    final List<String> leftOut = new ArrayList<>();
    final List<String> badValues = new ArrayList<>();
    final List<String> openSurfaces = new ArrayList<>();
    final List<String> cutRoads = new ArrayList<>();
    final List<String> rowsOfMappedTrees = new ArrayList<>();

    OsmFindings(String fileName, ImportLimits limits) {
        this.fileName = fileName;
        this.limits = limits;
    }

    /** Features handed on. */
    long accepted() {
        return spaces + surfaceCount() + roads + mappedTrees + plantedTrees;
    }

    /** Whether the feature is the first of its kind; if not, it is listed as a duplicate. */
    boolean isNew(ExactDuplicates known, String what, String label, Geometry geometry, Object... attributes) {
        String first = known.add(label, geometry, attributes);
        if (first != null) {
            duplicates.add(what + " " + label + " is the same as " + first);
        }
        return first == null;
    }

    /** Refuses geometries of more coordinates than the limits allow. */
    void requireBelowLimit(String label, long coordinates) {
        if (coordinates > limits.maxCoordinates()) {
            throw InvalidInputException.of(
                    fileName + ", " + label,
                    "it has more than " + limits.maxCoordinates() + " coordinates",
                    "set MICROSCAPE_MAX_COORDINATES if that is meant");
        }
    }

    /** What a user should know: counts, defaults used, and every element left out. */
    List<String> notes(OsmExtract extract, TagTable table) {
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
}
