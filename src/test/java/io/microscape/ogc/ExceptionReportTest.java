package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionReportTest {
    @ParameterizedTest
    @CsvSource({
        "1.3.0,BLANK,false",
        "1.3.0,INIMAGE,true",
        "1.1.1,application/vnd.ogc.se_blank,false",
        "1.1.1,application/vnd.ogc.se_inimage,true"
    })
    void theProblemIsInThePictureOrThePictureIsEmpty(String version, String form, boolean written) throws IOException {
        WmsResponse answer = TestWms.getMap()
                .with("VERSION", version)
                .with("LAYERS", "none")
                .with("EXCEPTIONS", form)
                .with("WIDTH", "300")
                .with("BGCOLOR", "0x202020")
                .answer();
        assertThat(answer.contentType()).isEqualTo("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        int[] pixels = image.getRGB(0, 0, 300, 80, null, 0, 300);
        assertThat(pixels[0]).isEqualTo(0xFF202020);
        assertThat(Arrays.stream(pixels).anyMatch(pixel -> pixel != pixels[0])).isEqualTo(written);
        assertThat(answer.tag()).isNull();
    }

    @Test
    void aBlankReportIsTransparentWhenTheMapWouldBe() throws IOException {
        WmsResponse answer = TestWms.getMap()
                .with("LAYERS", "none")
                .with("EXCEPTIONS", "BLANK")
                .with("TRANSPARENT", "TRUE")
                .answer();
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getRGB(5, 5) >>> 24)
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"WIDTH,0", "HEIGHT,x", "FORMAT,image/none", "BGCOLOR,red", "EXCEPTIONS,LOUD"})
    void withoutASizeOrFormatTheReportIsXml(String name, String value) {
        assertThat(TestWms.getMap()
                        .with("EXCEPTIONS", "INIMAGE")
                        .with(name, value)
                        .answer()
                        .contentType())
                .startsWith("text/xml");
    }

    @Test
    void markupInARequestStaysText() {
        assertThat(TestWms.getMap()
                        .with("LAYERS", "<script>alert(1)</script>\u0007")
                        .text())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>")
                .doesNotContain("\u0007");
    }
}
