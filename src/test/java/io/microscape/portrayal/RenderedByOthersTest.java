package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.testing.SharedData;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/**
 * The same SLD drawn by another renderer. Areas and lines are compared pixel by pixel; of patterns, whose phase is nobody's
 * business, the share of ink is compared.
 */
class RenderedByOthersTest {
    private static final int SIDE = 300;

    /** Read off the pictures: their data file is not among the test data, only its neighbours. */
    private static final List<String> SQUARES =
            List.of("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((-1 -1, 0 -1, 0 0, -1 0, -1 -1))");

    private static final Envelope SQUARES_BOX = new Envelope(-1.1, 4.1, -1.1, 4.1);

    private static final List<String> LINES = List.of(
            "LINESTRING (0 4, 10 4)",
            "LINESTRING (0 6, 10 6)",
            "LINESTRING (0 8, 10 8)",
            "LINESTRING (2 0, 2 10)",
            "LINESTRING (4 0, 4 10)",
            "LINESTRING (6 0, 6 10)");

    @ParameterizedTest
    @ValueSource(strings = {"fillSolid.sld", "fillSolidBackgroundSolid.sld"})
    void solidFillsAndOutlinesAreTheSamePixels(String sld) throws Exception {
        BufferedImage drawn = draw(sld, SQUARES, SQUARES_BOX);
        assertThat(PictureComparison.differingShare(drawn, expected(sld + ".png")))
                .isLessThan(0.005);
    }

    @ParameterizedTest
    @CsvSource({"linePerpendicularOffset.sld, linePerpendincularOffset.png, 0.01", "lineRailway.sld, railway.png, 0.05"
    })
    void linesAreTheSamePixels(String sld, String expected, double tolerance) throws Exception {
        BufferedImage drawn = draw(sld, LINES, new Envelope(0, 10, 0, 10));
        assertThat(PictureComparison.differingShare(drawn, expected(expected))).isLessThan(tolerance);
    }

    @Test
    void dashesHaveTheSameShareOfInk() throws Exception {
        BufferedImage drawn = draw("lineDoubleDash.sld", LINES, new Envelope(2, 7, 4, 9));
        BufferedImage other = expected("doubleDash.png");
        assertThat(PictureComparison.ink(drawn))
                .isBetween(PictureComparison.ink(other) * 0.9, PictureComparison.ink(other) * 1.1);
    }

    @ParameterizedTest
    @CsvSource({
        "fillCircle.sld, fillCircle.sld.png",
        "fillCross.sld, fillCross.sld.png",
        "fillTriangle.sld, fillTriangle.sld.png",
        "fillMarkRotated.sld, fillMarkRotated.sld.png",
        "fillSlash.sld, fillSlash.sld.png",
        "lineCircle.sld, circle.png"
    })
    void patternsHaveTheSameShareOfInk(String sld, String expected) throws Exception {
        boolean line = sld.startsWith("line");
        BufferedImage drawn = draw(sld, line ? LINES : SQUARES, line ? new Envelope(0, 10, 0, 10) : SQUARES_BOX);
        BufferedImage other = expected(expected);
        assertThat(PictureComparison.ink(drawn))
                .isBetween(PictureComparison.ink(other) * 0.8, PictureComparison.ink(other) * 1.2);
    }

    private static BufferedImage draw(String sld, List<String> shapes, Envelope box) throws IOException {
        SingleLayerAtlas atlas = new SingleLayerAtlas(
                Files.readString(SharedData.path("render_fill/" + sld)),
                SingleLayerAtlas.attribute("dash1", Double.class),
                SingleLayerAtlas.attribute("dash2", Double.class));
        shapes.forEach(wkt -> atlas.with(wkt, 16.0, 16.0));
        BufferedImage image =
                new MapDrawing(atlas).draw(new MapImage(atlas.styled(), "CRS:84", box, SIDE, SIDE, false, Color.WHITE));
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        ImageIO.write(image, "png", pictures.resolve(sld + ".png").toFile());
        return image;
    }

    private static BufferedImage expected(String name) throws IOException {
        BufferedImage read = ImageIO.read(SharedData.path("render_fill/" + name).toFile());
        return PictureComparison.onWhite(read);
    }
}
