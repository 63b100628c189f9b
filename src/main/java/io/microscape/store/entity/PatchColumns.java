package io.microscape.store.entity;

import io.microscape.study.PatchMetrics;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Patch metrics of a micro-space within the row of its indices. */
@Embeddable
public class PatchColumns implements Stored<PatchMetrics> {
    @Column(name = "shape")
    private Double shape;

    @Column(name = "frac")
    private Double frac;

    @Column(name = "para")
    private Double para;

    @Column(name = "circle")
    private Double circle;

    @Column(name = "core_m2")
    private Double coreM2;

    @Column(name = "cai")
    private Double cai;

    @Column(name = "gyrate_m")
    private Double gyrateM;

    @Column(name = "enn_m")
    private Double ennM;

    @Column(name = "prox")
    private Double prox;

    @Override
    public PatchMetrics toDomain() {
        return new PatchMetrics(shape, frac, para, circle, coreM2, cai, gyrateM, ennM, prox);
    }
}
