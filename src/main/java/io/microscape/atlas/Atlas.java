package io.microscape.atlas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;

/** The published layers, as servers read them: no database, only snapshots. Thread-safe. */
public interface Atlas {
    /** All layers now published, by study and in the study's order. */
    List<PublishedLayer> layers();

    /** The layer of that qualified name ("chongqing:net_carbon"). */
    Optional<PublishedLayer> layer(String qualifiedName);

    /** A number that grows with every publication (the WMS updateSequence). */
    long updateSequence();

    /**
     * Passes over the features of a snapshot whose envelopes meet the box (EPSG:4326, longitude first), in file order; over
     * all of them when the box is null. What the action sees holds only while it runs.
     */
    void scan(PublishedLayer layer, Envelope box, Consumer<? super FeatureView> action);

    /** As {@link #scan}, with features that can be kept. */
    default void query(PublishedLayer layer, Envelope box, Consumer<SnapshotFeature> action) {
        scan(layer, box, view -> action.accept(view.feature()));
    }

    /** The SLD text of a style as it applies to the layer. */
    String sld(PublishedLayer layer, String style);
}
