package io.microscape.landscape;

import io.microscape.study.Community;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunityMembership.From;
import io.microscape.study.MicroSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds the community of a micro-space: the one that its attribute names, by code or name; without an attribute, the one
 * that the largest part of its area lies in (of equal parts, the first by code). Where attribute and location contradict
 * each other the attribute holds, for it says where people count the space to, and the contradiction is noted.
 *
 * <p>Geometries are in one metric CRS and valid. Not thread-safe.
 */
public final class CommunityLocator {
    private static final double WHOLE = 1;

    private final Map<String, Community> byCode = new HashMap<>();
    private final Map<String, List<Community>> byName = new HashMap<>();
    private final FeatureIndex<Boundary> boundaries;

    /** @param communities of the study; those without boundary are found by attribute only */
    public CommunityLocator(List<Community> communities) {
        List<Boundary> bounded = new ArrayList<>();
        for (Community community : communities) {
            byCode.put(community.code(), community);
            if (community.name() != null && !community.name().isBlank()) {
                byName.computeIfAbsent(community.name(), any -> new ArrayList<>())
                        .add(community);
            }
            if (community.geometry() != null && !community.geometry().isEmpty()) {
                bounded.add(new Boundary(community));
            }
        }
        boundaries = FeatureIndex.of(
                bounded,
                boundary -> boundary.community().geometry().getEnvelopeInternal(),
                Comparator.comparing(boundary -> boundary.community().code()));
    }

    /** The community of a space. */
    public CommunityMembership of(MicroSpace space) {
        List<Part> parts = parts(space.geometry());
        String attribute = space.community() == null ? "" : space.community().strip();
        return attribute.isEmpty() ? byLocation(space, parts) : byAttribute(space, attribute, parts);
    }

    private CommunityMembership byLocation(MicroSpace space, List<Part> parts) {
        if (parts.isEmpty()) {
            String reason = boundaries.isEmpty()
                    ? "names no community, and no community has a boundary"
                    : "lies in none of the communities and names none";
            return new CommunityMembership(space.code(), null, null, null, reason);
        }
        Part largest = parts.get(0);
        return new CommunityMembership(space.code(), largest.community().code(), From.LOCATION, largest.share(), null);
    }

    private CommunityMembership byAttribute(MicroSpace space, String attribute, List<Part> parts) {
        Community meant = meant(attribute, parts);
        if (meant == null) {
            String note = byCode.isEmpty()
                    ? null
                    : "names the community " + attribute + ", which is none of the study's" + place(parts);
            return new CommunityMembership(space.code(), attribute, From.ATTRIBUTE, null, note);
        }
        Double share = meant.geometry() == null ? null : Double.valueOf(share(meant, parts));
        boolean elsewhere =
                share != null && (parts.isEmpty() || !parts.get(0).community().equals(meant));
        String note = elsewhere ? "names the community " + title(meant) + place(parts) : null;
        return new CommunityMembership(space.code(), meant.code(), From.ATTRIBUTE, share, note);
    }

    /** The community of that code, else of that name; of several so named, the one that most of the space lies in. */
    private Community meant(String attribute, List<Part> parts) {
        Community coded = byCode.get(attribute);
        if (coded != null) {
            return coded;
        }
        List<Community> named = byName.getOrDefault(attribute, List.of());
        return parts.stream()
                .map(Part::community)
                .filter(named::contains)
                .findFirst()
                .orElse(named.isEmpty() ? null : named.get(0));
    }

    private static double share(Community community, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.community().equals(community))
                .mapToDouble(Part::share)
                .findFirst()
                .orElse(0);
    }

    private static String place(List<Part> parts) {
        return parts.isEmpty()
                ? ", but lies in none"
                : String.format(
                        Locale.ROOT,
                        ", but lies to %.1f %% in %s",
                        100 * parts.get(0).share(),
                        title(parts.get(0).community()));
    }

    private static String title(Community community) {
        return community.name() == null || community.name().isBlank() ? community.code() : community.name();
    }

    /** The communities that parts of the area lie in, the largest part first. */
    private List<Part> parts(Geometry space) {
        List<Part> parts = new ArrayList<>();
        for (Boundary boundary : boundaries.meeting(space.getEnvelopeInternal())) {
            double share = boundary.shareOf(space);
            if (share > 0) {
                parts.add(new Part(boundary.community(), share));
            }
        }
        parts.sort(Comparator.comparingDouble(Part::share)
                .reversed()
                .thenComparing(part -> part.community().code()));
        return parts;
    }

    /** A part of a space: the community it lies in and its share of the space's area. */
    private record Part(Community community, double share) {}

    private record Boundary(Community community, PreparedGeometry prepared) {
        Boundary(Community community) {
            this(community, PreparedGeometryFactory.prepare(community.geometry()));
        }

        double shareOf(Geometry space) {
            if (prepared.covers(space)) {
                return WHOLE;
            }
            if (!prepared.intersects(space)) {
                return 0;
            }
            return OverlayNGRobust.overlay(space, community.geometry(), OverlayNG.INTERSECTION)
                            .getArea()
                    / space.getArea();
        }
    }
}
