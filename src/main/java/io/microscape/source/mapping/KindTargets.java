package io.microscape.source.mapping;

import io.microscape.study.SourceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the features of each kind consist of: the targets of a source's {@code fields}. */
public final class KindTargets {
    static final List<String> CARBON_COMPONENTS = List.of(
            "soil_sink_kg",
            "vegetation_sink_kg",
            "material_emission_kg",
            "construction_emission_kg",
            "operation_emission_kg");

    /** Columns that stand for a target when none has its name. */
    private static final Map<String, List<String>> ALIASES = Map.of("level", List.of("layer"));

    private static final Set<SourceKind> TABULAR =
            EnumSet.of(SourceKind.PLANTS, SourceKind.CARBON, SourceKind.COMMUNITIES);

    private KindTargets() {}

    /** Whether the kind is rows of a table, so that a source without geometry is meant. */
    public static boolean isTable(SourceKind kind) {
        return TABULAR.contains(kind);
    }

    public static List<String> of(SourceKind kind) {
        return switch (kind) {
            case SPACES -> List.of("code", "name", "community", "sampled");
            case SURFACES -> List.of("cover");
            case ROADS -> List.of("name", "highway", "bridge", "tunnel", "level");
            case TREES, CANOPY -> List.of("crown_diameter_m", "species");
            case PLANTS -> List.of("code", "species", "count");
            case CARBON -> carbon();
            case COMMUNITIES -> List.of("code", "name");
            case OSM -> List.of();
        };
    }

    /** The names of columns that are taken for the target when {@code fields} does not name one, best first. */
    static List<String> columnNames(String target) {
        List<String> names = new ArrayList<>(List.of(target));
        names.addAll(ALIASES.getOrDefault(target, List.of()));
        return names;
    }

    private static List<String> carbon() {
        List<String> targets = new ArrayList<>(List.of("code"));
        targets.addAll(CARBON_COMPONENTS);
        targets.addAll(List.of("net_carbon_kg", "method", "source", "year"));
        return List.copyOf(targets);
    }
}
