package io.microscape.landscape.connectivity;

import java.util.Arrays;

/**
 * A priority queue of spaces by distance, each in it at most once; equal distances leave in the order of the spaces, so
 * that results do not depend on the order of insertion. Own code because the queues of the class library take objects and
 * cannot lower a key. Not thread-safe.
 */
final class DistanceHeap {
    private final int[] items;
    private final int[] placeOf;
    private final double[] key;
    private int size;

    /** An empty queue for spaces 0 to capacity − 1. */
    DistanceHeap(int capacity) {
        items = new int[capacity];
        placeOf = new int[capacity];
        key = new double[capacity];
        Arrays.fill(placeOf, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds the space, or lowers its distance. */
    void offer(int space, double distance) {
        if (placeOf[space] < 0) {
            placeOf[space] = size;
            items[size++] = space;
        }
        key[space] = distance;
        rise(placeOf[space]);
    }

    /** Takes out the nearest space. */
    int poll() {
        int nearest = items[0];
        placeOf[nearest] = -1;
        int last = items[--size];
        if (size > 0) {
            put(last, 0);
            sink(0);
        }
        return nearest;
    }

    private boolean isBefore(int a, int b) {
        return key[a] < key[b] || (key[a] == key[b] && a < b);
    }

    private void put(int space, int place) {
        items[place] = space;
        placeOf[space] = place;
    }

    private void rise(int from) {
        int space = items[from];
        int place = from;
        while (place > 0 && isBefore(space, items[(place - 1) / 2])) {
            put(items[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(space, place);
    }

    private void sink(int from) {
        int space = items[from];
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(items[child + 1], items[child])) {
                child++;
            }
            if (!isBefore(items[child], space)) {
                break;
            }
            put(items[child], place);
            place = child;
        }
        put(space, place);
    }
}
