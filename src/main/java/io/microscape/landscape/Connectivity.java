package io.microscape.landscape;

/**
 * Neighbours and connectivity of a space from the distances d to the other spaces.
 *
 * <ul>
 *   <li>{@code neighbours_15m}: number of spaces with d ≤ radius
 *   <li>{@code connectivity} = 1 − Π (1 − 2^(−d / radius)) over the spaces with d ≤ 10 radii: the probability that at
 *       least one other space is reached when half of what starts gets as far as the radius. In [0, 1]; 1 when a space
 *       touches, 0 when none is in reach
 * </ul>
 *
 * Source: DEFINITIONS; the dispersal kernel of Saura &amp; Pascual-Hortal 2007.
 */
public final class Connectivity {
    /** Reach of the kernel in radii; beyond it a space adds less than 0.001. */
    static final double REACH_IN_RADII = 10;

    private Connectivity() {}

    /** @param distances ascending, m */
    static int neighbours(double[] distances, double radius) {
        int count = 0;
        while (count < distances.length && distances[count] <= radius) {
            count++;
        }
        return count;
    }

    /**
     * The probability that at least one of the spaces at these distances is reached.
     *
     * @param distances ascending, m: the order makes the product the same whatever the order of the input
     * @param radius distance in m at which the probability of a step is one half
     * @return in [0, 1]; 0 without distances, 1 when one of them is 0
     */
    public static double probability(double[] distances, double radius) {
        double unreached = 1;
        for (double distance : distances) {
            if (distance <= REACH_IN_RADII * radius) {
                unreached *= 1 - Math.pow(2, -distance / radius);
            }
        }
        return 1 - unreached;
    }
}
