package io.microscape.carbon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Emission factors by name. A later factor of the same item, region and year replaces an earlier one, so that a study's
 * own files override the built-in ones.
 */
public final class FactorLibrary {
    private final Map<List<String>, EmissionFactor> factors = new LinkedHashMap<>();
    private final Map<String, List<EmissionFactor>> byName = new LinkedHashMap<>();

    /** @param given the factors, the strongest last */
    public FactorLibrary(List<EmissionFactor> given) {
        for (EmissionFactor factor : given) {
            factors.put(identity(factor), factor);
        }
        for (EmissionFactor factor : factors.values()) {
            List<String> names = new ArrayList<>(List.of(factor.item()));
            names.addAll(factor.names());
            names.stream()
                    .map(Names::key)
                    .distinct()
                    .forEach(name -> byName.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(factor));
        }
    }

    /** All factors in the order given. */
    public List<EmissionFactor> factors() {
        return List.copyOf(factors.values());
    }

    /** Whether both names are alike, or names of the same factor. */
    boolean areSame(String one, String other) {
        if (Names.key(one).equals(Names.key(other))) {
            return true;
        }
        List<EmissionFactor> others = byName.getOrDefault(Names.key(other), List.of());
        return byName.getOrDefault(Names.key(one), List.of()).stream().anyMatch(others::contains);
    }

    /** Whether any factor has the name. */
    boolean knows(String name) {
        return byName.containsKey(Names.key(name));
    }

    /**
     * The factor of that name. Of several the one of the region is taken, of these the one of the latest year.
     *
     * @param region the region that the study chose; may be null
     * @throws AccountingProblem if there is none, or several of which the region chooses none
     */
    EmissionFactor find(String name, String region) throws AccountingProblem {
        List<EmissionFactor> named = byName.getOrDefault(Names.key(name), List.of());
        if (named.isEmpty()) {
            throw new AccountingProblem("the item \"" + name + "\" is in no factor library" + nearest(name));
        }
        List<String> regions =
                named.stream().map(FactorLibrary::regionKey).distinct().toList();
        List<EmissionFactor> chosen = named;
        if (regions.size() > 1) {
            String wanted = region == null ? "" : Names.key(region);
            chosen = named.stream()
                    .filter(factor -> regionKey(factor).equals(wanted))
                    .toList();
            if (chosen.isEmpty()) {
                throw new AccountingProblem(
                        "the item \"" + name + "\" has a factor for each of the regions "
                                + String.join(
                                        ", ",
                                        named.stream()
                                                .map(EmissionFactor::region)
                                                .filter(Objects::nonNull)
                                                .distinct()
                                                .toList())
                                + (region == null ? "" : " and none for " + region)
                                + ": choose one with carbon: {grid_region: …} in the study file, or write the item's full name");
            }
        }
        return chosen.stream()
                .max(Comparator.comparingInt(factor -> factor.year() == null ? 0 : factor.year()))
                .orElseThrow();
    }

    private String nearest(String name) {
        String key = Names.key(name);
        TreeSet<String> near = new TreeSet<>();
        for (String known : byName.keySet()) {
            if (known.contains(key) || key.contains(known) && known.length() > 1) {
                near.add(known);
            }
        }
        return near.isEmpty()
                ? "; add it to a factor file with unit and source"
                : " (known are: " + String.join(", ", near.stream().limit(5).toList()) + ")";
    }

    private static List<String> identity(EmissionFactor factor) {
        return List.of(Names.key(factor.item()), regionKey(factor), String.valueOf(factor.year()));
    }

    private static String regionKey(EmissionFactor factor) {
        return factor.region() == null ? "" : Names.key(factor.region());
    }
}
