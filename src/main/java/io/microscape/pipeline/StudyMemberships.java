package io.microscape.pipeline;

import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.landscape.CommunityLocator;
import io.microscape.store.StudyStore;
import io.microscape.study.Community;
import io.microscape.study.CommunityMembership;
import io.microscape.study.Progress;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.List;

/** Finds and stores which community each space of a study belongs to. */
final class StudyMemberships {
    private final StudyStore store;

    StudyMemberships(StudyStore store) {
        this.store = store;
    }

    /** Replaces the memberships of the study. */
    void compute(Study study, Progress progress) {
        progress.at("communities", 0, -1);
        CoordinateTransform toMetric =
                CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(study.crs()));
        List<Community> communities = new ArrayList<>();
        store.eachCommunity(
                study.key(),
                community -> communities.add(
                        community.geometry() == null
                                ? community
                                : community.withGeometry(toMetric.apply(community.geometry()))));
        CommunityLocator locator = new CommunityLocator(communities);
        boolean bounded = communities.stream().anyMatch(community -> community.geometry() != null);
        List<CommunityMembership> memberships = new ArrayList<>();
        // without boundaries no space has to be placed, which is the costly part
        store.eachSpace(
                study.key(),
                space -> memberships.add(
                        locator.of(bounded ? space.withGeometry(toMetric.apply(space.geometry())) : space)));
        store.saveMemberships(study.key(), memberships);
    }
}
