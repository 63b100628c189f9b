package io.microscape.study;

import java.math.BigDecimal;

/**
 * Life-cycle carbon account of a micro-space, kg CO2 over the accounting period; a component that is not known is null.
 *
 * @param code code of the micro-space
 * @param soilSinkKg taken up by soil
 * @param vegetationSinkKg taken up by vegetation
 * @param materialEmissionKg emitted by material production and transport
 * @param constructionEmissionKg emitted by site construction and planting
 * @param operationEmissionKg emitted by operation and maintenance
 * @param method how the values were got; may be null
 * @param source where they were published; may be null
 * @param year year of the values; may be null
 */
public record CarbonAccount(
        String code,
        Double soilSinkKg,
        Double vegetationSinkKg,
        Double materialEmissionKg,
        Double constructionEmissionKg,
        Double operationEmissionKg,
        String method,
        String source,
        Integer year) {

    /**
     * Sinks less emissions in kg CO2, or null when a component is null. Summed as decimals, so that figures with two
     * decimals have a sum with two decimals.
     */
    public Double netCarbonKg() {
        if (soilSinkKg == null
                || vegetationSinkKg == null
                || materialEmissionKg == null
                || constructionEmissionKg == null
                || operationEmissionKg == null) {
            return null;
        }
        return BigDecimal.valueOf(soilSinkKg)
                .add(BigDecimal.valueOf(vegetationSinkKg))
                .subtract(BigDecimal.valueOf(materialEmissionKg))
                .subtract(BigDecimal.valueOf(constructionEmissionKg))
                .subtract(BigDecimal.valueOf(operationEmissionKg))
                .doubleValue();
    }
}
