package io.microscape.landscape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Features in canonical order (by their coordinates, not by their place in the input) and a packed Hilbert tree over
 * their boxes. A query answers in canonical order, so that sums over it do not depend on the input's order. Immutable
 * after construction, thread-safe.
 *
 * @param <T> the features
 */
final class FeatureIndex<T> {
    private final List<T> features;
    private final HPRtree tree = new HPRtree();

    private FeatureIndex(List<T> ordered, Function<T, Envelope> box) {
        this.features = ordered;
        for (int i = 0; i < ordered.size(); i++) {
            tree.insert(box.apply(ordered.get(i)), i);
        }
        tree.build();
    }

    /**
     * An index of features.
     *
     * @param order must tell apart all features that differ in anything a result can depend on
     */
    static <T> FeatureIndex<T> of(Collection<T> features, Function<T, Envelope> box, Comparator<? super T> order) {
        return new FeatureIndex<>(features.stream().sorted(order).toList(), box);
    }

    /** All features in canonical order. */
    List<T> features() {
        return features;
    }

    boolean isEmpty() {
        return features.isEmpty();
    }

    /** The features whose boxes meet the box, in canonical order. */
    List<T> meeting(Envelope box) {
        List<Integer> places = new ArrayList<>();
        tree.query(box, place -> places.add((Integer) place));
        Collections.sort(places);
        return places.stream().map(features::get).toList();
    }
}
