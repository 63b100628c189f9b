package io.microscape.portrayal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * A picture that is being drawn, or a band of its rows: its pixels for what is drawn often, and a {@link Graphics2D} for
 * everything else. Plain fills, thin lines and marks go to the pixels directly, because Java2D takes ten times as long to
 * set up a small shape as to fill it. Not thread-safe; bands of one picture can be drawn by several threads.
 */
final class PixelCanvas {
    private static final long LANES = 0x00FF00FF00FF00FFL;
    private static final long ROUNDING = 0x0080008000800080L;

    private final BufferedImage image;
    private final int[] pixels;
    private final boolean opaque;
    private final int width;
    private final int firstRow;
    private final int endRow;
    private final CoverageRaster coverage = new CoverageRaster();
    private final SmallPolygonRaster small = new SmallPolygonRaster();
    private Graphics2D graphics;

    /** The whole of a picture of type {@code INT_RGB} or {@code INT_ARGB_PRE}. */
    PixelCanvas(BufferedImage image) {
        this(image, 0, image.getHeight());
    }

    /** The rows of a picture from one to before another. */
    PixelCanvas(BufferedImage image, int firstRow, int endRow) {
        if (image.getType() != BufferedImage.TYPE_INT_RGB && image.getType() != BufferedImage.TYPE_INT_ARGB_PRE) {
            throw new IllegalArgumentException("pictures of type " + image.getType() + " are not drawn on");
        }
        this.image = image;
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.opaque = image.getType() == BufferedImage.TYPE_INT_RGB;
        this.width = image.getWidth();
        this.firstRow = firstRow;
        this.endRow = endRow;
    }

    BufferedImage image() {
        return image;
    }

    int width() {
        return width;
    }

    int firstRow() {
        return firstRow;
    }

    int endRow() {
        return endRow;
    }

    /** Java2D on these rows, antialiased. */
    Graphics2D graphics() {
        if (graphics == null) {
            graphics = image.createGraphics();
            graphics.setClip(0, firstRow, width, endRow - firstRow);
            MapDrawing.smooth(graphics);
        }
        return graphics;
    }

    /** Gives all pixels an opaque colour. */
    void clear(Color color) {
        Arrays.fill(pixels, firstRow * width, endRow * width, color.getRGB() | 0xFF000000);
    }

    /** Fills rings of pixel coordinates with a premultiplied colour. */
    void fill(ScreenShape shape, int premultiplied) {
        coverage.begin(this, shape.minColumn(), shape.minRow(), shape.maxColumn(), shape.maxRow());
        coverage.addRings(shape);
        coverage.blend(this, premultiplied);
    }

    /** Draws the lines or outlines of a shape as solid thin lines of a premultiplied colour. */
    void stroke(ScreenShape shape, int premultiplied, double lineWidth) {
        double reach = lineWidth / 2;
        coverage.begin(
                this,
                shape.minColumn() - reach,
                shape.minRow() - reach,
                shape.maxColumn() + reach,
                shape.maxRow() + reach);
        coverage.addLines(shape, lineWidth);
        coverage.blend(this, premultiplied);
    }

    /**
     * Fills a small ring and draws its outline over it as a solid thin line.
     *
     * @param fill colour, 0xAARRGGBB
     * @param line colour of the outline, 0xAARRGGBB
     */
    void fillAndStroke(ScreenShape shape, int fill, int line, double lineWidth) {
        small.draw(this, shape, fill, line, lineWidth);
    }

    /** Gives the pixel that holds a place a colour. */
    void dot(double column, double row, Color color) {
        int x = (int) Math.floor(column);
        int y = (int) Math.floor(row);
        if (x >= 0 && x < width && y >= firstRow && y < endRow) {
            blend(y * width + x, premultiplied(color.getRGB()));
        }
    }

    /** Lays premultiplied pixels over these. */
    void stamp(int[] stamp, int stampWidth, int column, int row) {
        int stampHeight = stamp.length / stampWidth;
        int left = Math.max(0, -column);
        int right = Math.min(stampWidth, width - column);
        for (int y = Math.max(0, firstRow - row); y < Math.min(stampHeight, endRow - row); y++) {
            int at = (row + y) * width + column;
            for (int x = left; x < right; x++) {
                int pixel = stamp[y * stampWidth + x];
                if (pixel != 0) {
                    blend(at + x, pixel);
                }
            }
        }
    }

    /** Lays the picture of another canvas over these rows. */
    void lay(PixelCanvas above) {
        for (int i = firstRow * width; i < endRow * width; i++) {
            if (above.pixels[i] != 0) {
                blend(i, above.pixels[i]);
            }
        }
    }

    void dispose() {
        if (graphics != null) {
            graphics.dispose();
        }
    }

    /** Lays a premultiplied colour over the pixels from one to before another. */
    void blend(int from, int to, int source) {
        if (source >>> 24 == 255) {
            Arrays.fill(pixels, from, to, source);
            return;
        }
        for (int at = from; at < to; at++) {
            blend(at, source);
        }
    }

    /** Source over destination, the source premultiplied. */
    void blend(int at, int source) {
        int mixed = over(source, pixels[at]);
        pixels[at] = opaque ? 0xFF000000 | mixed : mixed;
    }

    /**
     * Lays two colours over a pixel, one over the other.
     *
     * @param lower the {@link #lanes} of the lower colour
     * @param lowerShare how much of the pixel it covers, of 256
     * @param upper the {@link #lanes} of the upper colour
     * @param upperShare how much of the pixel it covers, of 256
     */
    void mix(int at, long lower, int lowerShare, long upper, int upperShare) {
        int lowerSeen = lowerShare * (256 - upperShare) >> 8;
        long mixed = lanes(pixels[at], opaque) * (256 - lowerSeen - upperShare)
                                + lower * lowerSeen
                                + upper * upperShare
                                + ROUNDING
                        >>> 8
                & LANES;
        pixels[at] = (int) (mixed | mixed >>> 24);
    }

    /** The channels of a colour, taken as opaque, 16 bits apart: all of them are multiplied in one go. */
    static long lanes(int color) {
        return lanes(color, true);
    }

    private static long lanes(int color, boolean opaque) {
        int pixel = opaque ? color | 0xFF000000 : color;
        return pixel & 0x00FF00FFL | (pixel & 0xFF00FF00L) << 24;
    }

    /** Alpha of a colour, of 256. */
    static int alpha(int color) {
        int alpha = color >>> 24;
        return alpha + (alpha >> 7);
    }

    private static int over(int source, int below) {
        int alpha = source >>> 24;
        int rest = 256 - (alpha + (alpha >> 7));
        // two channels at a time, eight bits apart
        int even = ((below & 0x00FF00FF) * rest >>> 8) & 0x00FF00FF;
        int odd = ((below >>> 8 & 0x00FF00FF) * rest) & 0xFF00FF00;
        return source + even + odd;
    }

    /** The colour 0xAARRGGBB with its alpha multiplied into it. */
    static int premultiplied(int argb) {
        return scaled(argb | 0xFF000000, argb >>> 24);
    }

    /** A premultiplied colour times a share of 255. */
    static int scaled(int premultiplied, int share) {
        int factor = share + (share >> 7);
        int even = ((premultiplied & 0x00FF00FF) * factor >>> 8) & 0x00FF00FF;
        int odd = ((premultiplied >>> 8 & 0x00FF00FF) * factor) & 0xFF00FF00;
        return even | odd;
    }
}
