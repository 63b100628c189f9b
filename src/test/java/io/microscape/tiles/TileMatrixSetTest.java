package io.microscape.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class TileMatrixSetTest {
    private static final Percentage FIFTEEN_DIGITS = Percentage.withPercentage(1e-11);

    /** Values of OGC's register of tile matrix sets (WebMercatorQuad.json, WorldCRS84Quad.json), 15 digits. */
    @ParameterizedTest
    @CsvSource({
        "WebMercatorQuad, 0,  559082264.028717, 156543.033928041, 1,        1",
        "WebMercatorQuad, 1,  279541132.014358, 78271.5169640204, 2,        2",
        "WebMercatorQuad, 10, 545978.773465544, 152.874056570352, 1024,     1024",
        "WebMercatorQuad, 18, 2132.72958384978, 0.597164283477939, 262144,  262144",
        "WebMercatorQuad, 24, 33.3238997476528, 0.0093306919293428, 16777216, 16777216",
        "WorldCRS84Quad,  0,  279541132.014358, 0.703125,         2,        1",
        "WorldCRS84Quad,  5,  8735660.37544871, 0.02197265625,    64,       32",
        "WorldCRS84Quad,  17, 2132.72958384978, 0.00000536441802978515, 262144, 131072"
    })
    void hasThePublishedMatrices(
            String set, String level, double scaleDenominator, double cellSize, int columns, int rows) {
        TileMatrix matrix = matrix(set, level);
        assertThat(matrix.scaleDenominator()).isCloseTo(scaleDenominator, FIFTEEN_DIGITS);
        assertThat(matrix.cellSize()).isCloseTo(cellSize, FIFTEEN_DIGITS);
        assertThat(matrix.columns()).isEqualTo(columns);
        assertThat(matrix.rows()).isEqualTo(rows);
    }

    /** OGC 07-057r7 annex E.4 writes the first scale of GoogleMapsCompatible with 16 digits. */
    @Test
    void hasTheScaleOfTheWebsMapsToTheLastDigit() {
        assertThat(matrix("WebMercatorQuad", "0").scaleDenominator()).isCloseTo(559082264.0287178, within(1e-6));
    }

    /**
     * Tianditu's capabilities of the set "c": TopLeftCorner 90 -180, at level 1 two by one tiles and 295829355.4545656,
     * at level 18 262144 by 131072 tiles and 2257.0, both for a pixel of 96 dpi (0.0254 / 96 m) instead of 0.28 mm.
     */
    @ParameterizedTest
    @CsvSource({"1, 295829355.4545656, 2, 1", "18, 2256.998866688275, 262144, 131072"})
    void isTileForTileThePyramidOfChineseBaseMaps(String level, double denominatorAt96Dpi, int columns, int rows) {
        TileMatrix matrix = matrix("CGCS2000Quad", level);
        assertThat(matrix.columns()).isEqualTo(columns);
        assertThat(matrix.rows()).isEqualTo(rows);
        assertThat(matrix.scaleDenominator() * 0.00028 / (0.0254 / 96))
                .isCloseTo(denominatorAt96Dpi, Percentage.withPercentage(1e-4));
        Envelope first = TileMatrixSet.CGCS2000.box(matrix, 0, 0, 1);
        assertThat(first.getMinX()).isEqualTo(-180);
        assertThat(first.getMaxY()).isEqualTo(90);
    }

    /** Tile 14/13034/6770 of OpenStreetMap's slippy map: x = (106.4 + 180) / 360 · 2^14, y = (1 - asinh(tan(29.8°)) / π) / 2 · 2^14. */
    @Test
    void findsTheTileOfAPlace() {
        TileMatrix matrix = matrix("WebMercatorQuad", "14");
        double x = Math.toRadians(106.4) * 6378137;
        double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(29.8) / 2)) * 6378137;
        Envelope place = new Envelope(x, x, y, y);
        assertThat(TileMatrixSet.WEB_MERCATOR.range(matrix, place)).contains(new TileRange(13034, 13034, 6770, 6770));
        assertThat(TileMatrixSet.WEB_MERCATOR.box(matrix, 13034, 6770, 1).contains(place))
                .isTrue();
    }

    @Test
    void neighbouringTilesShareTheirEdgeAndTheWorldIsCoveredOnce() {
        for (TileMatrixSet set : TileMatrixSet.all()) {
            for (TileMatrix matrix : set.matrices()) {
                Envelope last = set.box(matrix, matrix.columns() - 1, matrix.rows() - 1, 1);
                assertThat(last.getMaxX()).isCloseTo(set.extent().getMaxX(), within(1e-6));
                assertThat(last.getMinY()).isCloseTo(set.extent().getMinY(), within(1e-6));
                assertThat(set.box(matrix, 0, 0, 1).getMaxX())
                        .isEqualTo(set.box(matrix, 1, 0, 1).getMinX());
            }
        }
    }

    @Test
    void aBoxOutsideTheWorldHasNoTiles() {
        TileMatrix matrix = matrix("WorldCRS84Quad", "3");
        assertThat(TileMatrixSet.WORLD_CRS84.range(matrix, new Envelope(190, 200, 0, 1)))
                .isEmpty();
        assertThat(TileMatrixSet.WORLD_CRS84.range(matrix, new Envelope(170, 200, -95, -80)))
                .contains(new TileRange(15, 15, 7, 7));
    }

    private static TileMatrix matrix(String set, String level) {
        return TileMatrixSet.named(set).orElseThrow().matrix(level).orElseThrow();
    }
}
