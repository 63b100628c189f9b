package io.microscape.cli;

import io.microscape.store.StudyStore;
import io.microscape.study.AtlasRow;
import io.microscape.study.CarbonAccount;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.Study;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The joined result of the sampled spaces as a text table. */
final class AtlasTable {
    /** Rows that are printed unless all are asked for: what a person reads. */
    static final int FIRST_ROWS = 60;

    private AtlasTable() {}

    /**
     * Prints one line a sampled space, and below it how many spaces there are in all.
     *
     * @param most number of rows to print at most; of those left out it says how many there are and how to have them
     */
    static void print(StudyStore store, Study study, int most, PrintWriter out) {
        TextTable table = new TextTable(2);
        String radius = study.parameters().radiusLabel();
        table.add(List.of(
                "code",
                "name",
                "area_m2",
                "green_ratio",
                "canopy_cover",
                "road_density_" + radius,
                "neighbours_" + radius,
                "connectivity",
                "species",
                "net_carbon_kg",
                "kg_per_m2"));
        long[] count = new long[2];
        store.eachAtlasRow(study.key(), row -> {
            count[0]++;
            if (row.space().sampled()) {
                count[1]++;
                if (count[1] <= most) {
                    table.add(cells(row));
                }
            }
        });
        table.print(out);
        if (count[1] > most) {
            out.println("… and " + (count[1] - most) + " more: --all-rows prints them, export " + study.key()
                    + " FILE.csv writes all columns");
        }
        out.println(count[1] + " sampled spaces of " + count[0] + " in study " + study.key() + ", indices in "
                + study.crs());
        out.flush();
    }

    private static List<String> cells(AtlasRow row) {
        LandscapeIndices indices = row.indices();
        CarbonAccount carbon = row.carbon();
        Double net = carbon == null ? null : carbon.netCarbonKg();
        List<String> cells =
                new ArrayList<>(List.of(row.space().code(), row.space().name()));
        if (indices == null) {
            cells.addAll(Arrays.asList("", "", "", "", "", "", ""));
        } else {
            cells.add(TextTable.number(indices.areaM2(), 1));
            cells.add(TextTable.number(indices.greenRatio(), 4));
            cells.add(TextTable.number(indices.canopyCover(), 4));
            cells.add(TextTable.number(indices.roadDensity(), 4));
            cells.add(TextTable.number(indices.neighbours(), 0));
            cells.add(TextTable.number(indices.connectivity(), 4));
            cells.add(TextTable.number(indices.speciesRichness(), 0));
        }
        cells.add(TextTable.number(net, 2));
        cells.add(TextTable.number(net == null || indices == null ? null : net / indices.areaM2(), 3));
        return cells;
    }
}
