package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Labels and legends on a machine without fonts, and on one without the library that looks for fonts. */
class BareServerTest {
    private static final String SLD = """
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
            <NamedLayer><Name>l</Name><UserStyle><Title>Name | 名称</Title><FeatureTypeStyle><Rule><Title>class | 类</Title>
            <TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label>
              <Font><CssParameter name="font-family">Arial</CssParameter><CssParameter name="font-size">28</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter></Font></TextSymbolizer>
            </Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
            """;

    @TempDir
    static Path folder;

    /** Draws into the file that it is given: the program of the other process. */
    public static void main(String[] arguments) throws Exception {
        ImageIO.write(picture(), "png", new File(arguments[0]));
    }

    private static BufferedImage picture() {
        SingleLayerAtlas atlas = new SingleLayerAtlas(SLD, SingleLayerAtlas.attribute("name", String.class))
                .with("POINT (0 0)", "北碚口袋公园");
        MapDrawing drawing = new MapDrawing(atlas);
        drawing.legend(atlas.layer(), "style", null, 0, 0);
        return drawing.draw(
                new MapImage(atlas.styled(), "CRS:84", new Envelope(-1, 1, -0.25, 0.25), 240, 60, false, Color.WHITE));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMachineWithoutFontsWritesTheSameChinese() throws Exception {
        Path noFonts =
                Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        assertThat(pixels(drawnElsewhere("FONTCONFIG_FILE", noFonts.toString())))
                .isEqualTo(expected());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMachineWithoutTheFontLibraryWritesTheSameChinese() throws Exception {
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        Files.writeString(libraries.resolve("libfontconfig.so.1"), "no library");
        assertThat(pixels(drawnElsewhere("LD_LIBRARY_PATH", libraries.toString())))
                .isEqualTo(expected());
    }

    @Test
    void theShippedFontHasAllCharactersOfGb2312() {
        // the standard counts 6763 characters, 3755 of the first level and 3008 of the second
        Font font = ShippedFont.REGULAR.font();
        StringBuilder characters = new StringBuilder();
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); cell++) {
                characters.append(new String(new byte[] {(byte) row, (byte) cell}, Charset.forName("GB2312")));
            }
        }
        assertThat(characters).hasSize(6763);
        assertThat(font.canDisplayUpTo(characters.toString())).isEqualTo(-1);
        assertThat(ShippedFont.BOLD.font().canDisplayUpTo(characters.toString()))
                .isEqualTo(-1);
        int missing = font.getMissingGlyphCode();
        assertThat(font.createGlyphVector(new FontRenderContext(null, true, true), "碳汇碚")
                        .getGlyphCodes(0, 3, null))
                .doesNotContain(missing)
                .doesNotHaveDuplicates();
    }

    @Test
    void boldIsAWeightOfItsOwnAndNotARegularSmeared() {
        Font bold = MapFonts.font(List.of(), Font.BOLD, 20, "碳");
        assertThat(bold.getFontName()).contains("Bold");
        assertThat(bold.isBold()).isFalse();
    }

    /** With Arial missing there, this machine's must not be asked either. */
    private static int[] expected() {
        BufferedImage here = picture();
        assertThat(Arrays.stream(pixels(here))
                        .filter(rgb -> rgb == Color.BLACK.getRGB())
                        .count())
                .as("black pixels of six bold characters")
                .isBetween(600L, 3000L);
        return pixels(here);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage drawnElsewhere(String variable, String value) throws Exception {
        Path picture = folder.resolve(variable + ".png");
        Path log = folder.resolve(variable + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                BareServerTest.class.getName(),
                picture.toString());
        builder.environment().put(variable, value);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return ImageIO.read(picture.toFile());
    }
}
