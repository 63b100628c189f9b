package io.microscape.carbon;

import java.util.List;

/**
 * A genus or species that plant lists may name.
 *
 * @param name Latin name
 * @param names further names, Chinese ones among them
 * @param growthForm {@code broadleaf} or {@code conifer} for trees, else {@code shrub}, {@code herb}, {@code bamboo},
 *     {@code palm}, {@code climber}
 * @param woodDensity basic density of the wood, g/cm³; may be null
 * @param source of the density; may be null
 */
public record Taxon(String name, List<String> names, String growthForm, Double woodDensity, String source) {
    public Taxon {
        names = List.copyOf(names);
    }
}
