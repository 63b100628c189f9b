package io.microscape.landscape;

import io.microscape.landscape.geometry.EdgeDistance;
import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.landscape.index.Hits;
import io.microscape.landscape.index.PolygonLayer;
import java.util.Arrays;

/**
 * Edge-to-edge distances of a space to the others up to a reach, m; 0 where they touch, overlap or one holds the other. Of
 * two spaces the one that comes first in canonical order is measured first, so that both see the same number.
 *
 * <p>Spaces asked for one after another in canonical order are neighbours in the plane: the distance to a later one is kept
 * until that is asked for, so that most pairs are measured once. Not thread-safe.
 */
final class Proximity {
    /** Longest run of successive spaces of which distances are kept. */
    private static final int RUN = 1024;

    private final PolygonLayer spaces;
    private final double reach;
    private final Hits hits = new Hits();
    private final PolygonEdges first = new PolygonEdges();
    private final PolygonEdges second = new PolygonEdges();
    private final EdgeDistance distance = new EdgeDistance();
    private final double[][] kept = new double[RUN][];
    private final int[] keptCounts = new int[RUN];
    private double[] distances = new double[32];
    private int runStart;
    private int next = -1;
    private int loaded = -1;

    /** @param reach m */
    Proximity(PolygonLayer spaces, double reach) {
        this.spaces = spaces;
        this.reach = reach;
    }

    /** Ascending distances of the spaces within reach, m. */
    double[] distancesFrom(int space) {
        if (space != next || space - runStart >= RUN) {
            runStart = space;
            Arrays.fill(keptCounts, 0);
        }
        next = space + 1;
        spaces.query(
                spaces.minX(space) - reach,
                spaces.minY(space) - reach,
                spaces.maxX(space) + reach,
                spaces.maxY(space) + reach,
                hits);
        int count = keptCounts[space - runStart];
        if (distances.length < count + hits.count()) {
            distances = new double[2 * (count + hits.count())];
        }
        if (count > 0) {
            System.arraycopy(kept[space - runStart], 0, distances, 0, count);
        }
        for (int i = 0; i < hits.count(); i++) {
            int other = hits.get(i);
            boolean measuredBefore = other >= runStart && other <= space;
            if (!measuredBefore && spaces.boxDistanceSquare(space, other) <= reach * reach) {
                double measured = distance(Math.min(space, other), Math.max(space, other));
                if (measured <= reach) {
                    distances[count++] = measured;
                    if (other > space && other - runStart < RUN) {
                        keep(other - runStart, measured);
                    }
                }
            }
        }
        Arrays.sort(distances, 0, count);
        return Arrays.copyOf(distances, count);
    }

    private void keep(int place, double measured) {
        int count = keptCounts[place]++;
        if (kept[place] == null) {
            kept[place] = new double[32];
        } else if (count == kept[place].length) {
            kept[place] = Arrays.copyOf(kept[place], 2 * count);
        }
        kept[place][count] = measured;
    }

    private double distance(int one, int other) {
        if (loaded != one) {
            first.load(spaces, one);
            loaded = one;
        }
        second.load(spaces, other, first.originX, first.originY);
        return distance.between(first, second);
    }
}
