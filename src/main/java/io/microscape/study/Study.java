package io.microscape.study;

import java.util.List;

/**
 * A study as it is kept in the store.
 *
 * @param key database key and layer prefix
 * @param title title in both languages
 * @param crs metric CRS of the computation ("EPSG:4544"); null until spaces are imported
 * @param parameters parameters of the computation
 * @param layers names of the layers to publish; empty means every layer whose source the study has
 * @param carbon what it chooses for computing carbon accounts
 */
public record Study(
        String key,
        LocalizedText title,
        String crs,
        StudyParameters parameters,
        List<String> layers,
        CarbonSettings carbon) {
    public Study {
        layers = layers == null ? List.of() : List.copyOf(layers);
        carbon = carbon == null ? CarbonSettings.NONE : carbon;
    }

    /** A study that chooses nothing for computing carbon accounts. */
    public Study(String key, LocalizedText title, String crs, StudyParameters parameters, List<String> layers) {
        this(key, title, crs, parameters, layers, CarbonSettings.NONE);
    }

    /** The same study with another metric CRS. */
    public Study withCrs(String metricCrs) {
        return new Study(key, title, metricCrs, parameters, layers, carbon);
    }
}
