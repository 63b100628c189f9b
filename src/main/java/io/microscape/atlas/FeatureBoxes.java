package io.microscape.atlas;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * The envelopes of a file's features, in the order in which they are added, and the tree over them. Layers of the same
 * features share them: 32 bytes a feature, and as much again once the tree is made. The tree can be asked for by several
 * threads when all features have been added.
 */
final class FeatureBoxes {
    private static final int ORDINATES = 4;

    private final Envelope extent = new Envelope();
    private double[] envelopes = new double[1024 * ORDINATES];
    private int count;
    private PackedHilbertTree tree;

    void add(Envelope envelope) {
        int at = count * ORDINATES;
        if (at == envelopes.length) {
            envelopes = Arrays.copyOf(envelopes, 2 * at);
        }
        envelopes[at] = envelope.getMinX();
        envelopes[at + 1] = envelope.getMinY();
        envelopes[at + 2] = envelope.getMaxX();
        envelopes[at + 3] = envelope.getMaxY();
        extent.expandToInclude(envelope);
        count++;
    }

    /** Envelope of all features; the null envelope when there is none. */
    Envelope extent() {
        return new Envelope(extent);
    }

    /** The tree of the features; no more can be added. */
    synchronized PackedHilbertTree tree() {
        if (tree == null) {
            tree = PackedHilbertTree.sort(envelopes, count, extent);
            envelopes = null;
        }
        return tree;
    }
}
