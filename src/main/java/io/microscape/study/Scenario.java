package io.microscape.study;

import java.util.List;

/**
 * What would be done otherwise: changes to inventory, planting and given accounts, made one after the other.
 *
 * @param key short name
 * @param title title in both languages; may be empty
 * @param changes the changes in their order
 */
public record Scenario(String key, LocalizedText title, List<ScenarioChange> changes) {
    public Scenario {
        changes = List.copyOf(changes);
    }
}
