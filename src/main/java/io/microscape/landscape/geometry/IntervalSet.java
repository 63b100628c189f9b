package io.microscape.landscape.geometry;

import java.util.Arrays;

/**
 * A union of closed intervals within a domain, kept sorted and disjoint. The union does not depend on the order of
 * additions, bit for bit. Own code because it sits in the innermost loops: collection types would box every number.
 * Not thread-safe.
 */
public final class IntervalSet {
    private double from;
    private double to;
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

    /** Takes one interval. */
    @FunctionalInterface
    public interface Span {
        void accept(double low, double high);
    }

    public void clear() {
        size = 0;
    }

    /** Makes it the empty set within another domain. */
    public void clear(double newFrom, double newTo) {
        size = 0;
        from = newFrom;
        to = newTo;
    }

    /** Number of disjoint intervals. */
    public int size() {
        return size;
    }

    public double low(int i) {
        return lows[i];
    }

    public double high(int i) {
        return highs[i];
    }

    /** Number of gaps: what of the domain is not in the set; a gap may be a single point. */
    public int gaps() {
        return size + 1;
    }

    public double gapLow(int i) {
        return i == 0 ? from : highs[i - 1];
    }

    public double gapHigh(int i) {
        return i == size ? to : lows[i];
    }

    /** Whether the whole domain is in the set. */
    public boolean full() {
        return size == 1 && lows[0] == from && highs[0] == to;
    }

    /** Sum of the lengths of the intervals. */
    public double measure() {
        double measure = 0;
        for (int i = 0; i < size; i++) {
            measure += highs[i] - lows[i];
        }
        return measure;
    }

    /** Adds the part of the interval that lies in the domain; a reversed or single-point interval adds nothing. */
    public void add(double low, double high) {
        if (!(low < high) || low >= to || high <= from) {
            return;
        }
        // no Math.max: its care for NaN and negative zero costs more than all the rest here
        double a = low > from ? low : from;
        double b = high < to ? high : to;
        if (size == 0) {
            lows[0] = a;
            highs[0] = b;
            size = 1;
            return;
        }
        int first = 0;
        while (first < size && highs[first] < a) {
            first++;
        }
        int last = first;
        while (last < size && lows[last] <= b) {
            a = lows[last] < a ? lows[last] : a;
            b = highs[last] > b ? highs[last] : b;
            last++;
        }
        replace(first, last, a, b);
    }

    /** Adds the arc of that half width about the angle {@code middle}; only for sets of angles, at most 2π wide. */
    public void addArc(double middle, double halfWidth) {
        if (halfWidth >= Math.PI) {
            add(from, to);
            return;
        }
        double low = middle - halfWidth;
        double turns = Math.floor((low - from) / (2 * Math.PI)) * 2 * Math.PI;
        add(low - turns, middle + halfWidth - turns);
        add(low - turns - 2 * Math.PI, middle + halfWidth - turns - 2 * Math.PI);
    }

    private void replace(int first, int last, double low, double high) {
        int shift = 1 - (last - first);
        if (shift == 0) {
            lows[first] = low;
            highs[first] = high;
            return;
        }
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
