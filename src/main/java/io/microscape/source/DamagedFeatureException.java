package io.microscape.source;

import io.microscape.study.InvalidInputException;

/** One feature of a file cannot be read. The reader stands behind it: the next feature can be asked for. */
public final class DamagedFeatureException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final String label;
    private final String reason;

    public DamagedFeatureException(String label, String reason) {
        super(label + ": " + reason);
        this.label = label;
        this.reason = reason;
    }

    /** How messages call the feature. */
    String label() {
        return label;
    }

    /** What is wrong with it. */
    String reason() {
        return reason;
    }
}
