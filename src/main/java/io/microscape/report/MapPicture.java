package io.microscape.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A drawn map or legend.
 *
 * @param pixelRatio pixels of the image to a pixel of the page
 */
record MapPicture(BufferedImage image, double pixelRatio, String description) implements Picture {
    @Override
    public int width() {
        return (int) Math.round(image.getWidth() / pixelRatio);
    }

    @Override
    public int height() {
        return (int) Math.round(image.getHeight() / pixelRatio);
    }

    @Override
    public void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width(), height(), null);
    }
}
