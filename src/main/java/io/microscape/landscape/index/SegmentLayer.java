package io.microscape.landscape.index;

import org.locationtech.jts.geom.CoordinateSequence;

/**
 * Straight pieces of roads in canonical order, each with its start before its end in (x, y) order and the way it crosses
 * others. Coordinates in the metric CRS, m.
 */
public final class SegmentLayer extends PackedLayer {
    private static final int BRIDGE = 1;
    private static final int TUNNEL = 2;

    private final double[] ends;
    private final byte[] structures;
    private final int[] heights;

    private SegmentLayer(Builder builder) {
        super(builder.count);
        this.ends = new double[4 * builder.count];
        this.structures = new byte[builder.count];
        this.heights = new int[builder.count];
        int[] order = CanonicalOrder.of(builder, builder.count);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(builder.ends, 4 * order[i], ends, 4 * i, 4);
            structures[i] = builder.structures[order[i]];
            heights[i] = builder.heights[order[i]];
        }
        builder.ends = null;
        index();
    }

    public double x1(int item) {
        return ends[4 * item];
    }

    public double y1(int item) {
        return ends[4 * item + 1];
    }

    public double x2(int item) {
        return ends[4 * item + 2];
    }

    public double y2(int item) {
        return ends[4 * item + 3];
    }

    public boolean bridge(int item) {
        return (structures[item] & BRIDGE) != 0;
    }

    public boolean tunnel(int item) {
        return (structures[item] & TUNNEL) != 0;
    }

    /** Vertical order, 0 on the ground. */
    public int level(int item) {
        return heights[item];
    }

    @Override
    public double minX(int item) {
        return ends[4 * item];
    }

    @Override
    public double minY(int item) {
        return Math.min(ends[4 * item + 1], ends[4 * item + 3]);
    }

    @Override
    public double maxX(int item) {
        return ends[4 * item + 2];
    }

    @Override
    public double maxY(int item) {
        return Math.max(ends[4 * item + 1], ends[4 * item + 3]);
    }

    @Override
    void addMeeting(int from, int to, double minX, double minY, double maxX, double maxY, Hits hits) {
        for (int item = from; item < to; item++) {
            if (ends[4 * item] <= maxX && ends[4 * item + 2] >= minX && minY(item) <= maxY && maxY(item) >= minY) {
                hits.add(item);
            }
        }
    }

    /** Takes lines one by one. */
    public static final class Builder implements CanonicalOrder.Features {
        private double[] ends = new double[64];
        private byte[] structures = new byte[16];
        private int[] heights = new int[16];
        private int count;

        /** Adds the segments of a line; those of no length are left out. */
        public void add(CoordinateSequence points, boolean bridge, boolean tunnel, int level) {
            int structure = (bridge ? BRIDGE : 0) | (tunnel ? TUNNEL : 0);
            for (int i = 1; i < points.size(); i++) {
                double x1 = points.getX(i - 1);
                double y1 = points.getY(i - 1);
                double x2 = points.getX(i);
                double y2 = points.getY(i);
                if (x1 < x2 || (x1 == x2 && y1 < y2)) {
                    add(x1, y1, x2, y2, structure, level);
                } else if (x1 != x2 || y1 != y2) {
                    add(x2, y2, x1, y1, structure, level);
                }
            }
        }

        private void add(double x1, double y1, double x2, double y2, int structure, int level) {
            ends = room(ends, 4 * count + 4);
            structures = room(structures, count + 1);
            heights = room(heights, count + 1);
            ends[4 * count] = x1;
            ends[4 * count + 1] = y1;
            ends[4 * count + 2] = x2;
            ends[4 * count + 3] = y2;
            structures[count] = (byte) structure;
            heights[count] = level;
            count++;
        }

        /** The layer; the builder is used up. */
        public SegmentLayer build() {
            return new SegmentLayer(this);
        }

        @Override
        public double centreX(int item) {
            return (ends[4 * item] + ends[4 * item + 2]) / 2;
        }

        @Override
        public double centreY(int item) {
            return (ends[4 * item + 1] + ends[4 * item + 3]) / 2;
        }

        @Override
        public int compare(int first, int second) {
            for (int i = 0; i < 4; i++) {
                int order = Double.compare(ends[4 * first + i], ends[4 * second + i]);
                if (order != 0) {
                    return order;
                }
            }
            int order = Byte.compare(structures[first], structures[second]);
            return order != 0 ? order : Integer.compare(heights[first], heights[second]);
        }
    }
}
