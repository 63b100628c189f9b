package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Version (OGC 06-042, 6.2.4), update sequence (table 4) and language. */
class NegotiationTest {
    @ParameterizedTest
    @CsvSource({
        ",V1_3_0",
        "1.3.0,V1_3_0",
        "1.1.1,V1_1_1",
        "1.2.0,V1_1_1",
        "1.0.0,V1_1_1",
        "0.0.0,V1_1_1",
        "100.0.0,V1_3_0",
        "1.3.1,V1_3_0",
        "1.10.0,V1_3_0",
        "1.3,V1_3_0",
        "1,V1_1_1"
    })
    void capabilitiesComeInTheVersionAskedForOrTheNextLower(String requested, WmsVersion version) {
        assertThat(WmsVersion.negotiate(requested)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1.3.0.0", "-1", "1..3", "99999999999.0.0"})
    void whatIsNoVersionNumberIsRefused(String requested) {
        assertThatThrownBy(() -> WmsVersion.negotiate(requested)).isInstanceOf(ServiceException.class);
    }

    @Test
    void otherOperationsNeedAVersionThatIsSpoken() {
        assertThat(WmsVersion.required("1.1.0")).isEqualTo(WmsVersion.V1_1_1);
        assertThatThrownBy(() -> WmsVersion.required(null)).hasMessageContaining("VERSION is missing");
        assertThatThrownBy(() -> WmsVersion.required("1.2.0")).hasMessageContaining("1.2.0");
    }

    @Test
    void theFourCasesOfTheUpdateSequence() {
        assertThatCode(() -> UpdateSequence.check(null, 42)).doesNotThrowAnyException();
        assertThatCode(() -> UpdateSequence.check("41", 42)).doesNotThrowAnyException();
        assertThat(codeOf("42")).isEqualTo(ServiceException.Code.CURRENT_UPDATE_SEQUENCE);
        assertThat(codeOf("43")).isEqualTo(ServiceException.Code.INVALID_UPDATE_SEQUENCE);
        assertThat(codeOf("99999999999999999999999")).isEqualTo(ServiceException.Code.INVALID_UPDATE_SEQUENCE);
        assertThat(codeOf("never")).isEqualTo(ServiceException.Code.INVALID_UPDATE_SEQUENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh|en|CHINESE",
                "en|zh|ENGLISH",
                "zh-Hans-CN||CHINESE",
                "fr|zh|BOTH",
                "||BOTH",
                "|zh-CN,zh;q=0.9,en;q=0.8|CHINESE",
                "|fr,en;q=0.5,zh;q=0.4|ENGLISH",
                "|fr|BOTH",
                "|*|BOTH",
                "|;;;q=x|BOTH",
                "|zh;q=0,en;q=0.1|ENGLISH"
            })
    void theParameterWinsOverTheHeader(String parameter, String header, TextLanguage language) {
        assertThat(TextLanguage.of(parameter, header)).isEqualTo(language);
    }

    @Test
    void aTextInBothLanguagesIsWrittenOnce() {
        assertThat(TextLanguage.BOTH.of(new LocalizedText("Roads", "道路"))).isEqualTo("Roads 道路");
        assertThat(TextLanguage.CHINESE.of(new LocalizedText("Roads", null))).isEqualTo("Roads");
    }

    private static ServiceException.Code codeOf(String requested) {
        try {
            UpdateSequence.check(requested, 42);
            return null;
        } catch (ServiceException problem) {
            return problem.code();
        }
    }
}
