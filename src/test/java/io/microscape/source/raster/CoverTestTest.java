package io.microscape.source.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverTestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    >= 2        | 2    | true
                    >= 2        | 1.99 | false
                    > 0         | 0    | false
                    >0          | 0.01 | true
                    < -1.5      | -2   | true
                    < -1.5      | -1.5 | false
                    <= 1e3      | 1000 | true
                    == 10       | 10   | true
                    == 10       | 11   | false
                    = 10        | 10   | true
                    != 0        | 0    | false
                    <> 0        | 3    | true
                    in 10,20    | 20   | true
                    in 10, 20   | 15   | false
                    IN (10, 20) | 10   | true
                    """)
    void compares(String test, double value, boolean covered) {
        assertThat(CoverTest.parse(test, "a.tif").covers(value)).isEqualTo(covered);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aMissingTestIsExplained(String test) {
        assertThatThrownBy(() -> CoverTest.parse(test, "a.tif"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a.tif")
                .hasMessageContaining("covered: \">= 2\"")
                .hasMessageContaining("\"== 10\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", ">=", ">= two", "=> 2", "in", "in 1,", ">= NaN", ">= 2 and < 5"})
    void whatIsNoTestIsRefused(String test) {
        assertThatThrownBy(() -> CoverTest.parse(test, "a.tif"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(test);
    }

    @Test
    void numbersCanBeRoundedAsTheCellsWere() {
        double cell = 0.1f;
        assertThat(CoverTest.parse("== 0.1", "a.tif").covers(cell)).isFalse();
        assertThat(CoverTest.parse("== 0.1", "a.tif").inSinglePrecision().covers(cell))
                .isTrue();
    }
}
