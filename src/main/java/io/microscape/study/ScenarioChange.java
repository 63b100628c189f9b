package io.microscape.study;

import java.util.Set;

/** A change that a scenario makes to inventory, planting or given accounts. */
public sealed interface ScenarioChange {
    /** File and line, for messages. */
    String place();

    /**
     * Which rows are meant: those that fit everything that is given. An empty set and null stand for any.
     *
     * @param codes codes of spaces
     * @param communities codes or names of communities
     * @param item item of the inventory, by any of its names
     * @param species species as written in the plant list
     */
    record Selection(
            Set<String> codes,
            Set<String> communities,
            LifeCycleStage stage,
            Activity activity,
            String item,
            String species) {
        public Selection {
            codes = Set.copyOf(codes);
            communities = Set.copyOf(communities);
        }

        /** Whether nothing is given. */
        public boolean isEmpty() {
            return codes.isEmpty()
                    && communities.isEmpty()
                    && stage == null
                    && activity == null
                    && item == null
                    && species == null;
        }
    }

    /** Another item in the place of the selected rows'; what is null stays. */
    record ReplaceItems(
            Selection selection,
            String item,
            String unit,
            Double distanceKm,
            String vehicle,
            Double massT,
            String place)
            implements ScenarioChange {}

    /** Multiplies what the selected rows have of each; null leaves it. */
    record ScaleItems(
            Selection selection, Double quantity, Double frequency, Double distance, Double power, String place)
            implements ScenarioChange {}

    /** Takes the selected rows away. */
    record RemoveItems(Selection selection, String place) implements ScenarioChange {}

    /** A further row. */
    record AddItem(InventoryItem item, String place) implements ScenarioChange {}

    /** Another species in the place of the selected plants'; a size that is null stays. */
    record ReplacePlants(Selection selection, String species, TreeSize size, String place) implements ScenarioChange {}

    /** Multiplies the number of the selected plants. */
    record ScalePlants(Selection selection, double count, String place) implements ScenarioChange {}

    /** Takes the selected plants away. */
    record RemovePlants(Selection selection, String place) implements ScenarioChange {}

    /** Further plants. */
    record AddPlants(Planting planting, String place) implements ScenarioChange {}

    /** Multiplies a given component of the selected spaces' accounts. */
    record ScaleAccounts(Selection selection, CarbonComponent component, double factor, String place)
            implements ScenarioChange {}
}
