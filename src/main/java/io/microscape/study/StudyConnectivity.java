package io.microscape.study;

import java.util.Map;

/**
 * Connectivity of all spaces of a study together, at one threshold. A null value has its reason in {@code reasons} under
 * its name.
 *
 * @param thresholdM distance of the indices, m
 * @param spaces number of spaces, sampled or not
 * @param connect 100 · pairs at most the threshold apart / all pairs, percent; 0 for one space
 * @param pc probability of connectivity, 0 to 1; null unless the landscape's area is given
 * @param iic integral index of connectivity, 0 to 1; null unless the landscape's area is given
 * @param ecPcM2 equivalent connected area of PC, m²
 * @param ecIicM2 equivalent connected area of IIC, m²
 * @param landscapeAreaM2 A_L, m²; null when not given
 * @param reasons name of a value to the reason of its null
 */
public record StudyConnectivity(
        double thresholdM,
        int spaces,
        Double connect,
        Double pc,
        Double iic,
        Double ecPcM2,
        Double ecIicM2,
        Double landscapeAreaM2,
        Map<String, String> reasons) {
    public StudyConnectivity {
        reasons = Map.copyOf(reasons);
    }
}
