package io.microscape.store.entity;

import io.microscape.study.NeighbourRule;
import io.microscape.study.SpatialSettings;
import io.microscape.study.SpatialStatistic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** Where a micro-space stands in the spatial pattern of a value, beside what that was computed with. */
@Entity
@Table(name = "spatial_statistic")
public class SpatialStatisticEntity {
    @EmbeddedId
    private Place place;

    @Enumerated(EnumType.STRING)
    private NeighbourRule.Kind neighbourRule;

    private double neighbourValue;
    private int permutations;
    private long seed;
    private int neighbours;
    private Double localMoran;

    @Column(name = "gi_star_z")
    private Double giStarZ;

    private Double p;

    @Enumerated(EnumType.STRING)
    private SpatialStatistic.Cluster cluster;

    @Enumerated(EnumType.STRING)
    private SpatialStatistic.HotSpot hotSpot;

    /** What the statistic was computed with. */
    public SpatialSettings settings() {
        return new SpatialSettings(new NeighbourRule(neighbourRule, neighbourValue), permutations, seed);
    }

    /** Study, column of the value, and code of the micro-space. */
    @Embeddable
    public record Place(long studyId, String variable, String code) {}
}
