package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.atlas.FeatureView;
import io.microscape.atlas.SnapshotFeature;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

/**
 * Outlined polygons of a few pixels, against the areas that JTS gives for the polygon and for the buffer of its boundary in
 * each pixel. A column of the picture is a degree of longitude, a row one of latitude.
 */
class SmallPolygonRasterTest {
    private static final int SIDE = 16;
    private static final int RED = 0xFFFF0000;
    private static final int BLACK = 0xFF000000;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    @Test
    void pixelsAreCoveredAsByThePolygonAndTheBufferOfItsBoundary() {
        Random random = new Random(27);
        double differences = 0;
        int pixels = 0;
        for (int i = 0; i < 200; i++) {
            Geometry polygon =
                    star(random, 8 + random.nextDouble(), -8 - random.nextDouble(), 0.8 + 1.6 * random.nextDouble());
            Geometry line = polygon.getBoundary().buffer(0.5);
            BufferedImage image = drawn(polygon, RED, BLACK, 1);
            for (int at = 0; at < SIDE * SIDE; at++) {
                Geometry pixel = pixel(at);
                double filled = pixel.intersection(polygon).getArea();
                double lined = pixel.intersection(line).getArea();
                if (filled + lined > 0) {
                    double red = 255 * (1 - lined);
                    double green = 255 * (1 - filled) * (1 - lined);
                    int drawn = image.getRGB(at % SIDE, at / SIDE);
                    assertThat(drawn >> 16 & 0xFF)
                            .as("red of case %s: %s", i, polygon)
                            .isCloseTo((int) red, within(90));
                    assertThat(drawn >> 8 & 0xFF)
                            .as("green of case %s: %s", i, polygon)
                            .isCloseTo((int) green, within(90));
                    differences += Math.abs((drawn >> 16 & 0xFF) - red) + Math.abs((drawn >> 8 & 0xFF) - green);
                    pixels += 2;
                }
            }
        }
        assertThat(differences / pixels).isLessThan(10);
    }

    @Test
    void inkOfAnOutlineIsTheAreaOfItsBuffer() {
        Random random = new Random(4544);
        for (int i = 0; i < 500; i++) {
            Geometry polygon = star(
                    random, 7 + 2 * random.nextDouble(), -7 - 2 * random.nextDouble(), 1 + 1.5 * random.nextDouble());
            for (double width : new double[] {0.5, 0.8, 1}) {
                double expected = polygon.getBoundary().buffer(width / 2).getArea();
                assertThat(ink(drawn(polygon, 0, BLACK, width)))
                        .as("width %s of case %s: %s", width, i, polygon)
                        .isCloseTo(expected, within(0.12 * expected));
            }
        }
    }

    @Test
    void aSliverIsNoDarkerThanItsOutline() throws Exception {
        for (String wkt : List.of(
                "POLYGON ((5 -8, 10 -8, 10 -8.05, 5 -8.05, 5 -8))",
                "POLYGON ((5.3 -8.5, 10.3 -8.5, 10.3 -8.52, 5.3 -8.5))",
                "POLYGON ((5 -5.5, 9.5 -10, 9.6 -9.9, 5 -5.5))")) {
            Geometry polygon = new WKTReader().read(wkt);
            double expected = polygon.buffer(0.5).getArea();
            assertThat(ink(drawn(polygon, 0, BLACK, 1))).as(wkt).isCloseTo(expected, within(0.25 * expected));
        }
    }

    @Test
    void bandsAndTilesOfAPictureMakeUpTheWhole() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            Geometry polygon = star(random, random.nextDouble() * SIDE, -random.nextDouble() * SIDE, 2.4);
            BufferedImage whole = drawn(polygon, RED, 0x80000000, 1);
            int cut = 1 + random.nextInt(SIDE - 1);
            BufferedImage banded = white(SIDE);
            for (PixelCanvas band : List.of(new PixelCanvas(banded, 0, cut), new PixelCanvas(banded, cut, SIDE))) {
                band.fillAndStroke(shape(polygon, 0), RED, 0x80000000, 1);
            }
            BufferedImage right = white(SIDE);
            new PixelCanvas(right).fillAndStroke(shape(polygon, cut), RED, 0x80000000, 1);
            for (int at = 0; at < SIDE * SIDE; at++) {
                int expected = whole.getRGB(at % SIDE, at / SIDE);
                assertThat(banded.getRGB(at % SIDE, at / SIDE)).isEqualTo(expected);
                if (at % SIDE >= cut) {
                    assertThat(right.getRGB(at % SIDE - cut, at / SIDE)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void aTransparentPictureLaidOverWhiteIsThePictureOnWhite() {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            Geometry polygon = star(random, 8, -8, 2.4);
            BufferedImage transparent = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
            new PixelCanvas(transparent).fillAndStroke(shape(polygon, 0), 0xC0FF8000, BLACK, 1);
            BufferedImage laid = white(SIDE);
            new PixelCanvas(laid).lay(new PixelCanvas(transparent));
            BufferedImage direct = drawn(polygon, 0xC0FF8000, BLACK, 1);
            for (int at = 0; at < SIDE * SIDE; at++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    assertThat(laid.getRGB(at % SIDE, at / SIDE) >> shift & 0xFF)
                            .isCloseTo(direct.getRGB(at % SIDE, at / SIDE) >> shift & 0xFF, within(3));
                }
            }
        }
    }

    private static Geometry star(Random random, double x, double y, double reach) {
        int points = 6 + random.nextInt(18);
        Coordinate[] ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double radius = reach * (0.8 + 0.2 * random.nextDouble());
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[points] = ring[0].copy();
        return GEOMETRIES.createPolygon(ring);
    }

    private static Geometry pixel(int at) {
        return GEOMETRIES.toGeometry(
                new Envelope(at % SIDE, at % SIDE + 1, -((double) (at / SIDE)), -((double) (at / SIDE)) - 1));
    }

    private static BufferedImage drawn(Geometry polygon, int fill, int line, double width) {
        BufferedImage image = white(SIDE);
        Consumer<PixelCanvas> drawing = canvas -> canvas.fillAndStroke(shape(polygon, 0), fill, line, width);
        drawing.accept(new PixelCanvas(image));
        return image;
    }

    /** On a picture that begins at that column. */
    private static ScreenShape shape(Geometry polygon, int west) {
        MapFrame frame = new MapFrame("CRS:84", new Envelope(west, west + SIDE, -SIDE, 0), SIDE, SIDE);
        frame.interpolate(0);
        ScreenShape shape = new ScreenShape(frame);
        assertThat(shape.show(FeatureView.of(new SnapshotFeature("1", polygon, List.of())), true))
                .isTrue();
        assertThat(shape.isSmallRing()).isTrue();
        return shape;
    }

    private static double ink(BufferedImage image) {
        double ink = 0;
        for (int at = 0; at < SIDE * SIDE; at++) {
            ink += 1 - (image.getRGB(at % SIDE, at / SIDE) & 0xFF) / 255.0;
        }
        return ink;
    }

    private static BufferedImage white(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        new PixelCanvas(image).clear(java.awt.Color.WHITE);
        return image;
    }
}
