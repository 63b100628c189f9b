package io.microscape.store.entity;

import io.microscape.study.Community;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.locationtech.jts.geom.Geometry;

/** A community; unique by study and code. */
@Entity
@Table(name = "community")
public class CommunityEntity extends FeatureEntity implements Stored<Community> {
    private String code;
    private String name;
    private Geometry geometry;
    private Double persons;
    private Double households;

    @Column(name = "floor_area_m2")
    private Double floorAreaM2;

    @Column(name = "stated_t_per_person_year")
    private Double statedTonnesPerPersonYear;

    @Column(name = "stated_kg_per_m2_year")
    private Double statedKgPerM2Year;

    @Override
    public Community toDomain() {
        return new Community(
                code,
                name,
                geometry,
                new Community.Facts(persons, households, floorAreaM2, statedTonnesPerPersonYear, statedKgPerM2Year));
    }
}
