package io.microscape.source.osm;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.source.ImportLimits;
import io.microscape.study.ImportReport;
import io.microscape.study.ImportSink;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.study.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads spaces, surfaces, roads and trees out of an OpenStreetMap extract at once, by the tag table that the source names.
 *
 * <p>Areas are closed ways with area tags and multipolygon relations; of the latter those that are incomplete at the
 * extract's edge or not closed are left out and listed among the notes. The file may be in any order. Memory grows with
 * what the tag table asks for, not with the file.
 */
public final class OsmSource {
    /** What OpenStreetMap data are in by definition. */
    private static final String OSM_CRS = "EPSG:4326";

    private static final Set<String> SAME_CRS = Set.of(OSM_CRS, "CRS:84", "OGC:CRS84");

    private OsmSource() {}

    /**
     * Reads the file and hands its features to the sink: codes of spaces are {@code w} or {@code r} and the id of the way or
     * relation; all spaces are sampled.
     *
     * @param spec file, tag table and, for files that are shifted, CRS
     * @param progress told the bytes read over the three passes
     * @return counts, repaired areas, removed duplicates, and notes on everything left out or defaulted; areas in m²
     * @throws InvalidInputException if the file is damaged, truncated, beyond the limits or no OSM file, the tag table is
     *     not understood, or the source has settings that OSM files do not know
     */
    public static ImportReport read(SourceSpec spec, ImportLimits limits, ImportSink sink, Progress progress) {
        try {
            return readExtract(spec, limits, sink, progress);
        } catch (InvalidInputException e) {
            throw e.in(spec.fileName());
        }
    }

    private static ImportReport readExtract(SourceSpec spec, ImportLimits limits, ImportSink sink, Progress progress) {
        requireNothingElse(spec);
        TagTable table =
                TagTableFile.load(spec.preset(), spec.file().toAbsolutePath().getParent());
        OsmFile file = new OsmFile(spec.file(), limits, progress, OsmExtract.PASSES);
        OsmExtract extract = OsmExtract.of(file, table);
        boolean given = spec.crs() != null && !SAME_CRS.contains(spec.crs());
        if (given) {
            extract.transform(
                    CoordinateTransform.between(CoordinateSystem.of(spec.crs()), CoordinateSystem.of(OSM_CRS)));
        }
        OsmFindings findings = new OsmFindings(spec.fileName(), limits);
        push(extract, table, sink, findings);

        List<String> notes = new ArrayList<>();
        if (!file.namedAsItIs()) {
            notes.add("the file is " + file.format() + ", whatever its name says");
        }
        if (given) {
            notes.add("OpenStreetMap data are in " + OSM_CRS + " by definition; taken as " + spec.crs() + " as given");
        }
        notes.addAll(findings.notes(extract, table));
        return new ImportReport(
                spec.kind(),
                spec.fileName(),
                file.format(),
                null,
                null,
                "format",
                given ? spec.crs() : OSM_CRS,
                given ? "given" : "format",
                extract.elements(),
                findings.accepted(),
                findings.repaired,
                findings.duplicates,
                List.of(),
                notes);
    }

    private static void push(OsmExtract extract, TagTable table, ImportSink sink, OsmFindings findings) {
        OsmAreas areas = new OsmAreas(extract, table, sink, findings);
        OsmRoads roads = new OsmRoads(extract, sink, findings);
        OsmTrees trees = new OsmTrees(extract, table, sink, findings);
        extract.relations().forEach(areas::relation);
        for (OsmWay way : extract.ways()) {
            areas.way(way);
            if (table.road(way.tags())) {
                roads.way(way);
            }
            if (table.treeRow(way.tags())) {
                trees.row(way);
            }
        }
        extract.trees().forEach(trees::tree);
    }

    private static void requireNothingElse(SourceSpec spec) {
        List<String> given = new ArrayList<>();
        if (!spec.fields().isEmpty()) {
            given.add("fields");
        }
        if (spec.where() != null) {
            given.add("where");
        }
        if (spec.layer() != null) {
            given.add("layer");
        }
        if (spec.encoding() != null) {
            given.add("encoding");
        }
        if (spec.x() != null || spec.y() != null) {
            given.add("x and y");
        }
        if (spec.covered() != null) {
            given.add("covered");
        }
        if (!given.isEmpty()) {
            throw InvalidInputException.of(
                    spec.fileName(),
                    "an OpenStreetMap source has no " + String.join(", ", given),
                    "remove that, and name a tag table of your own under preset if you want other elements");
        }
    }
}
