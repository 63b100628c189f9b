package io.microscape.pipeline;

import io.microscape.carbon.CarbonAccounting;
import io.microscape.carbon.CarbonLibrary;
import io.microscape.study.InventoryItem;
import io.microscape.study.Planting;
import io.microscape.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks inventory rows, and plants that give sizes, as a whole against spaces, factors and taxa. */
final class InventoryCheck {
    private final CarbonAccounting accounting;

    InventoryCheck(Study study, CarbonLibrary library) {
        accounting =
                new CarbonAccounting(library, study.carbon(), study.parameters().periodYears());
    }

    /**
     * Everything that is wrong, each with file and row.
     *
     * @param imported what is being imported
     * @param keptCodes codes of the spaces that are there already
     */
    List<String> problems(ImportObserver imported, Set<String> keptCodes) {
        List<String> problems = new ArrayList<>(accounting.settingsProblems());
        for (InventoryItem item : imported.inventory()) {
            if (!isSpace(item.code(), imported, keptCodes)) {
                problems.add(item.place() + ": no space has the code " + item.code());
            }
            accounting.problems(item).forEach(problem -> problems.add(item.place() + ": " + problem));
        }
        for (ImportObserver.PlacedPlanting placed : imported.sizedPlantings()) {
            Planting planting = placed.planting();
            String place = placed.place();
            if (!isSpace(planting.code(), imported, keptCodes)) {
                problems.add(place + ": no space has the code " + planting.code());
            }
            accounting.problems(planting).forEach(problem -> problems.add(place + ": " + problem));
        }
        return problems;
    }

    private static boolean isSpace(String code, ImportObserver imported, Set<String> keptCodes) {
        return imported.codes().contains(code) || keptCodes.contains(code);
    }
}
