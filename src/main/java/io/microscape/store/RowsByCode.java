package io.microscape.store;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks along a stream whose rows come in the order of the UTF-8 bytes of their codes, at most one a code, beside another
 * such stream: a merge join, of which only one row is in memory. Not thread-safe.
 *
 * @param <T> the row
 */
final class RowsByCode<T> implements AutoCloseable {
    private final Stream<T> stream;
    private final Iterator<T> rows;
    private final Function<T, String> codeOf;
    private T next;

    RowsByCode(Stream<T> stream, Function<T, String> codeOf) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.codeOf = codeOf;
        advance();
    }

    /** The row of a code, or null; codes must be asked for in their order. Rows between them are passed over. */
    T of(String code) {
        while (next != null && compare(codeOf.apply(next), code) < 0) {
            advance();
        }
        return next != null && codeOf.apply(next).equals(code) ? next : null;
    }

    @Override
    public void close() {
        stream.close();
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }

    /** The order of UTF-8 bytes is that of code points: surrogates stand for code points above all other characters. */
    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean aAbove = Character.isSurrogate(a);
                return aAbove == Character.isSurrogate(b) ? Character.compare(a, b) : aAbove ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
