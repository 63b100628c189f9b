package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilingualLabelTest {
    @ParameterizedTest
    @CsvSource({
        "no value | 无数据, en, no value",
        "no value | 无数据, zh, 无数据",
        "no value | 无数据, , no value 无数据",
        "≥ 2000 (sink | 碳汇), en, ≥ 2000 (sink)",
        "≥ 2000 (sink | 碳汇), zh-CN, ≥ 2000 (碳汇)",
        "≥ 2000 (sink | 碳汇), , ≥ 2000 (sink 碳汇)",
        "0 … 0.2, zh, 0 … 0.2"
    })
    void aLabelIsReadInTheLanguageAskedFor(String label, String language, String expected) {
        assertThat(BilingualLabel.in(label, language)).isEqualTo(expected);
    }
}
