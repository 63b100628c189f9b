package io.microscape.export;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes rows of the joined result to one new file, in the order they come. Not thread-safe. */
interface AtlasWriter extends Closeable {
    /** Adds a row. */
    void write(AtlasRow row) throws IOException;

    /**
     * Completes the file; no row may follow.
     *
     * @return notes on what the format could not hold as it is
     */
    List<String> finish() throws IOException;

    /** Gives up what is held open; a file that was not finished is left incomplete. */
    @Override
    void close() throws IOException;

    /** Readable name of a column in both languages with its unit: "area 面积 (m²)". */
    static String titleWithUnit(AtlasColumn column) {
        String title = column.title().both();
        return column.unit().isEmpty() ? title : title + " (" + column.unit() + ")";
    }
}
