package io.microscape.crs;

/**
 * How a coordinate system relates to longitude and latitude on WGS 84, in degrees. Works on one point in place: x at
 * {@code xy[at]}, y behind it. Thread-safe. Both directions answer false, and leave the point undefined, where the mapping
 * is not defined.
 */
interface LonLatMapping {
    /** Longitude and latitude are the system's own coordinates. */
    LonLatMapping IDENTITY = new LonLatMapping() {
        @Override
        public boolean fromLonLat(double[] xy, int at) {
            return isLonLat(xy, at);
        }

        @Override
        public boolean toLonLat(double[] xy, int at) {
            return isLonLat(xy, at);
        }
    };

    /** Longitude and latitude into the system's x and y. */
    boolean fromLonLat(double[] xy, int at);

    /** The system's x and y into longitude and latitude. */
    boolean toLonLat(double[] xy, int at);

    /** Whether that can be a longitude (once around and a half, for maps across the date line) and a latitude. */
    static boolean isLonLat(double[] xy, int at) {
        return Math.abs(xy[at]) <= 540 && Math.abs(xy[at + 1]) <= 90 + 1e-9;
    }
}
