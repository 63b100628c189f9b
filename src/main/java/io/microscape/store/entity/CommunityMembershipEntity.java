package io.microscape.store.entity;

import io.microscape.study.CommunityMembership;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** The community of a micro-space as the analysis found it. */
@Entity
@Table(name = "community_membership")
public class CommunityMembershipEntity implements Stored<CommunityMembership> {
    @EmbeddedId
    private Place place;

    private String community;

    @Enumerated(EnumType.STRING)
    private CommunityMembership.From foundFrom;

    private Double overlapShare;
    private String note;

    @Override
    public CommunityMembership toDomain() {
        return new CommunityMembership(place.code(), community, foundFrom, overlapShare, note);
    }

    /** Study and code of the micro-space. */
    @Embeddable
    public record Place(long studyId, String code) {}
}
