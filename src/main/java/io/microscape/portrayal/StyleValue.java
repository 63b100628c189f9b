package io.microscape.portrayal;

import io.microscape.atlas.FeatureValues;
import java.util.function.Function;

/**
 * A parameter of a style: mostly a constant, worked out once when the style is prepared, else computed from each feature.
 *
 * @param constant the value, when it is the same for all features
 * @param computed gives the value of a feature; null for a constant
 */
record StyleValue<T>(T constant, Function<FeatureValues, T> computed) {

    static <T> StyleValue<T> constant(T value) {
        return new StyleValue<>(value, null);
    }

    static <T> StyleValue<T> computed(Function<FeatureValues, T> value) {
        return new StyleValue<>(null, value);
    }

    /** Whether it is the same for all features. */
    boolean isConstant() {
        return computed == null;
    }

    /** The value for a feature; a feature of null gives the constant, or null where it is computed (legends). */
    T of(FeatureValues feature) {
        if (computed == null) {
            return constant;
        }
        return feature == null ? null : computed.apply(feature);
    }

    /** The value for a feature, or another one where there is none. */
    T of(FeatureValues feature, T otherwise) {
        T value = of(feature);
        return value == null ? otherwise : value;
    }
}
