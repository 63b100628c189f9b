package io.microscape.portrayal.png;

import java.util.Arrays;

/** The colours of a picture, where there are few enough for a byte. Not thread-safe. */
final class Palette {
    private static final int MOST = 256;
    /** Places of the table; four times as many as colours, so that most are found where they are looked for first. */
    private static final int PLACES = 4 * MOST;

    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final int PLACE_SHIFT = Integer.numberOfLeadingZeros(PLACES) + 1;

    private final int[] colours = new int[MOST];
    private final short[] places = new short[PLACES];
    private int size;

    private Palette() {
        Arrays.fill(places, (short) -1);
    }

    /** The palette of a picture's colours; null when there are more than 256. */
    static Palette of(int[] pixels) {
        Palette palette = new Palette();
        int last = ~pixels[0];
        for (int pixel : pixels) {
            if (pixel != last && palette.index(pixel) < 0) {
                return null;
            }
            last = pixel;
        }
        return palette;
    }

    int size() {
        return size;
    }

    int colour(int index) {
        return colours[index];
    }

    /** Puts indices in the place of colours. */
    void replace(int[] pixels) {
        int last = ~pixels[0];
        int index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != last) {
                last = pixels[i];
                index = index(last);
            }
            pixels[i] = index;
        }
    }

    /** Where the colour is, after it was added if need be; -1 when there is no room for it. */
    private int index(int colour) {
        int place = colour * GOLDEN_RATIO >>> PLACE_SHIFT;
        while (places[place] >= 0 && colours[places[place]] != colour) {
            place = place + 1 & PLACES - 1;
        }
        if (places[place] < 0) {
            if (size == MOST) {
                return -1;
            }
            places[place] = (short) size;
            colours[size++] = colour;
        }
        return places[place];
    }
}
