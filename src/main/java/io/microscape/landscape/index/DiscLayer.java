package io.microscape.landscape.index;

/** Discs in canonical order; a radius of zero makes points. Coordinates in the metric CRS, m. */
public final class DiscLayer extends PackedLayer {
    private final double[] xyr;

    private DiscLayer(Builder builder) {
        super(builder.count);
        this.xyr = new double[3 * builder.count];
        int[] order = CanonicalOrder.of(builder, builder.count);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(builder.xyr, 3 * order[i], xyr, 3 * i, 3);
        }
        builder.xyr = null;
        index();
    }

    public double x(int item) {
        return xyr[3 * item];
    }

    public double y(int item) {
        return xyr[3 * item + 1];
    }

    public double radius(int item) {
        return xyr[3 * item + 2];
    }

    @Override
    public double minX(int item) {
        return x(item) - radius(item);
    }

    @Override
    public double minY(int item) {
        return y(item) - radius(item);
    }

    @Override
    public double maxX(int item) {
        return x(item) + radius(item);
    }

    @Override
    public double maxY(int item) {
        return y(item) + radius(item);
    }

    @Override
    void addMeeting(int from, int to, double minX, double minY, double maxX, double maxY, Hits hits) {
        for (int item = from; item < to; item++) {
            if (minX(item) <= maxX && maxX(item) >= minX && minY(item) <= maxY && maxY(item) >= minY) {
                hits.add(item);
            }
        }
    }

    /** Takes discs one by one. */
    public static final class Builder implements CanonicalOrder.Features {
        private double[] xyr = new double[48];
        private int count;

        public void add(double x, double y, double radius) {
            xyr = room(xyr, 3 * count + 3);
            xyr[3 * count] = x;
            xyr[3 * count + 1] = y;
            xyr[3 * count + 2] = radius;
            count++;
        }

        /** The layer; the builder is used up. */
        public DiscLayer build() {
            return new DiscLayer(this);
        }

        @Override
        public double centreX(int item) {
            return xyr[3 * item];
        }

        @Override
        public double centreY(int item) {
            return xyr[3 * item + 1];
        }

        @Override
        public int compare(int first, int second) {
            for (int i = 0; i < 3; i++) {
                int order = Double.compare(xyr[3 * first + i], xyr[3 * second + i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
