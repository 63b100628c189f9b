package io.microscape.study;

import java.util.Locale;

/** Families of metrics that a study can ask for ({@code metrics: [basic, patch, network, connectivity]}). */
public enum MetricGroup {
    /** The landscape indices of the contract; always computed. */
    BASIC,
    /** Shape, core area and isolation of each space, after FRAGSTATS. */
    PATCH,
    /** The road network in each space's distance zone, after Kansky and OSMnx. */
    NETWORK,
    /** Graph connectivity of all spaces: PC, IIC, EC and what each space contributes. */
    CONNECTIVITY;

    /** Name in the study file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
