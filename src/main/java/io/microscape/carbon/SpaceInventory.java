package io.microscape.carbon;

import io.microscape.study.CarbonAccount;
import io.microscape.study.InventoryItem;
import io.microscape.study.Planting;
import java.util.List;

/**
 * Everything a space's account is made from.
 *
 * @param code code of the space
 * @param site areas that sinks depend on
 * @param items its inventory rows; may be empty
 * @param plantings its plant records; may be empty
 * @param given the account that came with the study, or null
 */
public record SpaceInventory(
        String code, Site site, List<InventoryItem> items, List<Planting> plantings, CarbonAccount given) {
    public SpaceInventory {
        items = List.copyOf(items);
        plantings = List.copyOf(plantings);
    }

    /** The same space with other inventory rows. */
    public SpaceInventory withItems(List<InventoryItem> newItems) {
        return new SpaceInventory(code, site, newItems, plantings, given);
    }

    /** The same space with other plants. */
    public SpaceInventory withPlantings(List<Planting> newPlantings) {
        return new SpaceInventory(code, site, items, newPlantings, given);
    }

    /** The same space with another given account. */
    public SpaceInventory withGiven(CarbonAccount newGiven) {
        return new SpaceInventory(code, site, items, plantings, newGiven);
    }
}
