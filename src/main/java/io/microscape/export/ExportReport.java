package io.microscape.export;

import java.util.List;

/**
 * What an export wrote.
 *
 * @param rows spaces
 * @param notes what the format could not hold as it is, one line each ("name: cut to 254 bytes in 3 rows, …")
 */
public record ExportReport(long rows, List<String> notes) {
    public ExportReport {
        notes = List.copyOf(notes);
    }
}
