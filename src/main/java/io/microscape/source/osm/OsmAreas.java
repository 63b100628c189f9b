package io.microscape.source.osm;

import io.microscape.source.osm.OsmRelation.Member;
import io.microscape.source.osm.TagTable.SurfaceMatch;
import io.microscape.study.Cover;
import io.microscape.study.ImportReport.Repair;
import io.microscape.study.ImportSink;
import io.microscape.study.MicroSpace;
import io.microscape.study.Surface;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Makes spaces and surfaces of multipolygon relations and closed ways. */
final class OsmAreas {
    private final OsmExtract extract;
    private final TagTable table;
    private final ImportSink sink;
    private final OsmFindings findings;

    private final ExactDuplicates knownSpaces = new ExactDuplicates();
    private final ExactDuplicates knownSurfaces = new ExactDuplicates();
    /** Ways whose relation stands for them. */
    private final Set<Long> spaceByRelation = new HashSet<>();

    private final Set<Long> surfaceByRelation = new HashSet<>();
    /** Ways that are part of the ring of a relation that could be put together. */
    private final Set<Long> ringWays = new HashSet<>();

    OsmAreas(OsmExtract extract, TagTable table, ImportSink sink, OsmFindings findings) {
        this.extract = extract;
        this.table = table;
        this.sink = sink;
        this.findings = findings;
    }

    /** Hands on what the relation is; before the ways, for it decides which of them stand for themselves. */
    void relation(OsmRelation relation) {
        Map<String, String> tags = OsmExtract.areaTags(relation);
        String label = OsmTags.label(ElementType.RELATION, relation.id(), tags);
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
            findings.leftOut.add(label + ": " + missing + " of its " + members.size() + " ways are not in the file");
            return;
        }
        if (relation.members().stream().anyMatch(member -> member.type() == ElementType.RELATION)) {
            findings.leftOut.add(label + ": a multipolygon cannot have relations as members");
            return;
        }
        findings.requireBelowLimit(
                label, ways.stream().mapToLong(way -> way.nodes().length).sum());
        List<Coordinate[]> lines =
                ways.stream().map(way -> extract.nodes().get(way.nodes())).toList();
        if (lines.stream().flatMap(Arrays::stream).anyMatch(place -> place == null)) {
            findings.leftOut.add(label + ": nodes of its ways are not in the file");
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

    /** Hands on what the way is as an area. */
    void way(OsmWay way) {
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
        String label = OsmTags.label(ElementType.WAY, way.id(), way.tags());
        if (!way.closed()) {
            if (!ringWays.contains(way.id())) {
                if (isSpace) {
                    findings.leftOut.add(label + ": it is tagged as a space but not closed");
                } else {
                    findings.openSurfaces.add("way " + way.id());
                }
            }
            return;
        }
        Coordinate[] ring = extract.nodes().get(way.nodes());
        if (Arrays.stream(ring).anyMatch(place -> place == null)) {
            findings.leftOut.add(label + ": some of its nodes are not in the file");
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
            findings.countedOnce.add("way " + way.id() + " of " + label);
        }
    }

    /** Lists what was left out or repaired; true if there is an area. */
    private boolean keep(String label, AreaAssembler.Result area) {
        if (area.geometry() == null) {
            findings.leftOut.add(label + ": " + area.problem());
            return false;
        }
        if (area.repaired()) {
            findings.repaired.add(
                    new Repair(label, area.problem(), area.areaBeforeM2(), DegreeArea.squareMetres(area.geometry())));
        }
        return true;
    }

    private void space(String label, String code, Map<String, String> tags, Geometry geometry) {
        String name = OsmTags.name(tags);
        if (findings.isNew(knownSpaces, "space", label, geometry, name)) {
            findings.spaces++;
            sink.space(new MicroSpace(code, name == null ? "" : name, null, true, geometry));
        }
    }

    private void surface(String label, Cover cover, Geometry geometry) {
        if (findings.isNew(knownSurfaces, "surface", label, geometry, cover)) {
            findings.surfaces.merge(cover, 1L, Long::sum);
            sink.surface(new Surface(cover, geometry));
        }
    }
}
