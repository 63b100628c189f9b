package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Neighbouring pictures put together are the larger picture drawn at once: labels, marks, outlines, dashes, patterns. */
class SeamsTest {
    private static final String SLD = """
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
            <NamedLayer><Name>l</Name><UserStyle><FeatureTypeStyle><Rule>
            <PolygonSymbolizer>
              <Fill><GraphicFill><Graphic><Mark><WellKnownName>shape://slash</WellKnownName>
                <Stroke><CssParameter name="stroke">#207020</CssParameter></Stroke></Mark><Size>9</Size></Graphic></GraphicFill></Fill>
              <Stroke><CssParameter name="stroke">#203060</CssParameter><CssParameter name="stroke-width">3</CssParameter>
                <CssParameter name="stroke-dasharray">7 4</CssParameter></Stroke>
            </PolygonSymbolizer>
            <TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label>
              <Font><CssParameter name="font-size">13</CssParameter></Font>
              <LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY>
              </AnchorPoint></PointPlacement></LabelPlacement>
              <Halo><Radius>2</Radius><Fill><CssParameter name="fill">#FFFFFF</CssParameter></Fill></Halo></TextSymbolizer>
            </Rule><Rule><PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName>
              <Fill><CssParameter name="fill">#C04020</CssParameter></Fill></Mark><Size>22</Size></Graphic></PointSymbolizer>
            </Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
            """;

    private static final String STREETS = """
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
            <NamedLayer><Name>l</Name><UserStyle><FeatureTypeStyle><Rule>
            <LineSymbolizer><Stroke><CssParameter name="stroke">#C8C8C8</CssParameter>
              <CssParameter name="stroke-width">5</CssParameter></Stroke></LineSymbolizer>
            <LineSymbolizer><Stroke><GraphicStroke><Graphic><Mark><WellKnownName>triangle</WellKnownName>
              <Fill><CssParameter name="fill">#2A9D8F</CssParameter></Fill></Mark><Size>9</Size></Graphic><Gap>14</Gap>
              </GraphicStroke></Stroke><PerpendicularOffset>6</PerpendicularOffset></LineSymbolizer>
            <TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label>
              <Font><CssParameter name="font-size">12</CssParameter></Font>
              <LabelPlacement><LinePlacement/></LabelPlacement>
              <VendorOption name="followLine">true</VendorOption><VendorOption name="repeat">220</VendorOption>
              </TextSymbolizer>
            <TextSymbolizer><Geometry><ogc:Function name="startPoint"><ogc:PropertyName>geometry</ogc:PropertyName>
              </ogc:Function></Geometry><Label><ogc:PropertyName>name</ogc:PropertyName></Label>
              <Font><CssParameter name="font-size">14</CssParameter></Font>
              <Fill><CssParameter name="fill">#C04020</CssParameter></Fill>
              <VendorOption name="maxDisplacement">18</VendorOption><VendorOption name="autoWrap">40</VendorOption>
              </TextSymbolizer>
            </Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
            """;

    private static final int TILE = 256;
    private static final int SIDE = 4;
    private static final double DEGREES_PER_PIXEL = 1e-5;

    private static SingleLayerAtlas gardens() {
        SingleLayerAtlas atlas = new SingleLayerAtlas(SLD, SingleLayerAtlas.attribute("name", String.class));
        Random random = new Random(20261121);
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < 500; i++) {
            double x = 106.39 + random.nextDouble() * 0.014;
            double y = 29.79 + random.nextDouble() * 0.014;
            double size = (8 + random.nextInt(60)) * DEGREES_PER_PIXEL;
            Coordinate[] ring = new Coordinate[7];
            for (int corner = 0; corner < 6; corner++) {
                double angle = Math.toRadians(60 * corner + random.nextInt(40));
                ring[corner] = new Coordinate(x + size * Math.cos(angle), y + size * Math.sin(angle));
            }
            ring[6] = ring[0].copy();
            atlas.with(factory.createPolygon(ring), random.nextInt(3) == 0 ? "口袋公园" + i % 9 : "Garden " + i % 40);
        }
        return atlas;
    }

    /** Winding streets with junctions of many names. */
    private static SingleLayerAtlas streets() {
        SingleLayerAtlas atlas = new SingleLayerAtlas(STREETS, SingleLayerAtlas.attribute("name", String.class));
        Random random = new Random(20261121);
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < 60; i++) {
            Coordinate[] line = new Coordinate[40];
            double x = 106.39 + random.nextDouble() * 0.014;
            double y = 29.79 + random.nextDouble() * 0.014;
            double angle = random.nextDouble() * 2 * Math.PI;
            for (int vertex = 0; vertex < line.length; vertex++) {
                line[vertex] = new Coordinate(x, y);
                angle += (random.nextDouble() - 0.5) * 0.3;
                x += 2e-4 * Math.cos(angle);
                y += 2e-4 * Math.sin(angle);
            }
            atlas.with(
                    factory.createLineString(line), random.nextInt(2) == 0 ? "朝阳路" + i % 20 : "Park street " + i % 15);
        }
        return atlas;
    }

    @Test
    void tilesOfGardensPutTogetherAreTheMapDrawnAtOnce() throws Exception {
        assertThat(differentPixels("gardens", gardens(), 4)).isLessThan(40);
    }

    @Test
    void tilesOfStreetsPutTogetherAreTheMapDrawnAtOnce() throws Exception {
        assertThat(differentPixels("streets", streets(), 12)).isLessThan(40);
    }

    /**
     * Pixels by which the tiles differ from the map. What there may be are pixels of edges that rounding tips to one side or
     * the other; a lost label would be hundreds.
     *
     * @param least one of so many pixels at least has a drawing
     */
    private static int differentPixels(String name, SingleLayerAtlas atlas, int least) throws Exception {
        BufferedImage whole = draw(atlas, 0, 0, SIDE);
        ImageIO.write(
                whole,
                "png",
                Files.createDirectories(Path.of("target", "pictures"))
                        .resolve("seams-" + name + ".png")
                        .toFile());
        int different = 0;
        int inked = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                BufferedImage tile = draw(atlas, column, row, 1);
                for (int y = 0; y < TILE; y++) {
                    for (int x = 0; x < TILE; x++) {
                        int expected = whole.getRGB(column * TILE + x, row * TILE + y);
                        different += distance(expected, tile.getRGB(x, y)) > 8 ? 1 : 0;
                        inked += expected == Color.WHITE.getRGB() ? 0 : 1;
                    }
                }
            }
        }
        assertThat(inked).isGreaterThan(SIDE * SIDE * TILE * TILE / least);
        return different;
    }

    private static BufferedImage draw(SingleLayerAtlas atlas, int column, int row, int side) {
        double span = TILE * DEGREES_PER_PIXEL;
        double west = 106.3925 + column * span;
        double north = 29.8025 - row * span;
        return new MapDrawing(atlas)
                .draw(new MapImage(
                        atlas.styled(),
                        "CRS:84",
                        new Envelope(west, west + side * span, north - side * span, north),
                        side * TILE,
                        side * TILE,
                        false,
                        Color.WHITE));
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance = Math.max(distance, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return distance;
    }
}
