package io.microscape.landscape.index;

import java.util.Arrays;

/** The answer to a query, ascending: a growing array that is used again and again. Not thread-safe. */
public final class Hits {
    private int[] items = new int[64];
    private int count;

    public int count() {
        return count;
    }

    public int get(int i) {
        return items[i];
    }

    public void clear() {
        count = 0;
    }

    void add(int item) {
        if (count == items.length) {
            items = Arrays.copyOf(items, 2 * count);
        }
        items[count++] = item;
    }
}
