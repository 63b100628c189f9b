package io.microscape.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings and conversions; the numbers are those of the SI brochure and, for mu, 1/15 ha. */
class MeasurementUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "1, t, kg, 1000",
        "1, 吨, 公斤, 1000",
        "250, g, kg, 0.25",
        "2.5, m³, L, 2500",
        "2.5, ｍ３, 升, 2500",
        "1, 度, MJ, 3.6",
        "1, kWh, kWh, 1",
        "1, GJ, kWh, 277.77777777777777",
        "1, ha, m2, 10000",
        "3, 亩, m², 2000",
        "1, t·km, t km, 1",
        "1, 吨公里, tkm, 1",
        "12, 株, piece, 12",
        "1, ha a, m2 yr, 10000",
        "90, cm, m, 0.9"
    })
    void convertsSpellings(double amount, String from, String to, double expected) {
        assertThat(MeasurementUnits.convert(
                        amount,
                        MeasurementUnits.of(from).orElseThrow(),
                        MeasurementUnits.of(to).orElseThrow()))
                .isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @CsvSource({"t, m3", "kWh, t", "piece, kg", "台班, 株", "t km, t", "m2, ha a", "h, 台班"})
    void keepsKindsApart(String one, String other) {
        assertThat(MeasurementUnits.areCompatible(
                        MeasurementUnits.of(one).orElseThrow(),
                        MeasurementUnits.of(other).orElseThrow()))
                .isFalse();
    }

    @Test
    void doesNotGuessUnits() {
        assertThat(MeasurementUnits.of("bucket")).isEmpty();
        assertThat(MeasurementUnits.of("车")).isEmpty();
        assertThat(MeasurementUnits.of("")).isEmpty();
    }
}
