package io.microscape.landscape.geometry;

/**
 * Distance between two polygons, edge to edge, m; 0 where they touch, overlap or one holds the other. Exact but for
 * rounding. Not thread-safe.
 *
 * <p>Polygons whose boxes are apart are looked at along the line between the centres of their boxes: edges that are
 * further apart in that direction than a distance already found cannot be nearer. What is left, a few edges of each that
 * face the other, is measured pair by pair, starts of edges to edges: the end of an edge is the start of the next.
 */
public final class EdgeDistance {
    private double[] alongFirst = new double[64];
    private double[] alongSecond = new double[64];
    private int[] facing = new int[64];

    /** @param first edges of a polygon, relative to the same origin as those of the second */
    public double between(PolygonEdges first, PolygonEdges second) {
        boolean apart = first.minX > second.maxX
                || first.maxX < second.minX
                || first.minY > second.maxY
                || first.maxY < second.minY;
        return apart ? Math.sqrt(squareApart(first, second)) : meeting(first, second);
    }

    private double squareApart(PolygonEdges first, PolygonEdges second) {
        double dx = (second.minX + second.maxX - first.minX - first.maxX) / 2;
        double dy = (second.minY + second.maxY - first.minY - first.maxY) / 2;
        double norm = Math.sqrt(dx * dx + dy * dy);
        double ux = dx / norm;
        double uy = dy / norm;
        alongFirst = project(first, ux, uy, alongFirst);
        alongSecond = project(second, ux, uy, alongSecond);
        int front = 0;
        for (int i = 1; i < first.count; i++) {
            front = alongFirst[i] > alongFirst[front] ? i : front;
        }
        int back = 0;
        for (int j = 1; j < second.count; j++) {
            back = alongSecond[j] < alongSecond[back] ? j : back;
        }
        double least = smaller(
                smaller(
                        pointSquare(first.ax[front], first.ay[front], second, back),
                        pointSquare(first.ax[front], first.ay[front], second, second.before[back])),
                smaller(
                        pointSquare(second.ax[back], second.ay[back], first, front),
                        pointSquare(second.ax[back], second.ay[back], first, first.before[front])));
        // rounding of the projection must not lose an edge
        double reach = Math.sqrt(least) * (1 + 1e-9) + 1e-9;
        int faced = facing(second, ux, uy, alongFirst[front] + reach);
        double from = alongSecond[back] - reach;
        for (int i = 0; i < first.count; i++) {
            if (alongFirst[i] < from && first.bx[i] * ux + first.by[i] * uy < from) {
                continue;
            }
            for (int k = 0; k < faced; k++) {
                int j = facing[k];
                if (boxSquare(first, i, second, j) < least) {
                    least = smaller(
                            least,
                            smaller(
                                    pointSquare(first.ax[i], first.ay[i], second, j),
                                    pointSquare(second.ax[j], second.ay[j], first, i)));
                }
            }
        }
        return least;
    }

    /** How far the start of each edge is along a direction. */
    private static double[] project(PolygonEdges edges, double ux, double uy, double[] given) {
        double[] along = given.length < edges.count ? new double[2 * edges.count] : given;
        for (int i = 0; i < edges.count; i++) {
            along[i] = edges.ax[i] * ux + edges.ay[i] * uy;
        }
        return along;
    }

    /** Finds the edges of the second polygon of which a part is that far along at most. */
    private int facing(PolygonEdges edges, double ux, double uy, double upTo) {
        if (facing.length < edges.count) {
            facing = new int[2 * edges.count];
        }
        int count = 0;
        for (int i = 0; i < edges.count; i++) {
            if (alongSecond[i] <= upTo || edges.bx[i] * ux + edges.by[i] * uy <= upTo) {
                facing[count++] = i;
            }
        }
        return count;
    }

    private static double smaller(double a, double b) {
        return a < b ? a : b;
    }

    private static double larger(double a, double b) {
        return a > b ? a : b;
    }

    private static double boxSquare(PolygonEdges a, int i, PolygonEdges b, int j) {
        double dx = gap(a.ax[i], a.bx[i], b.ax[j], b.bx[j]);
        double dy = gap(a.ay[i], a.by[i], b.ay[j], b.by[j]);
        return dx * dx + dy * dy;
    }

    private static double gap(double a1, double a2, double b1, double b2) {
        return larger(0, larger(smaller(b1, b2) - larger(a1, a2), smaller(a1, a2) - larger(b1, b2)));
    }

    /** Square of the least distance of an end of one edge to the other edge. */
    private static double ends(PolygonEdges a, int i, PolygonEdges b, int j) {
        return Math.min(
                Math.min(pointSquare(a.ax[i], a.ay[i], b, j), pointSquare(a.bx[i], a.by[i], b, j)),
                Math.min(pointSquare(b.ax[j], b.ay[j], a, i), pointSquare(b.bx[j], b.by[j], a, i)));
    }

    private static double pointSquare(double x, double y, PolygonEdges edges, int edge) {
        double dx = edges.bx[edge] - edges.ax[edge];
        double dy = edges.by[edge] - edges.ay[edge];
        double qx = x - edges.ax[edge];
        double qy = y - edges.ay[edge];
        double along = qx * dx + qy * dy;
        double square = dx * dx + dy * dy;
        if (along <= 0) {
            return qx * qx + qy * qy;
        }
        if (along >= square) {
            double rx = x - edges.bx[edge];
            double ry = y - edges.by[edge];
            return rx * rx + ry * ry;
        }
        double cross = qx * dy - qy * dx;
        return cross * cross / square;
    }

    /** Of polygons whose boxes meet. */
    private static double meeting(PolygonEdges first, PolygonEdges second) {
        if (holdsARing(first, second) || holdsARing(second, first)) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < first.count; i++) {
            for (int j = 0; j < second.count; j++) {
                if (boxSquare(first, i, second, j) < least) {
                    if (cross(first, i, second, j)) {
                        return 0;
                    }
                    least = Math.min(least, ends(first, i, second, j));
                }
            }
        }
        return Math.sqrt(least);
    }

    /** Whether the first vertex of some ring lies inside the other polygon. */
    private static boolean holdsARing(PolygonEdges outer, PolygonEdges inner) {
        for (int i = 0; i < inner.count; i++) {
            if (inner.before[i] >= i && outer.contains(inner.ax[i], inner.ay[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean cross(PolygonEdges a, int i, PolygonEdges b, int j) {
        return side(a, i, b.ax[j], b.ay[j]) * side(a, i, b.bx[j], b.by[j]) < 0
                && side(b, j, a.ax[i], a.ay[i]) * side(b, j, a.bx[i], a.by[i]) < 0;
    }

    private static double side(PolygonEdges edges, int edge, double x, double y) {
        return Math.signum((edges.bx[edge] - edges.ax[edge]) * (y - edges.ay[edge])
                - (edges.by[edge] - edges.ay[edge]) * (x - edges.ax[edge]));
    }
}
