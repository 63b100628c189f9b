package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParametersTest {
    @Test
    void namesAreFoundInAnyCase() {
        RequestParameters parameters = RequestParameters.parse("service=WMS&rEqUeSt=GetMap");
        assertThat(parameters.text("SERVICE")).isEqualTo("WMS");
        assertThat(parameters.text("REQUEST")).isEqualTo("GetMap");
    }

    @Test
    void valuesAreDecodedAsUtf8WithPlusForBlank() {
        RequestParameters parameters = RequestParameters.parse("LAYERS=%E5%8C%97%E7%A2%9A+a%2Cb%2b");
        assertThat(parameters.text("LAYERS")).isEqualTo("北碚 a,b+");
    }

    @Test
    void emptyAndMissingAreTheSame() {
        RequestParameters parameters = RequestParameters.parse("STYLES=&A&=x&&");
        assertThat(parameters.text("STYLES")).isNull();
        assertThat(parameters.text("A")).isNull();
        assertThat(parameters.text("NONE")).isNull();
        assertThat(RequestParameters.parse(null).text("NONE")).isNull();
    }

    @Test
    void gbkIsRefusedRatherThanMisread() {
        assertThatThrownBy(() -> RequestParameters.parse("LAYERS=%B1%B1%ED%D7").text("LAYERS"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("LAYERS is not in UTF-8");
    }

    @Test
    void aBrokenEscapeIsReportedOnlyWhereItIsRead() {
        RequestParameters parameters = RequestParameters.parse("LAYERS=%ZZ&WIDTH=5");
        assertThat(parameters.text("WIDTH")).isEqualTo("5");
        assertThatThrownBy(() -> parameters.text("LAYERS"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("LAYERS");
    }

    @Test
    void twiceTheSameIsOnceAndTwiceDifferentIsAnError() {
        assertThat(RequestParameters.parse("width=5&WIDTH=5").text("WIDTH")).isEqualTo("5");
        assertThatThrownBy(() -> RequestParameters.parse("width=5&WIDTH=6").text("WIDTH"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("more than once");
    }

    @ParameterizedTest
    @CsvSource({"1e2,100", "-1.5E-1,-0.15", ".5,0.5", "7.,7", "+3,3", "0,0"})
    void numbersMayHaveExponents(String text, double value) {
        assertThat(RequestParameters.number("BBOX", text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999", "0x1p3", "1d", "1,5", "", "１２", "1e", "--1"})
    void whatIsNoFiniteDecimalNumberIsRefused(String text) {
        assertThatThrownBy(() -> RequestParameters.number("BBOX", text))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("BBOX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "1.5", "a", "99999999999999999999", "-1", "1e1"})
    void wholeNumbersStayWithinTheirLimits(String text) {
        RequestParameters parameters = RequestParameters.parse("");
        assertThat(parameters.integer("WIDTH", "100", 1, 100)).isEqualTo(100);
        assertThatThrownBy(() -> parameters.integer("WIDTH", text, 1, 100))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("WIDTH must be a whole number from 1 to 100");
    }
}
