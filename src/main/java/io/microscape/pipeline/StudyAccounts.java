package io.microscape.pipeline;

import static java.util.stream.Collectors.groupingBy;

import io.microscape.carbon.CarbonAccounting;
import io.microscape.carbon.CarbonLibrary;
import io.microscape.carbon.Site;
import io.microscape.carbon.SpaceAccount;
import io.microscape.carbon.SpaceInventory;
import io.microscape.store.StudyStore;
import io.microscape.study.CarbonAccount;
import io.microscape.study.CarbonSettings;
import io.microscape.study.InventoryItem;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.Planting;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The carbon accounts of a study's spaces with their breakdown, computed from what the store holds. */
public final class StudyAccounts {
    private final StudyStore store;
    private final CarbonLibrary library;

    public StudyAccounts(StudyStore store, CarbonLibrary library) {
        this.store = store;
        this.library = library;
    }

    /** The accounts of all spaces that have or can have one, by code. */
    public List<SpaceAccount> of(Study study) {
        List<SpaceAccount> accounts = new ArrayList<>();
        CarbonAccounting accounting =
                new CarbonAccounting(library, study.carbon(), study.parameters().periodYears());
        inventories(study).forEach(space -> accounts.add(accounting.compute(space)));
        return accounts;
    }

    /**
     * What the accounts are made from, by code: spaces with an inventory, plants with sizes or a given account, and where
     * the study names rates of uptake all sampled ones.
     */
    public List<SpaceInventory> inventories(Study study) {
        return inventories(study, Set.of());
    }

    /** The same, with further spaces of these codes. */
    List<SpaceInventory> inventories(Study study, Set<String> further) {
        Map<String, List<InventoryItem>> items =
                store.inventory(study.key()).stream().collect(groupingBy(InventoryItem::code));
        Map<String, List<Planting>> plantings =
                store.plantings(study.key()).stream().collect(groupingBy(Planting::code));
        Map<String, CarbonAccount> given = new HashMap<>();
        store.carbonAccounts(study.key()).forEach(account -> given.put(account.code(), account));
        CarbonSettings settings = study.carbon();
        boolean rates = settings.soilRate() != null || settings.crownRate() != null;
        List<SpaceInventory> spaces = new ArrayList<>();
        store.eachAtlasRow(study.key(), row -> {
            String code = row.space().code();
            List<Planting> plants = plantings.getOrDefault(code, List.of());
            if (further.contains(code)
                    || items.containsKey(code)
                    || given.containsKey(code)
                    || plants.stream().anyMatch(plant -> plant.size() != null)
                    || rates && row.space().sampled()) {
                spaces.add(new SpaceInventory(
                        code, site(row.indices()), items.getOrDefault(code, List.of()), plants, given.get(code)));
            }
        });
        return spaces;
    }

    private static Site site(LandscapeIndices indices) {
        if (indices == null || indices.areaM2() == null) {
            return Site.UNKNOWN;
        }
        return new Site(
                indices.areaM2(),
                product(indices.areaM2(), indices.greenRatio()),
                product(indices.areaM2(), indices.canopyCover()));
    }

    private static Double product(double area, Double share) {
        return share == null ? null : Double.valueOf(area * share);
    }
}
