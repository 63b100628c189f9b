package io.microscape.landscape.connectivity;

/**
 * Sorts two arrays by the numbers of the first (heap sort, in place). Own code because the sorts of the class library take
 * one array, or objects.
 */
final class SurplusOrder {
    /** Up to so many it is quicker to insert one after the other. */
    private static final int FEW = 24;

    private SurplusOrder() {}

    /** Sorts the range from {@code from} to before {@code to}, ascending. */
    static void sort(double[] keys, int[] values, int from, int to) {
        if (to - from <= FEW) {
            insert(keys, values, from, to);
            return;
        }
        for (int root = (to - from) / 2 - 1; root >= 0; root--) {
            sink(keys, values, from, root, to - from);
        }
        for (int last = to - from - 1; last > 0; last--) {
            swap(keys, values, from, from + last);
            sink(keys, values, from, 0, last);
        }
    }

    private static void insert(double[] keys, int[] values, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double key = keys[i];
            int value = values[i];
            int place = i;
            while (place > from && keys[place - 1] > key) {
                keys[place] = keys[place - 1];
                values[place] = values[place - 1];
                place--;
            }
            keys[place] = key;
            values[place] = value;
        }
    }

    private static void sink(double[] keys, int[] values, int from, int root, int size) {
        int place = root;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && keys[from + child + 1] > keys[from + child]) {
                child++;
            }
            if (keys[from + child] <= keys[from + place]) {
                return;
            }
            swap(keys, values, from + place, from + child);
            place = child;
        }
    }

    private static void swap(double[] keys, int[] values, int a, int b) {
        double key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
        int value = values[a];
        values[a] = values[b];
        values[b] = value;
    }
}
