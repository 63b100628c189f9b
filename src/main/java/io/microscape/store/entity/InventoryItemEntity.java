package io.microscape.store.entity;

import io.microscape.study.Activity;
import io.microscape.study.InventoryItem;
import io.microscape.study.InventoryItem.Haul;
import io.microscape.study.InventoryItem.Lamp;
import io.microscape.study.InventoryItem.Recurrence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A row of a life-cycle inventory. */
@Entity
@Table(name = "inventory_item")
public class InventoryItemEntity extends FeatureEntity implements Stored<InventoryItem> {
    private String code;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    private String item;
    private double quantity;
    private String unit;
    private Double distanceKm;
    private String vehicle;

    @Column(name = "mass_t")
    private Double massT;

    private Double timesPerYear;
    private Integer fromYear;
    private Integer toYear;
    private Double serviceLifeYears;

    @Column(name = "power_w")
    private Double powerW;

    private Double hoursPerDay;
    private Double daysPerYear;
    private Double statedKg;
    private String source;
    private String place;

    @Override
    public InventoryItem toDomain() {
        return new InventoryItem(
                code,
                activity,
                item,
                quantity,
                unit,
                Haul.of(distanceKm, vehicle, massT),
                new Recurrence(timesPerYear, fromYear, toYear, serviceLifeYears),
                Lamp.of(powerW, hoursPerDay, daysPerYear),
                statedKg,
                source,
                place);
    }
}
