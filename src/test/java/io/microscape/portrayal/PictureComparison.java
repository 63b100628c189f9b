package io.microscape.portrayal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/** How alike two pictures of the same map are, drawn by different programs. */
final class PictureComparison {
    private static final int MARKED_DIFFERENCE = 64;
    private static final int MOST_CHANNELS = 765;

    private PictureComparison() {}

    /**
     * Share of pixels of which a channel differs by more than a quarter of its range. Both pictures are blurred over three
     * pixels, for some renderers snap lines to whole pixels and this one does not.
     */
    static double differingShare(BufferedImage one, BufferedImage other) {
        BufferedImage here = blurred(one);
        BufferedImage there = blurred(other);
        int differing = 0;
        for (int row = 1; row < one.getHeight() - 1; row++) {
            for (int column = 1; column < one.getWidth() - 1; column++) {
                Color a = new Color(here.getRGB(column, row));
                Color b = new Color(there.getRGB(column, row));
                int difference = Math.max(
                        Math.abs(a.getRed() - b.getRed()),
                        Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
                differing += difference > MARKED_DIFFERENCE ? 1 : 0;
            }
        }
        return differing / (double) (one.getHeight() * one.getWidth());
    }

    /** Black pixels that the colours of the picture amount to, on white. */
    static double ink(BufferedImage image) {
        double ink = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                Color color = new Color(image.getRGB(column, row));
                ink += MOST_CHANNELS - color.getRed() - color.getGreen() - color.getBlue();
            }
        }
        return ink / MOST_CHANNELS;
    }

    /** The picture on white, without transparency. */
    static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(picture, 0, 0, Color.WHITE, null);
        return opaque;
    }

    private static BufferedImage blurred(BufferedImage image) {
        float[] mean = new float[9];
        Arrays.fill(mean, 1 / 9f);
        return new ConvolveOp(new Kernel(3, 3, mean)).filter(image, null);
    }
}
