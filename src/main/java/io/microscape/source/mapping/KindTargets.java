package io.microscape.source.mapping;

import io.microscape.study.CarbonComponent;
import io.microscape.study.RenovationMeasure;
import io.microscape.study.SourceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the features of each kind consist of: the targets of a source's {@code fields}. */
public final class KindTargets {
    /** Columns that stand for a target when none has its name. */
    private static final Map<String, List<String>> ALIASES = Map.of("level", List.of("layer"));

    /** What a carbon account says of all its values, or of one with the component's name before it. */
    private static final List<String> PROVENANCE = List.of("method", "source", "year", "uncertainty_percent");

    private static final Set<SourceKind> TABULAR = EnumSet.of(
            SourceKind.PLANTS,
            SourceKind.CARBON,
            SourceKind.INVENTORY,
            SourceKind.COMMUNITIES,
            SourceKind.COMMUNITY_CARBON,
            SourceKind.RENOVATION);

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
            case PLANTS ->
                List.of(
                        "code",
                        "species",
                        "count",
                        "dbh_cm",
                        "height_m",
                        "dbh_growth_cm_per_year",
                        "height_growth_m_per_year");
            case CARBON -> carbon();
            case INVENTORY ->
                List.of(
                        "code",
                        "stage",
                        "activity",
                        "item",
                        "quantity",
                        "unit",
                        "distance_km",
                        "vehicle",
                        "mass_t",
                        "frequency_per_year",
                        "from_year",
                        "to_year",
                        "service_life_years",
                        "power_w",
                        "hours_per_day",
                        "days_per_year",
                        "total_kg",
                        "source",
                        "note");
            case COMMUNITIES ->
                List.of(
                        "code",
                        "name",
                        "persons",
                        "households",
                        "floor_area_m2",
                        "total_t_per_person_year",
                        "total_kg_per_m2_year");
            case COMMUNITY_CARBON ->
                List.of(
                        "community",
                        "group",
                        "component",
                        "t_per_person_year",
                        "kg_per_m2_floor_year",
                        "quantity",
                        "unit",
                        "item",
                        "distance_km",
                        "per",
                        "times_per_year",
                        "source");
            case RENOVATION -> renovation();
            case OSM, CONTEXT -> List.of();
        };
    }

    /** The names of columns that are taken for the target when {@code fields} does not name one, best first. */
    static List<String> columnNames(String target) {
        List<String> names = new ArrayList<>(List.of(target));
        names.addAll(ALIASES.getOrDefault(target, List.of()));
        return names;
    }

    private static List<String> renovation() {
        List<String> targets = new ArrayList<>(List.of("community", "period"));
        for (RenovationMeasure measure : RenovationMeasure.values()) {
            targets.add(measure.key() + "_m2");
        }
        targets.addAll(List.of("total_10kt", "source"));
        return List.copyOf(targets);
    }

    private static List<String> carbon() {
        List<String> targets = new ArrayList<>(List.of("code"));
        for (CarbonComponent component : CarbonComponent.values()) {
            targets.add(component.column());
        }
        targets.add("net_carbon_kg");
        targets.addAll(PROVENANCE);
        targets.add("period_years");
        for (CarbonComponent component : CarbonComponent.values()) {
            PROVENANCE.forEach(target -> targets.add(component.key() + "_" + target));
        }
        return List.copyOf(targets);
    }
}
