package io.microscape.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.export.AtlasExport.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvAtlasWriterTest {
    @Test
    void linesAreOfRfc4180() throws IOException {
        String text = export(new ExportOptions(false));
        assertThat(text)
                .startsWith("study,code,name,")
                .contains("\r\nbeibei,\"A-1, \"\"corner\"\"\nsecond line\",朝阳小游园 🌳 𠮷,天生桥社区,true,123456789.12345679,")
                .contains("\r\nbeibei,B-2,,,false,,,")
                .endsWith("\r\n")
                .doesNotContain("POLYGON");
    }

    @Test
    void geometryIsTheLastColumnWhenAskedFor() throws IOException {
        String text = export(new ExportOptions(true));
        assertThat(text.substring(0, text.indexOf('\r'))).endsWith(",remarks,geometry");
        assertThat(text).contains("\"POLYGON ((106.5 29.5, 106.5 29.6, 106.6 29.6, 106.6 29.5, 106.5 29.5))\"\r\n");
    }

    @Test
    void theByteOrderMarkIsThereOnlyWhenAskedFor() throws IOException {
        assertThat(export(new ExportOptions(false, true))).startsWith("\uFEFFstudy,");
        assertThat(export(new ExportOptions(false, false))).startsWith("study,");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "27, 27.0",
        "0.1, 0.1",
        "0.0001, 0.0001",
        "1.25e-9, 0.00000000125",
        "1e-10, 1.0E-10",
        "12345678, 12345678.0",
        "-98765432.125, -98765432.125",
        "123456789012345, 123456789012345.0",
        "1e15, 1.0E15",
        "0.30000000000000004, 0.30000000000000004"
    })
    void numbersHaveAPointAndSeldomAnExponent(double value, String text) {
        assertThat(DecimalText.of(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    private static String export(ExportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtlasExport.write(
                ExampleStudy.store(List.copyOf(ExampleStudy.ROWS)), ExampleStudy.STUDY, Format.CSV, out, options);
        return out.toString(StandardCharsets.UTF_8);
    }
}
