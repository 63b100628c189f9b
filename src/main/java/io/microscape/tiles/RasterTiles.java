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
    private static final byte[] BLANK =
            PngImages.encodeSmall(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB));

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
    private record BlockKey(String content, TileMatrixSet set, int level, TileRange tiles) {}

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

    /** A PNG without anything on it. */
    public static byte[] blank() {
        return BLANK.clone();
    }

    /** The PNG of a tile; empty where there is nothing to see. */
    public Optional<byte[]> png(TileLayer layer, TileAddress address) {
        Optional<TileRange> drawn = layer.range(address.set(), address.matrix());
        if (drawn.isEmpty() || !drawn.get().contains(address.column(), address.row())) {
            return Optional.empty();
        }
        TileRange block = block(address, drawn.get());
        BlockKey key =
                new BlockKey(layer.content(), address.set(), address.matrix().level(), block);
        return cache.get(key, () -> draw(layer, address, block)).tile(address.column(), address.row());
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

    private Block draw(TileLayer layer, TileAddress address, TileRange range) {
        int columns = range.maxColumn() - range.minColumn() + 1;
        int rows = range.maxRow() - range.minRow() + 1;
        TileMatrixSet set = address.set();
        Envelope box = set.box(address.matrix(), range.minColumn(), range.minRow(), 1);
        box.expandToInclude(set.box(address.matrix(), range.maxColumn(), range.maxRow(), 1));
        BufferedImage picture = portrayal.draw(
                new MapImage(layer.layers(), set.crs(), box, columns * SIDE, rows * SIDE, true, Color.WHITE));
        byte[][] tiles = new byte[columns * rows][];
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = encoded(picture, i % columns * SIDE, i / columns * SIDE);
        }
        return new Block(range, tiles);
    }

    private static byte[] encoded(BufferedImage picture, int left, int top) {
        int[] pixels = picture.getRGB(left, top, SIDE, SIDE, null, 0, SIDE);
        if (Arrays.stream(pixels).allMatch(pixel -> pixel == 0)) {
            return null;
        }
        BufferedImage tile = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        tile.setRGB(0, 0, SIDE, SIDE, pixels, 0, SIDE);
        return PngImages.encodeSmall(tile);
    }
}
