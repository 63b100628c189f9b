package io.microscape.cli;

import io.microscape.study.StudyConnectivity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Connectivity of all spaces of a study together as a text table, one line a threshold. */
final class ConnectivityTable {
    private static final String LINE = "%12s  %10s  %14s  %14s  %14s  %14s%n";

    private ConnectivityTable() {}

    /** Prints nothing for a study that did not ask for connectivity; below the table it says why values are absent. */
    static void print(List<StudyConnectivity> rows, PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        out.println();
        out.println("connectivity of all " + rows.get(0).spaces() + " spaces");
        out.printf(LINE, "threshold_m", "connect", "pc", "iic", "ec_pc_m2", "ec_iic_m2");
        TreeSet<String> reasons = new TreeSet<>();
        for (StudyConnectivity row : rows) {
            out.printf(
                    LINE,
                    number("%.6g", row.thresholdM()),
                    number("%.4f", row.connect()),
                    number("%.6e", row.pc()),
                    number("%.6e", row.iic()),
                    number("%.2f", row.ecPcM2()),
                    number("%.2f", row.ecIicM2()));
            reasons.addAll(row.reasons().values());
        }
        reasons.forEach(reason -> out.println("-: " + reason));
        out.flush();
    }

    private static String number(String format, Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
