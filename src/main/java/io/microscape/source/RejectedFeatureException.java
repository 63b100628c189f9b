package io.microscape.source;

/** A feature was read but cannot be used; the message says why. Never leaves the importer. */
final class RejectedFeatureException extends Exception {
    private static final long serialVersionUID = 1L;

    RejectedFeatureException(String reason) {
        // thousands of them can come out of one bad file, and nobody looks at their stack
        super(reason, null, false, false);
    }
}
