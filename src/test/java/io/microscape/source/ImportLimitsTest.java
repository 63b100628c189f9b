package io.microscape.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportLimitsTest {
    @Test
    void anEmptyEnvironmentLeavesTheDefaults() {
        assertThat(ImportLimits.fromEnvironment(Map.of())).isEqualTo(ImportLimits.DEFAULTS);
        assertThat(ImportLimits.fromEnvironment(Map.of("MICROSCAPE_MAX_COORDINATES", " ")))
                .isEqualTo(ImportLimits.DEFAULTS);
    }

    @Test
    void eachVariableSetsItsOwnLimit() {
        assertThat(ImportLimits.fromEnvironment(Map.of(
                        "MICROSCAPE_MAX_TEXT_LENGTH", "11",
                        "MICROSCAPE_MAX_COORDINATES", "12",
                        "MICROSCAPE_MAX_UNZIPPED_BYTES", "9000000000000",
                        "MICROSCAPE_MAX_ZIP_ENTRIES", " 14 ",
                        "MICROSCAPE_MAX_COMPRESSION_RATIO", "15")))
                .isEqualTo(new ImportLimits(11, 12, 9_000_000_000_000L, 14, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "16 MB", "1e6", "2147483648", "99999999999999999999"})
    void whatIsNoLimitIsRefusedByName(String value) {
        assertThatThrownBy(() -> ImportLimits.fromEnvironment(Map.of("MICROSCAPE_MAX_ZIP_ENTRIES", value)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("MICROSCAPE_MAX_ZIP_ENTRIES", value, "1 to 2147483647");
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807,true", "9223372036854775808,false"})
    void bytesMayExceedTheRangeOfInt(String value, boolean allowed) {
        Map<String, String> environment = Map.of("MICROSCAPE_MAX_UNZIPPED_BYTES", value);
        if (allowed) {
            assertThat(ImportLimits.fromEnvironment(environment).maxUnzippedBytes())
                    .isEqualTo(Long.MAX_VALUE);
        } else {
            assertThatThrownBy(() -> ImportLimits.fromEnvironment(environment))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void theNamedVariablesAreTheOnesThatAreRead() {
        Map<String, String> allSetToTwo =
                ImportLimits.environmentVariables().stream().collect(Collectors.toMap(name -> name, name -> "2"));
        assertThat(ImportLimits.fromEnvironment(allSetToTwo)).isEqualTo(new ImportLimits(2, 2, 2, 2, 2));
    }
}
