package io.microscape.landscape.geometry;

/** Plane geometry of circles for the area sums of Green's theorem. Lengths in m, angles in radians. */
final class Discs {
    private Discs() {}

    /** Twice the Green sum ½ ∫ (x dy − y dx) of a counter-clockwise arc. */
    static double arc(double cx, double cy, double radius, double from, double to) {
        // product form: differences of sines and cosines of near angles would lose digits
        double half = (to - from) / 2;
        double middle = (from + to) / 2;
        double chord = 2 * Math.sin(half);
        return radius * (radius * (to - from) + chord * (cx * Math.cos(middle) + cy * Math.sin(middle)));
    }

    /**
     * Adds the interval of t for which q + t d is in the disc about the origin.
     *
     * @param perSquare 1 / |d|²
     */
    static void addChord(double qx, double qy, double dx, double dy, double perSquare, double radius, IntervalSet set) {
        double cross = dx * qy - dy * qx;
        double height = radius * radius - cross * cross * perSquare;
        if (height > 0) {
            double middle = -(dx * qx + dy * qy) * perSquare;
            double half = Math.sqrt(height * perSquare);
            set.add(middle - half, middle + half);
        }
    }

    /**
     * Adds the angles at which a circle lies in another disc.
     *
     * @param dx centre of the other disc from that of the circle
     * @param radius of the circle
     * @param other radius of the other disc
     */
    static void addCovered(double dx, double dy, double radius, double other, IntervalSet angles) {
        double square = dx * dx + dy * dy;
        if (square >= (radius + other) * (radius + other) || square == 0) {
            return;
        }
        double distance = Math.sqrt(square);
        if (distance <= radius - other) {
            return;
        }
        double cosine = (square + radius * radius - other * other) / (2 * distance * radius);
        angles.addArc(Math.atan2(dy, dx), Math.acos(Math.max(-1, Math.min(1, cosine))));
    }
}
