package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.atlas.FeatureView;
import io.microscape.atlas.SnapshotFeature;
import java.awt.Color;
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
 * The ink that a fill or a line leaves on a picture, added up over its pixels, against the area that JTS gives for the part
 * of the shape that lies in the picture. A column of the picture is a degree of longitude, a row one of latitude.
 */
class CoverageRasterTest {
    private static final int SIDE = 64;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Geometry PICTURE = GEOMETRIES.toGeometry(new Envelope(0, SIDE, -SIDE, 0));

    @Test
    void inkOfRandomPolygonsIsTheirAreaInThePicture() {
        Random random = new Random(27);
        for (int i = 0; i < 2000; i++) {
            double reach = 6 * Math.pow(10, random.nextDouble() * 2);
            Geometry polygon = star(
                    random,
                    random.nextDouble() * 80 - 8,
                    -(random.nextDouble() * 80 - 8),
                    reach,
                    3 + random.nextInt(8));
            double expected = polygon.intersection(PICTURE).getArea();
            double ink = ink(canvas -> canvas.fill(shape(polygon), 0xFF000000));
            assertThat(ink).as("case %s: %s", i, polygon).isCloseTo(expected, within(0.005 * (1 + perimeter(polygon))));
        }
    }

    @Test
    void holesStayOpenWhicheverWayTheirRingsTurn() throws Exception {
        for (String wkt : List.of(
                "POLYGON ((2 -2, 40 -2, 40 -40, 2 -40, 2 -2), (10 -10, 20 -10, 20 -20, 10 -20, 10 -10))",
                "POLYGON ((2 -2, 40 -2, 40 -40, 2 -40, 2 -2), (10 -10, 10 -20, 20 -20, 20 -10, 10 -10))",
                "POLYGON ((2 -2, 2 -40, 40 -40, 40 -2, 2 -2), (10 -10, 10 -20, 20 -20, 20 -10, 10 -10))",
                "MULTIPOLYGON (((2 -2, 2 -40, 40 -40, 40 -2, 2 -2), (10 -10, 10 -20, 20 -20, 20 -10, 10 -10)),"
                        + " ((12 -12, 18 -12, 18 -18, 12 -18, 12 -12)))")) {
            Geometry polygon = new WKTReader().read(wkt);
            double ink = ink(canvas -> canvas.fill(shape(polygon), 0xFF000000));
            assertThat(ink).as(wkt).isCloseTo(polygon.getArea(), within(1e-9));
        }
    }

    @Test
    void inkOfAThinLineIsItsLengthTimesItsWidth() throws Exception {
        Geometry line = new WKTReader().read("LINESTRING (5 -5, 50 -30, 55 -60)");
        for (double width : new double[] {0.4, 0.8, 1.2}) {
            double ink = ink(canvas -> canvas.stroke(shape(line), 0xFF000000, width));
            assertThat(ink).as("width %s", width).isCloseTo(line.getLength() * width, within(0.02 * line.getLength()));
        }
    }

    @Test
    void bandsOfAPictureMakeUpTheWhole() {
        Random random = new Random(4544);
        for (int i = 0; i < 200; i++) {
            Geometry polygon =
                    star(random, random.nextDouble() * SIDE, -random.nextDouble() * SIDE, 30, 5 + random.nextInt(20));
            BufferedImage whole = white();
            new PixelCanvas(whole).fill(shape(polygon), 0xFF000000);
            BufferedImage banded = white();
            int cut = 1 + random.nextInt(SIDE - 1);
            new PixelCanvas(banded, 0, cut).fill(shape(polygon), 0xFF000000);
            new PixelCanvas(banded, cut, SIDE).fill(shape(polygon), 0xFF000000);
            for (int at = 0; at < SIDE * SIDE; at++) {
                int expected = whole.getRGB(at % SIDE, at / SIDE) & 0xFF;
                assertThat(banded.getRGB(at % SIDE, at / SIDE) & 0xFF).isCloseTo(expected, within(1));
            }
        }
    }

    private static Geometry star(Random random, double x, double y, double reach, int points) {
        Coordinate[] ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double radius = reach * (0.3 + 0.7 * random.nextDouble());
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[points] = ring[0].copy();
        return GEOMETRIES.createPolygon(ring);
    }

    /** Each pixel of the outline is rounded to one of 255 steps. */
    private static double perimeter(Geometry polygon) {
        return polygon.intersection(PICTURE).getLength();
    }

    private static ScreenShape shape(Geometry geometry) {
        ScreenShape shape = new ScreenShape(new MapFrame("CRS:84", new Envelope(0, SIDE, -SIDE, 0), SIDE, SIDE));
        shape.show(FeatureView.of(new SnapshotFeature("1", geometry, List.of())), false);
        return shape;
    }

    private static double ink(Consumer<PixelCanvas> drawing) {
        BufferedImage image = white();
        drawing.accept(new PixelCanvas(image));
        double ink = 0;
        for (int at = 0; at < SIDE * SIDE; at++) {
            ink += 1 - (image.getRGB(at % SIDE, at / SIDE) & 0xFF) / 255.0;
        }
        return ink;
    }

    private static BufferedImage white() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        new PixelCanvas(image).clear(Color.WHITE);
        return image;
    }
}
