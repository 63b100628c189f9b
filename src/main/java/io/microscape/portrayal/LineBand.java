package io.microscape.portrayal;

/** The two sides of a line of some width, with mitred joins. Used again for line after line; not thread-safe. */
final class LineBand {
    /** Joins reach at most so many half widths from the line; sharper ones are cut off. */
    private static final double MITRE_LIMIT = 3;

    private double[] left = new double[64];
    private double[] right = new double[64];
    private int points;

    /** x, y, x, y … of the left side. */
    double[] left() {
        return left;
    }

    /** x, y, x, y … of the right side. */
    double[] right() {
        return right;
    }

    /** Points of each side; none for a line without length. */
    int points() {
        return points;
    }

    /**
     * Takes the sides of a line.
     *
     * @param xy x, y, x, y …
     * @param start first vertex
     * @param end vertex after the last
     * @param closed whether it goes on from the last to the first
     * @param half half of the width
     */
    void along(double[] xy, int start, int end, boolean closed, double half) {
        points = 0;
        int last = closed && repeats(xy, start, end) ? end - 1 : end;
        int vertices = last - start;
        if (vertices < 2) {
            return;
        }
        int sides = closed ? vertices + 1 : vertices;
        if (left.length < 2 * sides) {
            left = new double[4 * sides];
            right = new double[4 * sides];
        }
        for (int i = 0; i < sides; i++) {
            int at = start + i % vertices;
            int before = at > start ? at - 1 : closed ? last - 1 : at;
            int after = at + 1 < last ? at + 1 : closed ? start : at;
            add(xy, before, at, after, half);
        }
    }

    private static boolean repeats(double[] xy, int start, int end) {
        return end - start > 1 && xy[2 * start] == xy[2 * end - 2] && xy[2 * start + 1] == xy[2 * end - 1];
    }

    private void add(double[] xy, int before, int at, int after, double half) {
        double x = xy[2 * at];
        double y = xy[2 * at + 1];
        double inX = x - xy[2 * before];
        double inY = y - xy[2 * before + 1];
        double outX = xy[2 * after] - x;
        double outY = xy[2 * after + 1] - y;
        double in = Math.sqrt(inX * inX + inY * inY);
        double out = Math.sqrt(outX * outX + outY * outY);
        // sums of the unit normals; at an end of a line there is one
        double sumX = (in > 0 ? -inY / in : 0) + (out > 0 ? -outY / out : 0);
        double sumY = (in > 0 ? inX / in : 0) + (out > 0 ? outX / out : 0);
        double square = sumX * sumX + sumY * sumY;
        // a mitre is 2 / |sum| half widths long
        double reach = square > 4 / (MITRE_LIMIT * MITRE_LIMIT)
                ? (in > 0 && out > 0 ? 2 : 1) * half / square
                : half / Math.max(Math.sqrt(square), 1e-9);
        double acrossX = sumX * reach;
        double acrossY = sumY * reach;
        left[2 * points] = x + acrossX;
        left[2 * points + 1] = y + acrossY;
        right[2 * points] = x - acrossX;
        right[2 * points + 1] = y - acrossY;
        points++;
    }
}
