package io.microscape.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Hashes of features, found by their boxes. Filled first, from one thread; thread-safe once {@link #build} was called.
 *
 * @param <T> what is known of a feature beside its hash
 */
final class HashedFeatures<T> {
    private final HPRtree tree = new HPRtree();
    private final List<T> features = new ArrayList<>();
    private final List<Hash128> hashes = new ArrayList<>();

    void add(Envelope box, T feature, Hash128 hash) {
        tree.insert(box, features.size());
        features.add(feature);
        hashes.add(hash);
    }

    void build() {
        tree.build();
    }

    int size() {
        return features.size();
    }

    T feature(int place) {
        return features.get(place);
    }

    Hash128 hash(int place) {
        return hashes.get(place);
    }

    /** Sum over the features whose boxes meet the box and that the test takes, given their places. */
    Hash128 sum(Envelope box, BiPredicate<Integer, T> test) {
        Hash128[] sum = {Hash128.ZERO};
        tree.query(box, item -> {
            int place = (Integer) item;
            if (test.test(place, features.get(place))) {
                sum[0] = sum[0].plus(hashes.get(place));
            }
        });
        return sum[0];
    }

    /** Sum over the features whose boxes meet the box. */
    Hash128 sum(Envelope box) {
        return sum(box, (place, feature) -> true);
    }
}
