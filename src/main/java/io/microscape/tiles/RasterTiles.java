package io.microscape.tiles;

import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.PngImages;
import io.microscape.portrayal.Portrayal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Tiles as PNG pictures with a transparent background. Tiles are drawn in square blocks, cut and encoded once: what is asked
 * for together is made together. A block is drawn like any map, so that a tile is the picture that the WMS gives of its
 * box; symbols and labels reach over the edges of tiles and blocks. Thread-safe.
 */
public final class RasterTiles {
    /** Tiles along the side of a block. */
    private static final int BLOCK_TILES = 4;

    private static final int SIDE = TileMatrix.TILE_PIXELS;
    private static final byte[] BLANK = blankOf(SIDE);
    private static final byte[] BLANK_DENSE = blankOf(2 * SIDE);

    private final Portrayal portrayal;
    private final TileCache<BlockKey, Block> cache;

    /**
     * Tiles drawn by that portrayal.
     *
     * @param cacheBytes most bytes of encoded tiles that are kept
     */
    public RasterTiles(Portrayal portrayal, long cacheBytes) {
        this.portrayal = portrayal;
        this.cache = new TileCache<>(cacheBytes, Block::bytes);
    }

    /** What a block shows and where it lies; the version of the data is part of the content. */
    private record BlockKey(String content, TileMatrixSet set, int level, TileRange tiles, int ratio) {}

    /** The tiles of a block row by row; those without anything on them are null. */
    private record Block(TileRange range, byte[][] tiles) {
        private static final int OVERHEAD_BYTES = 256;

        int bytes() {
            int bytes = OVERHEAD_BYTES;
            for (byte[] tile : tiles) {
                bytes += tile == null ? 0 : tile.length;
            }
            return bytes;
        }

        Optional<byte[]> tile(int column, int row) {
            int columns = range.maxColumn() - range.minColumn() + 1;
            return Optional.ofNullable(tiles[(row - range.minRow()) * columns + column - range.minColumn()]);
        }
    }

    /** A PNG without anything on it, for a screen of that density (1 or 2). */
    public static byte[] blank(int ratio) {
        return (ratio == 1 ? BLANK : BLANK_DENSE).clone();
    }

    private static byte[] blankOf(int side) {
        return PngImages.encodeSmall(new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB));
    }

    /** The PNG of a tile; empty where there is nothing to see. */
    public Optional<byte[]> png(TileLayer layer, TileAddress address) {
        return png(layer, address, 1);
    }

    /**
     * The PNG of a tile for a screen of some density; empty where there is nothing to see.
     *
     * @param ratio pixels of the screen for one of 0.28 mm, 1 or 2: the picture and all symbols are so many times larger
     */
    public Optional<byte[]> png(TileLayer layer, TileAddress address, int ratio) {
        Optional<TileRange> drawn = layer.range(address.set(), address.matrix());
        if (drawn.isEmpty() || !drawn.get().contains(address.column(), address.row())) {
            return Optional.empty();
        }
        TileRange block = block(address, drawn.get());
        BlockKey key =
                new BlockKey(layer.content(), address.set(), address.matrix().level(), block, ratio);
        return cache.get(key, () -> draw(layer, address, block, ratio)).tile(address.column(), address.row());
    }

    private static TileRange block(TileAddress address, TileRange drawn) {
        int column = address.column() / BLOCK_TILES * BLOCK_TILES;
        int row = address.row() / BLOCK_TILES * BLOCK_TILES;
        return new TileRange(
                Math.max(column, drawn.minColumn()),
                Math.min(column + BLOCK_TILES - 1, drawn.maxColumn()),
                Math.max(row, drawn.minRow()),
                Math.min(row + BLOCK_TILES - 1, drawn.maxRow()));
    }

    private Block draw(TileLayer layer, TileAddress address, TileRange range, int ratio) {
        int columns = range.maxColumn() - range.minColumn() + 1;
        int rows = range.maxRow() - range.minRow() + 1;
        TileMatrixSet set = address.set();
        Envelope box = set.box(address.matrix(), range.minColumn(), range.minRow(), 1);
        box.expandToInclude(set.box(address.matrix(), range.maxColumn(), range.maxRow(), 1));
        int side = SIDE * ratio;
        BufferedImage picture = portrayal.draw(
                new MapImage(layer.layers(), set.crs(), box, columns * side, rows * side, true, Color.WHITE, ratio));
        byte[][] tiles = new byte[columns * rows][];
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = encoded(picture, i % columns * side, i / columns * side, side);
        }
        return new Block(range, tiles);
    }

    private static byte[] encoded(BufferedImage picture, int left, int top, int side) {
        int[] pixels = picture.getRGB(left, top, side, side, null, 0, side);
        if (Arrays.stream(pixels).allMatch(pixel -> pixel == 0)) {
            return null;
        }
        BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        tile.setRGB(0, 0, side, side, pixels, 0, side);
        return PngImages.encodeSmall(tile);
    }
}
