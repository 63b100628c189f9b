package io.microscape.carbon;

import io.microscape.study.RenovationCase;
import io.microscape.study.RenovationMeasure;
import java.util.List;

/**
 * Embodied carbon of a renovation.
 *
 * @param renovation what is done
 * @param lines its measures
 */
public record RenovationAccount(RenovationCase renovation, List<Line> lines) {
    public RenovationAccount {
        lines = List.copyOf(lines);
    }

    /**
     * A measure.
     *
     * @param areaM2 floor area, m²; null when it is not known
     * @param tPerM2 factor, t CO2 per m² of floor
     * @param t area × factor, t CO2; null with a reason
     * @param source of the factor
     * @param reason why there is no amount
     */
    public record Line(
            RenovationMeasure measure, Double areaM2, Double tPerM2, Double t, String source, String reason) {}

    /** Sum of the measures in t CO2; null when a measure has no amount. */
    public Double totalT() {
        double sum = 0;
        for (Line line : lines) {
            if (line.t() == null) {
                return null;
            }
            sum += line.t();
        }
        return sum;
    }
}
