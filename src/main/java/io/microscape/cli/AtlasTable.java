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
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** The joined result of the sampled spaces as a text table. */
final class AtlasTable {
    private AtlasTable() {}

    /** Prints one line a sampled space, and below it how many spaces there are in all. */
    static void print(StudyStore store, Study study, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        String radius = study.parameters().radiusLabel();
        rows.add(List.of(
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
                rows.add(cells(row));
            }
        });
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        rows.forEach(row -> out.println(line(row, widths)));
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
            cells.add(number(indices.areaM2(), 1));
            cells.add(number(indices.greenRatio(), 4));
            cells.add(number(indices.canopyCover(), 4));
            cells.add(number(indices.roadDensity(), 4));
            cells.add(number(indices.neighbours(), 0));
            cells.add(number(indices.connectivity(), 4));
            cells.add(number(indices.speciesRichness(), 0));
        }
        cells.add(number(net, 2));
        cells.add(number(net == null || indices == null ? null : net / indices.areaM2(), 3));
        return cells;
    }

    private static String number(Number value, int decimals) {
        return value == null ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value.doubleValue());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i < 2 ? row.get(i) + padding : padding + row.get(i)).append("  ");
        }
        return line.toString().stripTrailing();
    }

    /** Columns on a terminal, where a Chinese character takes two. */
    private static int width(String text) {
        return Ansi.OFF.text(text.replace("@", "@@")).getCJKAdjustedLength();
    }
}
