package io.microscape.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarbonAccountTest {
    /** As decimal figures add up, where sums of doubles end in …0000001. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.2, 0, 0, 0, 0.3",
        "10, 5123.45, 1000, 500, 1500, 2133.45",
        "1.1, 2.2, 3.3, 0, 0, 0",
        "0.001, 0.002, 0, 0, 0, 0.003",
        "1e15, 0.25, 0, 0, 0, 1000000000000000.25",
        "-0.07, 0.01, 0, 0, 0, -0.06",
        "1e-300, 0, 0, 0, 0, 1e-300",
        "0, 0, 0, 0, 0, 0"
    })
    void netCarbonIsTheSumOfDecimals(
            double soil, double vegetation, double material, double construction, double operation, double net) {
        assertThat(account(soil, vegetation, material, construction, operation).netCarbonKg())
                .isEqualTo(net);
    }

    @Test
    void netCarbonOfAnyAmountsIsTheirDecimalSumRoundedOnce() {
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            BigDecimal[] amounts = new BigDecimal[5];
            for (int component = 0; component < amounts.length; component++) {
                int decimals = random.nextInt(5);
                amounts[component] = BigDecimal.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(12)))
                        .setScale(decimals, RoundingMode.HALF_EVEN);
            }
            BigDecimal net = amounts[0]
                    .add(amounts[1])
                    .subtract(amounts[2])
                    .subtract(amounts[3])
                    .subtract(amounts[4]);
            assertThat(account(
                                    amounts[0].doubleValue(),
                                    amounts[1].doubleValue(),
                                    amounts[2].doubleValue(),
                                    amounts[3].doubleValue(),
                                    amounts[4].doubleValue())
                            .netCarbonKg())
                    .isEqualTo(net.doubleValue());
        }
    }

    @Test
    void anAccountThatLacksAnAmountHasNoNetCarbon() {
        assertThat(account(1.0, 2.0, 3.0, null, 5.0).netCarbonKg()).isNull();
    }

    private static CarbonAccount account(
            Double soil, Double vegetation, Double material, Double construction, Double operation) {
        return new CarbonAccount("A", soil, vegetation, material, construction, operation, null, null, null);
    }
}
