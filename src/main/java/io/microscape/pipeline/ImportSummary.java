package io.microscape.pipeline;

import io.microscape.study.ImportReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An import report as lines for people; what is cut here stands whole in the report, which the API gives. */
public final class ImportSummary {
    private static final int LISTED = 20;
    private static final int LONGEST = 600;

    private ImportSummary() {}

    /** A headline (file, format, features, encoding, CRS), then what was repaired, removed, rejected and noted. */
    public static List<String> lines(ImportReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(report));
        add(
                lines,
                "repaired",
                report.repaired().stream()
                        .map(repair -> String.format(
                                Locale.ROOT,
                                "%s: %s; area %.2f m² before, %.2f m² after",
                                repair.feature(),
                                repair.problem(),
                                repair.areaBefore(),
                                repair.areaAfter()))
                        .toList());
        add(lines, "duplicate removed", report.duplicates());
        add(lines, "rejected", report.rejected());
        add(lines, "note", report.notes());
        return lines;
    }

    private static String headline(ImportReport report) {
        StringBuilder line =
                new StringBuilder().append(report.kind().key()).append(": ").append(report.file());
        if (report.layer() != null) {
            line.append(" [").append(report.layer()).append(']');
        }
        line.append(" (").append(report.format()).append("), ");
        line.append(report.accepted()).append(" of ").append(report.read());
        line.append(report.format().equals("GeoTIFF") ? " cells with a value" : " features");
        if (report.encoding() != null) {
            line.append(", ")
                    .append(report.encoding())
                    .append(" (")
                    .append(report.encodingFrom())
                    .append(')');
        }
        if (report.crs() != null) {
            line.append(", ")
                    .append(report.crs().lines().findFirst().orElse(""))
                    .append(" (")
                    .append(report.crsFrom())
                    .append(')');
        }
        return line.toString();
    }

    private static void add(List<String> lines, String what, List<String> items) {
        items.stream().limit(LISTED).forEach(item -> lines.add(what + ": " + shortened(item)));
        if (items.size() > LISTED) {
            lines.add(what + ": … and " + (items.size() - LISTED) + " more");
        }
    }

    private static String shortened(String item) {
        return item.length() <= LONGEST
                ? item
                : item.substring(0, item.lastIndexOf(' ', LONGEST)) + " … (whole in /api/studies/…/imports)";
    }
}
