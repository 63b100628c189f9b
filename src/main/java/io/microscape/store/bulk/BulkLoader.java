package io.microscape.store.bulk;

/**
 * Brings many rows into the database within the transaction of its connection, holding a bounded number of them in memory.
 * Not thread-safe.
 */
public interface BulkLoader extends AutoCloseable {
    /**
     * Adds a row; it reaches the database at the next {@link #flush} at the latest.
     *
     * @param table the table
     * @param values one for each of its columns: {@link Boolean}, {@link Integer}, {@link Long}, {@link Double},
     *     {@link String}, {@code byte[]} (for geometries EWKB), or null
     * @throws io.microscape.store.StoreException if the database refuses rows
     */
    void add(BulkTable table, Object... values);

    /** Sends what has not been sent. */
    void flush();

    /** Lets go of statements; sends nothing. */
    @Override
    void close();
}
