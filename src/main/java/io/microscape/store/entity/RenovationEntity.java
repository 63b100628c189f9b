package io.microscape.store.entity;

import io.microscape.study.RenovationCase;
import io.microscape.study.RenovationMeasure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.EnumMap;
import java.util.Map;

/** A renovation of a community. */
@Entity
@Table(name = "renovation")
public class RenovationEntity extends FeatureEntity implements Stored<RenovationCase> {
    private String community;
    private String period;

    @Column(name = "new_build_m2")
    private Double newBuildM2;

    @Column(name = "demolition_m2")
    private Double demolitionM2;

    @Column(name = "green_retrofit_m2")
    private Double greenRetrofitM2;

    @Column(name = "strengthening_m2")
    private Double strengtheningM2;

    @Column(name = "stated_10kt")
    private Double stated10kt;

    private String source;
    private String place;

    @Override
    public RenovationCase toDomain() {
        Map<RenovationMeasure, Double> areasM2 = new EnumMap<>(RenovationMeasure.class);
        add(areasM2, RenovationMeasure.NEW_BUILD, newBuildM2);
        add(areasM2, RenovationMeasure.DEMOLITION, demolitionM2);
        add(areasM2, RenovationMeasure.GREEN_RETROFIT, greenRetrofitM2);
        add(areasM2, RenovationMeasure.STRENGTHENING, strengtheningM2);
        return new RenovationCase(community, period, areasM2, stated10kt, source, place);
    }

    private static void add(Map<RenovationMeasure, Double> areasM2, RenovationMeasure measure, Double areaM2) {
        if (areaM2 != null) {
            areasM2.put(measure, areaM2);
        }
    }
}
