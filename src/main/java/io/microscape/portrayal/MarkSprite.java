package io.microscape.portrayal;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;

/**
 * A mark that is the same for all features, drawn once for each place that it can have within a pixel and then copied.
 * Thread-safe.
 */
final class MarkSprite {
    /** Marks that reach further from their middle, in pixels, are not kept. */
    static final double MOST_REACH = 32;

    /** Places within a pixel along each axis: an eighth of a pixel beside its place is not seen. */
    private static final int PLACES = 4;

    private final int middle;
    private final int side;
    private final BiConsumer<Graphics2D, Point2D.Double> painter;
    private final AtomicReferenceArray<int[]> pictures = new AtomicReferenceArray<>(PLACES * PLACES);

    /**
     * The sprite of a mark.
     *
     * @param reach pixels that the mark reaches from its middle
     * @param painter draws it with its middle at a point
     */
    MarkSprite(double reach, BiConsumer<Graphics2D, Point2D.Double> painter) {
        // a square reaches further along its diagonal, and antialiasing a pixel more
        this.middle = (int) Math.ceil(reach * Math.sqrt(2)) + 1;
        this.side = 2 * middle + 1;
        this.painter = painter;
    }

    /** Draws the mark with its middle at a place. */
    void draw(PixelCanvas canvas, double column, double row) {
        if (column < -side || row < -side || column > canvas.width() + side || row > canvas.endRow() + side) {
            return;
        }
        int x = (int) Math.floor(column * PLACES + 0.5);
        int y = (int) Math.floor(row * PLACES + 0.5);
        int placeX = Math.floorMod(x, PLACES);
        int placeY = Math.floorMod(y, PLACES);
        canvas.stamp(
                picture(placeX, placeY), side, Math.floorDiv(x, PLACES) - middle, Math.floorDiv(y, PLACES) - middle);
    }

    private int[] picture(int placeX, int placeY) {
        int place = placeY * PLACES + placeX;
        int[] known = pictures.get(place);
        if (known == null) {
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D graphics = image.createGraphics();
            MapDrawing.smooth(graphics);
            painter.accept(
                    graphics, new Point2D.Double(middle + (double) placeX / PLACES, middle + (double) placeY / PLACES));
            graphics.dispose();
            known = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            pictures.set(place, known);
        }
        return known;
    }
}
