package io.microscape.carbon;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A way of measuring what green space fixes or stores.
 *
 * @param indicator what it measures
 * @param techniques its techniques or models, by which accounts name it
 * @param from smallest scale it is for
 * @param to largest scale it is for
 * @param dataNeeded data it needs
 * @param strength what speaks for it
 * @param weakness what speaks against it
 */
public record MeasurementMethod(
        String indicator,
        List<String> techniques,
        Scale from,
        Scale to,
        String dataNeeded,
        String strength,
        String weakness) {

    /** Scales, each larger than the one before. */
    public enum Scale {
        PLANT,
        PLOT,
        PARK,
        CITY,
        REGION;

        private static final double PLOT_M2 = 10_000;
        private static final double PARK_M2 = 1_000_000;

        /** The scale of a space: a plot up to 1 ha, a park up to 100 ha, above that a part of the city. */
        static Scale ofArea(double areaM2) {
            if (areaM2 <= PLOT_M2) {
                return PLOT;
            }
            return areaM2 <= PARK_M2 ? PARK : CITY;
        }

        /** The scale of that name. */
        public static Optional<Scale> of(String name) {
            return Arrays.stream(values())
                    .filter(scale -> scale.key().equalsIgnoreCase(name.strip()))
                    .findFirst();
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MeasurementMethod {
        techniques = List.copyOf(techniques);
    }

    boolean covers(Scale scale) {
        return from.compareTo(scale) <= 0 && scale.compareTo(to) <= 0;
    }
}
