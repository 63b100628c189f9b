package io.microscape.source.text;

import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.Reader;

/**
 * Refuses a text of which too much is read between two records: a file without line breaks, or a quote that is never
 * closed, would otherwise be gathered in memory whole.
 */
public final class LimitedReader extends Reader {
    private final Reader reader;
    private final String file;
    private final int limit;
    private long sinceRecord;
    private long records;

    public LimitedReader(Reader reader, String file, int limit) {
        this.reader = reader;
        this.file = file;
        this.limit = limit;
    }

    /** A record is complete. */
    public void recordDone() {
        sinceRecord = 0;
        records++;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        // what the parser has buffered ahead belongs to records to come, so the limit is met a buffer late at most
        if (sinceRecord > limit) {
            throw InvalidInputException.of(
                    file + ", row " + (records + 1),
                    "is longer than " + limit + " characters: line breaks are missing, or a quote is not closed",
                    "mend the file, or raise MICROSCAPE_MAX_TEXT_LENGTH");
        }
        int read = reader.read(buffer, offset, length);
        sinceRecord += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
