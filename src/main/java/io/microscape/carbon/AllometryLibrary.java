package io.microscape.carbon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Allometric equations and the taxa that they are looked up by. */
public final class AllometryLibrary {
    /** A Latin binomial or genus within "香樟 Cinnamomum camphora 'Red'". */
    private static final Pattern LATIN = Pattern.compile("\\b([A-Z][a-z]{2,})(?:\\s+(?:[×xX]\\s*)?([a-z][a-z-]{2,}))?");

    private final List<AllometricEquation> equations;
    private final Map<String, Taxon> taxa = new HashMap<>();

    /** @param taxa the later ones replace earlier ones of the same name */
    public AllometryLibrary(List<AllometricEquation> equations, List<Taxon> taxa) {
        this.equations = List.copyOf(equations);
        for (Taxon taxon : taxa) {
            this.taxa.put(Names.key(taxon.name()), taxon);
            taxon.names().forEach(name -> this.taxa.put(Names.key(name), taxon));
        }
    }

    public List<AllometricEquation> equations() {
        return equations;
    }

    /** A written name, from the most to the least specific thing that is known of it. */
    record Identity(List<Taxon> taxa) {
        String growthForm() {
            return taxa.stream()
                    .map(Taxon::growthForm)
                    .filter(form -> form != null)
                    .findFirst()
                    .orElse(null);
        }

        /** The most specific taxon with a wood density. */
        Optional<Taxon> withDensity() {
            return taxa.stream().filter(taxon -> taxon.woodDensity() != null).findFirst();
        }
    }

    /** What is known of a name as written; empty when no part of it is known. */
    Optional<Identity> identify(String written) {
        List<Taxon> found = new ArrayList<>();
        add(found, written);
        Matcher latin = LATIN.matcher(written);
        while (latin.find()) {
            if (latin.group(2) != null) {
                add(found, latin.group(1) + " " + latin.group(2));
            }
            add(found, latin.group(1));
        }
        for (String word : written.split("[\\s,;，；()（）]+")) {
            add(found, word);
        }
        // a species that is listed by its Chinese name leads to its genus
        for (Taxon taxon : List.copyOf(found)) {
            add(found, taxon.name().split(" ")[0]);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Identity(List.copyOf(found)));
    }

    /**
     * The equation for a taxon: one for its species, else its genus, else its growth form; those of the region go before all
     * others, and of several the first of the library is taken.
     *
     * @param region may be null
     */
    Optional<AllometricEquation> equation(Identity identity, String region) {
        List<String> names = new ArrayList<>(
                identity.taxa().stream().map(taxon -> Names.key(taxon.name())).toList());
        if (identity.growthForm() != null) {
            names.add(Names.key(identity.growthForm()));
        }
        List<AllometricEquation> ofRegion = region == null
                ? List.of()
                : equations.stream()
                        .filter(equation -> Names.key(region).equals(Names.key(equation.region())))
                        .toList();
        return first(names, ofRegion).or(() -> first(names, equations));
    }

    /** The first equation for the first of the names that has one. */
    private static Optional<AllometricEquation> first(List<String> names, List<AllometricEquation> equations) {
        return names.stream()
                .flatMap(name -> equations.stream()
                        .filter(equation ->
                                equation.taxa().stream().map(Names::key).anyMatch(name::equals)))
                .findFirst();
    }

    private void add(List<Taxon> found, String name) {
        Taxon taxon = taxa.get(Names.key(name));
        if (taxon != null && !found.contains(taxon)) {
            found.add(taxon);
        }
    }
}
