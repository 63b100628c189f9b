package io.microscape.source.osm;

import io.microscape.study.Cover;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of an element by its tags. Rules of a list are alternatives; the first that holds counts.
 *
 * @param name how messages call the table
 * @param areas tags that make a closed way an area, even without {@code area=yes}
 * @param spaces areas that are micro-spaces
 * @param surfaces areas that are surfaces, by cover
 * @param roads ways that are roads
 * @param trees nodes that are trees
 * @param treeRows ways that are rows of trees
 * @param treeCrownM crown diameter in m of a tree without a usable one; NaN when there are no rules for trees
 * @param rowCrownM crown diameter in m of the trees of a row without a usable one; NaN without rules for rows
 * @param rowSpacingM distance in m between the trees of a row; NaN without rules for rows
 */
record TagTable(
        String name,
        List<TagRule> areas,
        List<TagRule> spaces,
        List<SurfaceRule> surfaces,
        List<TagRule> roads,
        List<TagRule> trees,
        List<TagRule> treeRows,
        double treeCrownM,
        double rowCrownM,
        double rowSpacingM) {

    /** A rule and the cover that it stands for. */
    record SurfaceRule(Cover cover, TagRule rule) {}

    /** A surface found by its tags. */
    record SurfaceMatch(Cover cover, Map<String, String> tags) {}

    /** Whether a way with these tags is an area, provided it is closed. */
    boolean area(Map<String, String> tags) {
        String area = tags.get("area");
        if (area != null) {
            return !area.equals("no");
        }
        return any(areas, tags).isPresent();
    }

    /** The tags that make an area a micro-space. */
    Optional<Map<String, String>> space(Map<String, String> tags) {
        return any(spaces, tags);
    }

    /** The cover of an area and the tags that it follows from. */
    Optional<SurfaceMatch> surface(Map<String, String> tags) {
        for (SurfaceRule surface : surfaces) {
            Optional<Map<String, String>> matched = surface.rule().match(tags);
            if (matched.isPresent()) {
                return Optional.of(new SurfaceMatch(surface.cover(), matched.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether an area with these tags is a micro-space or a surface. */
    boolean wantsArea(Map<String, String> tags) {
        return space(tags).isPresent() || surface(tags).isPresent();
    }

    boolean road(Map<String, String> tags) {
        return any(roads, tags).isPresent();
    }

    boolean tree(Map<String, String> tags) {
        return any(trees, tags).isPresent();
    }

    boolean treeRow(Map<String, String> tags) {
        return any(treeRows, tags).isPresent();
    }

    private static Optional<Map<String, String>> any(List<TagRule> rules, Map<String, String> tags) {
        for (TagRule rule : rules) {
            Optional<Map<String, String>> matched = rule.match(tags);
            if (matched.isPresent()) {
                return matched;
            }
        }
        return Optional.empty();
    }
}
