package io.microscape.sample;

/** Outlines that small spaces have, in the coordinates of their {@link Plot}, with the share of the plot they take. */
enum Outline {
    BLOCK(0.96, 0, 0, 1, 0, 1, 0.94, 0.04, 1),
    L_SHAPE(0.78, 0, 0, 1, 0, 1, 0.58, 0.5, 0.6, 0.48, 1, 0, 1),
    TRAPEZOID(0.86, 0, 0, 1, 0, 0.84, 1, 0.12, 0.97),
    ROUNDED(0.93, 0, 0, 1, 0, 1, 0.62, 0.96, 0.81, 0.87, 0.94, 0.72, 1, 0.14, 1, 0.04, 0.95, 0, 0.84),
    POINTED(0.85, 0, 0, 1, 0, 1, 0.66, 0.62, 1, 0, 0.8),
    STEPPED(0.83, 0, 0, 1, 0, 1, 0.7, 0.78, 0.72, 0.76, 1, 0.3, 0.98, 0.28, 0.84, 0, 0.82);

    /** Area over that of the plot. */
    final double fill;

    private final double[] corners;

    Outline(double fill, double... corners) {
        this.fill = fill;
        this.corners = corners;
    }

    double[] corners() {
        return corners.clone();
    }
}
