package io.microscape.source;

import io.microscape.source.mapping.KindTargets;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.SourceSpec;
import java.util.ArrayList;
import java.util.List;

/** Counts and lists of an import under way. Lists are bounded, counts are not. */
public final class ImportTally {
    private static final int MAX_LISTED = 10_000;
    private static final int MAX_PRINTED = 20;
    /** People mend tables row by row, and want all of them at once. */
    private static final int MAX_PRINTED_OF_TABLE = 1_000;

    private final SourceSpec spec;
    private final ReaderNotes notes = new ReaderNotes();
    private final List<ImportReport.Repair> repaired = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private long read;
    private long accepted;
    private long repairedCount;
    private long duplicateCount;
    private long rejectedCount;
    private long conflictCount;

    ImportTally(SourceSpec spec) {
        this.spec = spec;
    }

    /** One more was read; its number. */
    long read() {
        return ++read;
    }

    /** Features read up to now. */
    long readSoFar() {
        return read;
    }

    void accepted() {
        accepted++;
    }

    public void repaired(ImportReport.Repair repair) {
        repairedCount++;
        if (repaired.size() < MAX_LISTED) {
            repaired.add(repair);
        }
    }

    public void duplicate(String text) {
        duplicateCount++;
        list(duplicates, text);
    }

    void rejected(String label, String reason) {
        rejectedCount++;
        list(rejected, label + ": " + reason);
    }

    /** A contradiction within the file that leaves open which feature is right: no part of it may be imported. */
    public void conflict(String label, String reason) {
        conflictCount++;
        list(conflicts, label + ": " + reason);
    }

    public ReaderNotes notes() {
        return notes;
    }

    /**
     * Ends in an error when features contradict each other, when some were rejected and not only the valid part is wanted,
     * or when nothing is left.
     */
    void requireUsable() {
        if (conflictCount > 0) {
            throw failure(conflicts, conflictCount, "mend the file");
        }
        if (rejectedCount > 0 && (!spec.validOnly() || accepted == 0)) {
            throw failure(
                    rejected,
                    rejectedCount,
                    spec.validOnly()
                            ? "none of the " + read + " features can be imported, mend the file"
                            : "mend the file, or import the valid part with --valid-only (valid_only: true in the study"
                                    + " file)");
        }
    }

    private InvalidInputException failure(List<String> problems, long count, String mend) {
        String more = count > 1 ? " (and " + (count - 1) + " more of " + read + " features)" : "";
        String headline = spec.fileName() + ", " + problems.get(0) + more + "; " + mend;
        if (count == 1) {
            return new InvalidInputException(headline);
        }
        List<String> lines = new ArrayList<>(problems.subList(0, Math.min(maxPrinted(), problems.size())));
        if (count > lines.size()) {
            lines.add("... and " + (count - lines.size()) + " more");
        }
        return InvalidInputException.of(headline, lines);
    }

    private int maxPrinted() {
        return KindTargets.isTable(spec.kind()) ? MAX_PRINTED_OF_TABLE : MAX_PRINTED;
    }

    /** The report; the reader's own notes come first. */
    ImportReport report(FeatureReader reader, SourceCrs crs) {
        List<String> allNotes = new ArrayList<>(reader.notes());
        allNotes.addAll(notes.list());
        if (read == 0) {
            allNotes.add("the file has no features");
        }
        if (repairedCount > repaired.size()) {
            allNotes.add(repairedCount + " geometries were repaired; the first " + repaired.size() + " are listed");
        }
        FeatureReader.TextEncoding encoding = reader.encoding();
        return new ImportReport(
                spec.kind(),
                spec.fileName(),
                reader.format(),
                reader.layer(),
                encoding == null ? null : encoding.charset(),
                encoding == null ? "format" : encoding.from(),
                crs == null ? null : crs.code(),
                crs == null ? null : crs.from(),
                read,
                accepted,
                List.copyOf(repaired),
                listed(duplicates, duplicateCount),
                listed(rejected, rejectedCount),
                List.copyOf(allNotes));
    }

    private static void list(List<String> lines, String text) {
        if (lines.size() < MAX_LISTED) {
            lines.add(text);
        }
    }

    private static List<String> listed(List<String> lines, long count) {
        List<String> all = new ArrayList<>(lines);
        if (count > lines.size()) {
            all.add("... and " + (count - lines.size()) + " more");
        }
        return List.copyOf(all);
    }
}
