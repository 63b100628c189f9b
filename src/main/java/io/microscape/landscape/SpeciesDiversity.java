package io.microscape.landscape;

import io.microscape.study.InvalidInputException;
import io.microscape.study.Planting;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Diversity of the plants of a space, from its plant records.
 *
 * <ul>
 *   <li>{@code species_richness}: number of distinct taxa in the records; 0 without records
 *   <li>{@code shannon} H' = −Σ p ln p, {@code simpson} 1 − Σ p², p a taxon's share of the individuals
 *   <li>{@code pielou} H' / ln S, null for S ≤ 1; S the taxa with individuals
 *   <li>{@code margalef} (S − 1) / ln N, null for S ≤ 1 or N ≤ 1; N the individuals
 * </ul>
 *
 * The last four are null when a record of the space has no count. All are null when the study has no plant records.
 * Source: DEFINITIONS; Shannon 1948, Simpson 1949, Pielou 1966, Margalef 1958.
 */
final class SpeciesDiversity {
    static final String NO_RECORDS = "the study has no plant records";
    static final String NOT_COUNTED = "counts missing";

    private final Map<String, List<Planting>> byCode;

    /** @param plantings all plant records of the study, or null when it has none */
    SpeciesDiversity(List<Planting> plantings) {
        if (plantings == null) {
            byCode = null;
            return;
        }
        byCode = new HashMap<>();
        for (Planting planting : plantings) {
            check(planting);
            byCode.computeIfAbsent(planting.code(), code -> new ArrayList<>()).add(planting);
        }
    }

    /** {@code richness} is null only when the study has no plant records. */
    record Diversity(Integer richness, Measure shannon, Measure simpson, Measure pielou, Measure margalef) {
        private static Diversity uncounted(Integer richness, String reason) {
            Measure absent = Measure.absent(reason);
            return new Diversity(richness, absent, absent, absent, absent);
        }
    }

    Diversity of(String code) {
        if (byCode == null) {
            return Diversity.uncounted(null, NO_RECORDS);
        }
        List<Planting> records = byCode.getOrDefault(code, List.of());
        Map<String, List<Double>> counts = new TreeMap<>();
        boolean counted = true;
        for (Planting record : records) {
            List<Double> ofTaxon = counts.computeIfAbsent(taxonKey(record.taxon()), taxon -> new ArrayList<>());
            counted &= record.count() != null;
            if (record.count() != null) {
                ofTaxon.add(record.count());
            }
        }
        if (records.isEmpty()) {
            return Diversity.uncounted(0, "the space has no plant records");
        }
        if (!counted) {
            return Diversity.uncounted(counts.size(), NOT_COUNTED);
        }
        return diversity(
                counts.size(),
                counts.values().stream()
                        .mapToDouble(SpeciesDiversity::sum)
                        .filter(n -> n > 0)
                        .toArray());
    }

    private static Diversity diversity(int richness, double[] individuals) {
        double total = 0;
        for (double n : individuals) {
            total += n;
        }
        if (total == 0) {
            return Diversity.uncounted(richness, "all counts are zero");
        }
        double entropy = 0;
        double repeat = 0;
        for (double n : individuals) {
            double p = n / total;
            entropy -= p * Math.log(p);
            repeat += p * p;
        }
        // −1 · ln 1 is a negative zero
        double shannon = individuals.length == 1 ? 0 : entropy;
        double simpson = individuals.length == 1 ? 0 : 1 - repeat;
        int taxa = individuals.length;
        Measure pielou =
                taxa > 1 ? Measure.of(shannon / Math.log(taxa)) : Measure.absent("undefined for a single taxon");
        Measure margalef;
        if (taxa <= 1) {
            margalef = Measure.absent("undefined for a single taxon");
        } else if (total <= 1) {
            margalef = Measure.absent("undefined for one individual or less");
        } else {
            margalef = Measure.of((taxa - 1) / Math.log(total));
        }
        return new Diversity(richness, Measure.of(shannon), Measure.of(simpson), pielou, margalef);
    }

    private static double sum(List<Double> counts) {
        Collections.sort(counts);
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }

    /**
     * What two spellings of a taxon have in common: full-width letters as half-width (NFKC), no invisible format
     * characters, single inner spaces, none at the ends, case folded.
     */
    static String taxonKey(String taxon) {
        String plain = Normalizer.normalize(taxon, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip()
                .replaceAll("\\s+", " ");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static void check(Planting planting) {
        if (planting.taxon() == null || taxonKey(planting.taxon()).isEmpty()) {
            throw InvalidInputException.of(
                    "plant record of space " + planting.code(),
                    "it has no taxon",
                    "name the species or remove the line");
        }
        Double count = planting.count();
        if (count != null && !(count >= 0 && count < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of(
                    "plant record of space " + planting.code() + ", " + planting.taxon(),
                    "the count is " + count,
                    "give a number that is not negative, or leave it empty");
        }
    }
}
