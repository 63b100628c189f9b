package io.microscape.landscape.geometry;

import java.util.Arrays;

/**
 * A union of closed intervals within a domain, kept sorted and disjoint. The union does not depend on the order of
 * additions, bit for bit. Own code because it sits in the innermost loops: collection types would box every number.
 * Not thread-safe.
 */
public final class IntervalSet {
    private final double from;
    private final double to;
    private double[] lows = new double[8];
    private double[] highs = new double[8];
    private int size;

    /** The empty set within the domain. */
    public IntervalSet(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /** The empty set of angles from 0 to 2π. */
    public static IntervalSet ofAngles() {
        return new IntervalSet(0, 2 * Math.PI);
    }

    /** Something done with an interval. */
    @FunctionalInterface
    public interface Span {
        void accept(double low, double high);
    }

    public void clear() {
        size = 0;
    }

    /** Adds the part of the interval that lies in the domain; a reversed or single-point interval adds nothing. */
    public void add(double low, double high) {
        double a = Math.max(low, from);
        double b = Math.min(high, to);
        if (!(a < b)) {
            return;
        }
        int first = 0;
        while (first < size && highs[first] < a) {
            first++;
        }
        int last = first;
        while (last < size && lows[last] <= b) {
            a = Math.min(a, lows[last]);
            b = Math.max(b, highs[last]);
            last++;
        }
        replace(first, last, a, b);
    }

    /** Adds the arc of that half width about the angle {@code middle}; only for sets of angles. */
    public void addArc(double middle, double halfWidth) {
        if (halfWidth >= Math.PI) {
            add(from, to);
            return;
        }
        double low = middle - halfWidth;
        double turns = Math.floor(low / (2 * Math.PI)) * 2 * Math.PI;
        low -= turns;
        double high = middle + halfWidth - turns;
        add(low, high);
        add(0, high - 2 * Math.PI);
    }

    /** The intervals of the set, ascending. */
    public void forEach(Span action) {
        for (int i = 0; i < size; i++) {
            action.accept(lows[i], highs[i]);
        }
    }

    /** The intervals of the domain that are not in the set, ascending. */
    public void forEachGap(Span action) {
        double open = from;
        for (int i = 0; i < size; i++) {
            if (lows[i] > open) {
                action.accept(open, lows[i]);
            }
            open = highs[i];
        }
        if (to > open) {
            action.accept(open, to);
        }
    }

    private void replace(int first, int last, double low, double high) {
        int shift = 1 - (last - first);
        if (size + shift > lows.length) {
            lows = Arrays.copyOf(lows, 2 * lows.length);
            highs = Arrays.copyOf(highs, 2 * highs.length);
        }
        System.arraycopy(lows, last, lows, last + shift, size - last);
        System.arraycopy(highs, last, highs, last + shift, size - last);
        lows[first] = low;
        highs[first] = high;
        size += shift;
    }
}
