package io.microscape.pipeline;

import io.microscape.carbon.CarbonAccounting;
import io.microscape.carbon.CarbonLibrary;
import io.microscape.carbon.ScenarioComparison;
import io.microscape.carbon.ScenarioComparison.Alternative;
import io.microscape.carbon.ScenarioInventories;
import io.microscape.carbon.SpaceAccount;
import io.microscape.carbon.SpaceInventory;
import io.microscape.store.StudyStore;
import io.microscape.study.CommunityMembership;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import io.microscape.study.Scenario;
import io.microscape.study.ScenarioChange;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes a study's accounts as they are and after scenarios; nothing is stored. */
final class StudyComparison {
    private static final LocalizedText AS_IT_IS = new LocalizedText("as it is", "现状");

    private final StudyStore store;
    private final CarbonLibrary library;

    StudyComparison(StudyStore store, CarbonLibrary library) {
        this.store = store;
        this.library = library;
    }

    /**
     * Compares.
     *
     * @throws InvalidInputException with everything that is wrong with the scenarios' changes, if the study has no accounts,
     *     or two scenarios have one key
     */
    ScenarioComparison compare(Study study, List<Scenario> scenarios) {
        requireDistinct(scenarios);
        CarbonAccounting accounting =
                new CarbonAccounting(library, study.carbon(), study.parameters().periodYears());
        List<SpaceInventory> base = new StudyAccounts(store, library).inventories(study, added(scenarios));
        Map<String, Set<String>> communities = communities(study.key());
        List<Alternative> alternatives = new ArrayList<>();
        alternatives.add(alternative(ScenarioComparison.BASE, AS_IT_IS, accounting, base, List.of()));
        List<String> problems = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            ScenarioInventories changed = new ScenarioInventories(accounting, library.factors(), base, communities);
            changed.apply(scenario);
            problems.addAll(changed.problems());
            alternatives.add(
                    alternative(scenario.key(), scenario.title(), accounting, changed.spaces(), changed.notes()));
        }
        if (!problems.isEmpty()) {
            throw problems.size() == 1
                    ? new InvalidInputException(problems.get(0))
                    : InvalidInputException.of(
                            problems.get(0) + " (and " + (problems.size() - 1) + " more problems)", problems);
        }
        if (base.isEmpty()) {
            throw InvalidInputException.of(
                    "study " + study.key(), "it has no carbon accounts", "import carbon, inventory or plants first");
        }
        return new ScenarioComparison(study.key(), study.parameters().periodYears(), alternatives);
    }

    private static Alternative alternative(
            String key,
            LocalizedText title,
            CarbonAccounting accounting,
            List<SpaceInventory> spaces,
            List<String> notes) {
        List<SpaceAccount> accounts = spaces.stream().map(accounting::compute).toList();
        return ScenarioComparison.alternative(key, title, accounts, notes);
    }

    private static void requireDistinct(List<Scenario> scenarios) {
        Set<String> keys = new HashSet<>(Set.of(ScenarioComparison.BASE));
        for (Scenario scenario : scenarios) {
            if (!keys.add(scenario.key())) {
                throw InvalidInputException.of(
                        "scenario " + scenario.key(),
                        scenario.key().equals(ScenarioComparison.BASE)
                                ? "its name is that of the study as it is"
                                : "another one has the same name",
                        "give it another one");
            }
        }
    }

    /** Codes of spaces that a scenario adds something to: they may have no account yet. */
    private static Set<String> added(List<Scenario> scenarios) {
        Set<String> codes = new HashSet<>();
        for (Scenario scenario : scenarios) {
            for (ScenarioChange change : scenario.changes()) {
                if (change instanceof ScenarioChange.AddItem add) {
                    codes.add(add.item().code());
                } else if (change instanceof ScenarioChange.AddPlants add) {
                    codes.add(add.planting().code());
                }
            }
        }
        return codes;
    }

    /** The names by which a change may call the community of a space. */
    private Map<String, Set<String>> communities(String key) {
        Map<String, String> names = new HashMap<>();
        store.eachCommunity(key, community -> names.put(community.code(), community.name()));
        Map<String, Set<String>> communities = new HashMap<>();
        for (CommunityMembership member : store.memberships(key)) {
            if (member.community() != null) {
                Set<String> called = new HashSet<>(Set.of(member.community()));
                String name = names.get(member.community());
                if (name != null && !name.isBlank()) {
                    called.add(name);
                }
                communities.put(member.code(), called);
            }
        }
        return communities;
    }
}
