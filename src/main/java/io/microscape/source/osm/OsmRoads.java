package io.microscape.source.osm;

import io.microscape.study.ImportSink;
import io.microscape.study.Road;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Makes roads of ways. */
final class OsmRoads {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final OsmExtract extract;
    private final ImportSink sink;
    private final OsmFindings findings;

    private final ExactDuplicates knownRoads = new ExactDuplicates();

    OsmRoads(OsmExtract extract, ImportSink sink, OsmFindings findings) {
        this.extract = extract;
        this.sink = sink;
        this.findings = findings;
    }

    /** Hands on the way as a road. */
    void way(OsmWay way) {
        Map<String, String> tags = way.tags();
        String label = OsmTags.label(ElementType.WAY, way.id(), tags);
        Coordinate[] places = extract.nodes().get(way.nodes());
        List<LineString> parts = partsInFile(places);
        if (parts.isEmpty()) {
            findings.leftOut.add(
                    label + ": fewer than two of the road's nodes are in the file, or all are at one place");
            return;
        }
        if (Arrays.stream(places).anyMatch(place -> place == null)) {
            findings.cutRoads.add("way " + way.id());
        }
        Geometry line =
                parts.size() == 1 ? parts.get(0) : FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
        if (findings.isNew(knownRoads, "road", label, line)) {
            findings.roads++;
            sink.road(new Road(
                    OsmTags.name(tags),
                    tags.get("highway"),
                    OsmTags.isSet(tags, "bridge"),
                    OsmTags.isSet(tags, "tunnel"),
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
            findings.badValues.add(label + ": layer=" + layer + " is no whole number; 0 was taken");
            return 0;
        }
    }
}
