package io.microscape.study;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Life-cycle carbon account of a micro-space, kg CO2 over the accounting period: its five components, each with method,
 * source and year.
 *
 * @param code code of the micro-space
 * @param values every component; one that is not known has no amount
 */
public record CarbonAccount(String code, Map<CarbonComponent, CarbonValue> values) {
    private static final List<CarbonComponent> COMPONENTS = List.of(CarbonComponent.values());

    /** Amounts of two decimals up to here are whole hundredths that doubles add without rounding. */
    private static final double MOST_HUNDREDTHS = 1e14;

    public CarbonAccount {
        Map<CarbonComponent, CarbonValue> all = new EnumMap<>(CarbonComponent.class);
        for (CarbonComponent component : COMPONENTS) {
            CarbonValue value = values.get(component);
            all.put(component, value == null ? CarbonValue.absent(CarbonValue.Origin.GIVEN, null) : value);
        }
        values = Collections.unmodifiableMap(all);
    }

    /** A given account whose components share method, source and year; each of the nine may be null but the code. */
    public CarbonAccount(
            String code,
            Double soilSinkKg,
            Double vegetationSinkKg,
            Double materialEmissionKg,
            Double constructionEmissionKg,
            Double operationEmissionKg,
            String method,
            String source,
            Integer year) {
        this(
                code,
                Map.of(
                        CarbonComponent.SOIL_SINK,
                        CarbonValue.given(soilSinkKg, method, source, year),
                        CarbonComponent.VEGETATION_SINK,
                        CarbonValue.given(vegetationSinkKg, method, source, year),
                        CarbonComponent.MATERIAL_EMISSION,
                        CarbonValue.given(materialEmissionKg, method, source, year),
                        CarbonComponent.CONSTRUCTION_EMISSION,
                        CarbonValue.given(constructionEmissionKg, method, source, year),
                        CarbonComponent.OPERATION_EMISSION,
                        CarbonValue.given(operationEmissionKg, method, source, year)));
    }

    public CarbonValue value(CarbonComponent component) {
        return values.get(component);
    }

    /** Amount of a component in kg CO2, or null. */
    public Double kg(CarbonComponent component) {
        return values.get(component).kg();
    }

    public Double soilSinkKg() {
        return kg(CarbonComponent.SOIL_SINK);
    }

    public Double vegetationSinkKg() {
        return kg(CarbonComponent.VEGETATION_SINK);
    }

    /** Emission of material production and transport. */
    public Double materialEmissionKg() {
        return kg(CarbonComponent.MATERIAL_EMISSION);
    }

    /** Emission of site construction and planting. */
    public Double constructionEmissionKg() {
        return kg(CarbonComponent.CONSTRUCTION_EMISSION);
    }

    /** Emission of operation and maintenance. */
    public Double operationEmissionKg() {
        return kg(CarbonComponent.OPERATION_EMISSION);
    }

    /**
     * Sinks less emissions in kg CO2, or null when a component is null. Summed as decimals, so that figures with two
     * decimals have a sum with two decimals.
     */
    public Double netCarbonKg() {
        double hundredths = 0;
        boolean exact = true;
        for (CarbonComponent component : COMPONENTS) {
            Double kg = kg(component);
            if (kg == null) {
                return null;
            }
            double amount = Math.rint(kg * 100);
            exact &= amount / 100 == kg && Math.abs(amount) <= MOST_HUNDREDTHS;
            hundredths += component.isSink() ? amount : -amount;
        }
        return exact ? Double.valueOf(hundredths / 100) : decimalSum();
    }

    private Double decimalSum() {
        BigDecimal net = BigDecimal.ZERO;
        for (CarbonComponent component : COMPONENTS) {
            BigDecimal amount = BigDecimal.valueOf(kg(component));
            net = component.isSink() ? net.add(amount) : net.subtract(amount);
        }
        return net.doubleValue();
    }

    /** The methods of its components, each once; null when none is known. */
    public String method() {
        return distinct(CarbonValue::method);
    }

    /** The sources of its components, each once; null when none is known. */
    public String source() {
        return distinct(CarbonValue::source);
    }

    /** The year of its components, or null when none is known or they differ. */
    public Integer year() {
        var years = values.values().stream()
                .map(CarbonValue::year)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return years.size() == 1 ? years.get(0) : null;
    }

    /**
     * The account that holds: a given amount stays, a computed one fills the gaps. What the computation has to say of a given
     * value goes with it.
     *
     * @param given may be null
     * @param computed may be null
     * @return null when there is neither
     */
    public static CarbonAccount of(CarbonAccount given, CarbonAccount computed) {
        if (given == null || computed == null) {
            return given == null ? computed : given;
        }
        Map<CarbonComponent, CarbonValue> all = new EnumMap<>(computed.values());
        given.values().forEach((component, value) -> {
            if (value.kg() != null) {
                all.put(component, value.withRemark(computed.value(component).reason()));
            }
        });
        return new CarbonAccount(given.code(), all);
    }

    private String distinct(Function<CarbonValue, String> part) {
        String all = values.values().stream()
                .map(part)
                .filter(Objects::nonNull)
                .flatMap(texts -> Arrays.stream(texts.split("; ")))
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }
}
