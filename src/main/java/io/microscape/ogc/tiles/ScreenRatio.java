package io.microscape.ogc.tiles;

/**
 * The density of screen that a tile is meant for, as web maps write it behind the tile's last index: {@code 27079@2x}.
 *
 * @param index the index without it
 * @param ratio pixels of the screen for one of 0.28 mm: 1 or 2
 */
public record ScreenRatio(String index, int ratio) {
    private static final String DENSE = "@2x";

    /** Takes the last part of a tile's address apart. */
    public static ScreenRatio of(String part) {
        return part.endsWith(DENSE)
                ? new ScreenRatio(part.substring(0, part.length() - DENSE.length()), 2)
                : new ScreenRatio(part, 1);
    }
}
