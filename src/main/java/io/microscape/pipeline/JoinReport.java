package io.microscape.pipeline;

import io.microscape.store.StudyStore;
import io.microscape.study.CarbonAccount;
import io.microscape.study.InventoryItem;
import io.microscape.study.Planting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Codes that found no partner when spaces, carbon accounts and plant lists were joined.
 *
 * @param accountsWithoutSpace codes of carbon accounts that no space has
 * @param spacesWithoutAccount codes of sampled spaces that have no carbon account; empty when the study has no accounts
 * @param plantingsWithoutSpace codes in plant lists that no space has
 * @param inventoriesWithoutSpace codes in inventories that no space has any more
 */
public record JoinReport(
        List<String> accountsWithoutSpace,
        List<String> spacesWithoutAccount,
        List<String> plantingsWithoutSpace,
        List<String> inventoriesWithoutSpace) {
    private static final int CODES_NAMED = 20;

    /** Compares the codes of a study. */
    static JoinReport of(StudyStore store, String key) {
        Set<String> spaces = new LinkedHashSet<>();
        Set<String> sampled = new LinkedHashSet<>();
        store.eachSpace(key, space -> {
            spaces.add(space.code());
            if (space.sampled()) {
                sampled.add(space.code());
            }
        });
        Set<String> accounts = new LinkedHashSet<>();
        store.carbonAccounts(key).stream().map(CarbonAccount::code).forEach(accounts::add);
        store.carbonEstimates(key).stream()
                .filter(account -> account.values().values().stream().anyMatch(value -> value.kg() != null))
                .map(CarbonAccount::code)
                .forEach(accounts::add);
        Set<String> planted = new TreeSet<>();
        store.plantings(key).stream().map(Planting::code).forEach(planted::add);
        Set<String> inventoried = new TreeSet<>();
        store.inventory(key).stream().map(InventoryItem::code).forEach(inventoried::add);
        return new JoinReport(
                without(accounts, spaces),
                accounts.isEmpty() ? List.of() : without(sampled, accounts),
                without(planted, spaces),
                without(inventoried, spaces));
    }

    /** One line for each kind of code without partner, with their number and the first of them; empty when all found one. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "carbon accounts without a space", accountsWithoutSpace);
        add(lines, "sampled spaces without a carbon account", spacesWithoutAccount);
        add(lines, "plant records without a space", plantingsWithoutSpace);
        add(lines, "inventories without a space", inventoriesWithoutSpace);
        return lines;
    }

    private static void add(List<String> lines, String what, List<String> codes) {
        if (!codes.isEmpty()) {
            String more = codes.size() > CODES_NAMED ? " … and " + (codes.size() - CODES_NAMED) + " more" : "";
            lines.add(codes.size() + " " + what + ": "
                    + String.join(", ", codes.subList(0, Math.min(CODES_NAMED, codes.size()))) + more);
        }
    }

    private static List<String> without(Set<String> codes, Set<String> partners) {
        return codes.stream().filter(code -> !partners.contains(code)).toList();
    }
}
