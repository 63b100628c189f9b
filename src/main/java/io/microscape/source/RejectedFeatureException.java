package io.microscape.source;

/** A feature was read but cannot be used; the message says why. Never leaves the importer. */
public final class RejectedFeatureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean placeless;

    public RejectedFeatureException(String reason) {
        this(reason, false);
    }

    private RejectedFeatureException(String reason, boolean placeless) {
        // thousands of them can come out of one bad file, and nobody looks at their stack
        super(reason, null, false, false);
        this.placeless = placeless;
    }

    /** The feature has no geometry, or one of which nothing is left. */
    public static RejectedFeatureException placeless(String reason) {
        return new RejectedFeatureException(reason, true);
    }

    /** Whether all that is wrong is that it has no place: what can do without one may be kept. */
    public boolean isPlaceless() {
        return placeless;
    }
}
