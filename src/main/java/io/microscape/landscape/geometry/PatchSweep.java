package io.microscape.landscape.geometry;

import io.microscape.landscape.index.PolygonLayer;
import java.util.Arrays;

/**
 * Areas of a space S under patches of two kinds, A before B: area(S ∩ ∪A) and area(S ∩ (∪B ∖ ∪A)), m², without an overlay.
 *
 * <p>The plane is cut into slabs at every vertex and at every crossing of edges. Within a slab no two edges cross, so that
 * the measure of any combination of the polygons along a horizontal line is linear across it: height times the measure at
 * half height is exact. The measure is found by passing the edges from left to right and counting how often S, A and B
 * cover the place. Edges that coincide, patches that overlap, repeat, touch or leave slivers need no case of their own:
 * between edges that lie on each other there is nothing to add, whichever is passed first. Edges that should be the same
 * and are {@value #NOISE_M} m apart at most are not asked where they cross: it adds less than that times their length.
 *
 * <p>Own code because a general overlay builds the topology of the result, of which only the area is asked. Cost: edges in
 * reach · log + slabs · edges per slab. Not thread-safe.
 */
public final class PatchSweep {
    /** Which cover a patch has. */
    public enum Kind {
        A,
        B
    }

    private static final double NOISE_M = 1e-10;
    private static final int SPACE = 0;

    private PolygonEdges space;
    private int count;
    private double[] lowX = new double[128];
    private double[] lowY = new double[128];
    private double[] highY = new double[128];
    private double[] slope = new double[128];
    private int[] kinds = new int[128];
    private int[] signs = new int[128];
    private double[] levels = new double[256];
    private int levelCount;
    private long[] starts = new long[128];

    private int active;
    private int[] edges = new int[64];
    private double[] atLow = new double[64];
    private double[] atHigh = new double[64];
    private double[] atMiddle = new double[64];
    private double[] crossings = new double[64];
    private int crossingCount;

    private double areaSpace;
    private double areaA;
    private double areaB;

    /** Begins with a space and no patches. */
    public void begin(PolygonEdges newSpace) {
        space = newSpace;
        count = 0;
        levelCount = 0;
        areaSpace = 0;
        areaA = 0;
        areaB = 0;
        boolean taken = false;
        for (int i = 0; i < space.count; i++) {
            taken = addEdge(space.ax[i], space.ay[i], space.bx[i], space.by[i], SPACE, taken && space.before[i] < i);
        }
    }

    /** Adds a patch. */
    public void add(PolygonLayer layer, int item, Kind kind) {
        int code = 1 + kind.ordinal();
        for (int ring = layer.firstRing(item); ring < layer.firstRing(item + 1); ring++) {
            int vertex = layer.firstVertex(ring);
            double x1 = layer.x(vertex) - space.originX;
            double y1 = layer.y(vertex) - space.originY;
            boolean taken = false;
            while (++vertex < layer.firstVertex(ring + 1)) {
                double x2 = layer.x(vertex) - space.originX;
                double y2 = layer.y(vertex) - space.originY;
                taken = addEdge(x1, y1, x2, y2, code, taken);
                x1 = x2;
                y1 = y2;
            }
        }
    }

    /** Sweeps over the space. */
    public void run() {
        Arrays.sort(levels, 0, levelCount);
        Arrays.sort(starts, 0, count);
        active = 0;
        int next = 0;
        double low = space.minY;
        for (int level = 0; level < levelCount; level++) {
            double high = levels[level];
            if (high > low) {
                long reached = sortable(low) + 1;
                dropUpTo(low);
                while (next < count && starts[next] >>> 32 < reached) {
                    activate((int) starts[next++]);
                }
                slab(low, high);
                low = high;
            }
        }
    }

    /** area(S), m², summed in the same way: the same number, to the bit, as that of what covers all of S. */
    public double areaOfSpace() {
        return areaSpace;
    }

    /** area(S ∩ ∪A), m². */
    public double areaA() {
        return areaA;
    }

    /** area(S ∩ (∪B ∖ ∪A)), m². */
    public double areaB() {
        return areaB;
    }

    /**
     * Adds an edge that can matter.
     *
     * @param startLevelled whether the level of its start was added with the edge before
     * @return whether it was added
     */
    private boolean addEdge(double x1, double y1, double x2, double y2, int kind, boolean startLevelled) {
        boolean up = y2 > y1;
        double bottom = up ? y1 : y2;
        double top = up ? y2 : y1;
        if (bottom == top || top <= space.minY || bottom >= space.maxY || Math.min(x1, x2) > space.maxX) {
            return false;
        }
        if (count == lowX.length) {
            grow();
        }
        lowX[count] = up ? x1 : x2;
        lowY[count] = bottom;
        highY[count] = top;
        slope[count] = (x2 - x1) / (y2 - y1);
        kinds[count] = kind;
        // interior on the left: what goes down has it on its right, as seen from the left of the line
        signs[count] = up ? -1 : 1;
        starts[count] = sortable(Math.max(bottom, space.minY)) << 32 | count;
        if (!startLevelled) {
            addLevel(y1);
        }
        addLevel(y2);
        count++;
        return true;
    }

    private void addLevel(double y) {
        if (y > space.minY && y <= space.maxY) {
            if (levelCount == levels.length) {
                levels = Arrays.copyOf(levels, 2 * levelCount);
            }
            levels[levelCount++] = y;
        }
    }

    /** A number of 31 bits that does not fall as y rises: an edge may be let in early, never late. */
    private long sortable(double y) {
        return Float.floatToIntBits((float) Math.max(0, y - space.minY));
    }

    private void grow() {
        int room = 2 * count;
        lowX = Arrays.copyOf(lowX, room);
        lowY = Arrays.copyOf(lowY, room);
        highY = Arrays.copyOf(highY, room);
        slope = Arrays.copyOf(slope, room);
        kinds = Arrays.copyOf(kinds, room);
        signs = Arrays.copyOf(signs, room);
        starts = Arrays.copyOf(starts, room);
    }

    private void dropUpTo(double y) {
        int kept = 0;
        for (int i = 0; i < active; i++) {
            if (highY[edges[i]] > y) {
                edges[kept++] = edges[i];
            }
        }
        active = kept;
    }

    private void activate(int edge) {
        if (active == edges.length) {
            int room = 2 * active;
            edges = Arrays.copyOf(edges, room);
            atLow = Arrays.copyOf(atLow, room);
            atHigh = Arrays.copyOf(atHigh, room);
            atMiddle = Arrays.copyOf(atMiddle, room);
        }
        edges[active++] = edge;
    }

    private void slab(double low, double high) {
        int present = sortAtMiddle(low, high);
        boolean crossed = false;
        for (int i = 1; i < present; i++) {
            crossed |= atLow[i - 1] > atLow[i] + NOISE_M || atHigh[i - 1] > atHigh[i] + NOISE_M;
        }
        if (crossed) {
            crossedSlab(low, high, present);
        } else {
            measure(present, high - low);
        }
    }

    /** Sorts the edges that pass the slab to the front, by x at half height. */
    private int sortAtMiddle(double low, double high) {
        int present = 0;
        for (int i = 0; i < active; i++) {
            int edge = edges[i];
            if (lowY[edge] > low) {
                continue;
            }
            double x1 = lowX[edge] + (low - lowY[edge]) * slope[edge];
            double x2 = lowX[edge] + (high - lowY[edge]) * slope[edge];
            double x = (x1 + x2) / 2;
            edges[i] = edges[present];
            int place = present++;
            while (place > 0 && atMiddle[place - 1] > x) {
                move(place - 1, place);
                place--;
            }
            edges[place] = edge;
            atLow[place] = x1;
            atHigh[place] = x2;
            atMiddle[place] = x;
        }
        return present;
    }

    private void move(int from, int to) {
        edges[to] = edges[from];
        atLow[to] = atLow[from];
        atHigh[to] = atHigh[from];
        atMiddle[to] = atMiddle[from];
    }

    /** Adds what a slab without crossings has. */
    private void measure(int present, double height) {
        int inSpace = 0;
        int inA = 0;
        int inB = 0;
        double widthSpace = 0;
        double widthA = 0;
        double widthB = 0;
        for (int i = 0; i < present; i++) {
            if (inSpace > 0) {
                widthSpace += atMiddle[i] - atMiddle[i - 1];
                if (inA > 0) {
                    widthA += atMiddle[i] - atMiddle[i - 1];
                } else if (inB > 0) {
                    widthB += atMiddle[i] - atMiddle[i - 1];
                }
            }
            int edge = edges[i];
            switch (kinds[edge]) {
                case SPACE -> inSpace += signs[edge];
                case 1 -> inA += signs[edge];
                default -> inB += signs[edge];
            }
        }
        areaSpace += widthSpace * height;
        areaA += widthA * height;
        areaB += widthB * height;
    }

    /** Cuts a slab at the crossings of its edges: pairs that change places between its bottom and its top. */
    private void crossedSlab(double low, double high, int present) {
        crossingCount = 0;
        sortBy(atLow, atHigh, present, false);
        sortBy(atHigh, atLow, present, true);
        Arrays.sort(crossings, 0, crossingCount);
        double from = 0;
        for (int i = 0; i <= crossingCount; i++) {
            double to = i < crossingCount ? crossings[i] : 1;
            if (to > from) {
                double middle = (from + to) / 2;
                for (int j = 0; j < present; j++) {
                    atMiddle[j] = atLow[j] + (atHigh[j] - atLow[j]) * middle;
                }
                sortBy(atMiddle, atLow, present, false);
                measure(present, (to - from) * (high - low));
                from = to;
            }
        }
    }

    private void sortBy(double[] keys, double[] then, int present, boolean noteCrossings) {
        for (int i = 1; i < present; i++) {
            for (int j = i; j > 0 && isAfter(keys, then, j - 1, j); j--) {
                if (noteCrossings) {
                    noteCrossing(j - 1, j);
                }
                swap(j - 1, j);
            }
        }
    }

    private static boolean isAfter(double[] keys, double[] then, int first, int second) {
        return keys[first] > keys[second] || (keys[first] == keys[second] && then[first] > then[second]);
    }

    /** Notes where, from 0 at the bottom to 1 at the top, two edges cross of which the first is left at the bottom. */
    private void noteCrossing(int first, int second) {
        double apartLow = atLow[second] - atLow[first];
        double apartHigh = atHigh[first] - atHigh[second];
        if (apartLow > 0 && apartHigh > 0) {
            if (crossingCount == crossings.length) {
                crossings = Arrays.copyOf(crossings, 2 * crossingCount);
            }
            crossings[crossingCount++] = apartLow / (apartLow + apartHigh);
        }
    }

    private void swap(int i, int j) {
        int edge = edges[i];
        double low = atLow[i];
        double high = atHigh[i];
        double middle = atMiddle[i];
        move(j, i);
        edges[j] = edge;
        atLow[j] = low;
        atHigh[j] = high;
        atMiddle[j] = middle;
    }
}
