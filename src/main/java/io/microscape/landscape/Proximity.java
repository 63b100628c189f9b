package io.microscape.landscape;

import io.microscape.landscape.geometry.EdgeDistance;
import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.landscape.index.Hits;
import io.microscape.landscape.index.PolygonLayer;
import java.util.Arrays;

/**
 * Edge-to-edge distances of a space to the others up to a reach, m; 0 where they touch, overlap or one holds the other. Of
 * two spaces the one that comes first in canonical order is measured first, so that both see the same number. Not
 * thread-safe.
 */
final class Proximity {
    private final PolygonLayer spaces;
    private final double reach;
    private final Hits hits = new Hits();
    private final PolygonEdges first = new PolygonEdges();
    private final PolygonEdges second = new PolygonEdges();
    private final EdgeDistance distance = new EdgeDistance();
    private double[] distances = new double[32];

    /** @param reach m */
    Proximity(PolygonLayer spaces, double reach) {
        this.spaces = spaces;
        this.reach = reach;
    }

    /** Ascending distances of the spaces within reach, m. */
    double[] distancesFrom(int space) {
        spaces.query(
                spaces.minX(space) - reach,
                spaces.minY(space) - reach,
                spaces.maxX(space) + reach,
                spaces.maxY(space) + reach,
                hits);
        int count = 0;
        if (distances.length < hits.count()) {
            distances = new double[2 * hits.count()];
        }
        for (int i = 0; i < hits.count(); i++) {
            int other = hits.get(i);
            if (other != space && boxDistanceSquare(space, other) <= reach * reach) {
                double measured = distance(Math.min(space, other), Math.max(space, other));
                if (measured <= reach) {
                    distances[count++] = measured;
                }
            }
        }
        Arrays.sort(distances, 0, count);
        return Arrays.copyOf(distances, count);
    }

    private double distance(int one, int other) {
        first.load(spaces, one);
        second.load(spaces, other, first.originX, first.originY);
        return distance.between(first, second);
    }

    private double boxDistanceSquare(int one, int other) {
        double dx = Math.max(0, Math.max(spaces.minX(one) - spaces.maxX(other), spaces.minX(other) - spaces.maxX(one)));
        double dy = Math.max(0, Math.max(spaces.minY(one) - spaces.maxY(other), spaces.minY(other) - spaces.maxY(one)));
        return dx * dx + dy * dy;
    }
}
