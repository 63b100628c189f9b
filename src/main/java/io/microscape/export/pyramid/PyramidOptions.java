package io.microscape.export.pyramid;

import io.microscape.study.InvalidInputException;
import io.microscape.tiles.VectorTiles;
import java.util.List;

/**
 * What a tile archive is to hold.
 *
 * @param layers names of the study's layers, with or without the study's key before them, bottom to top; empty for all
 *     polygon layers (vector tiles) or the most important layer (pictures)
 * @param minZoom coarsest level
 * @param maxZoom finest level
 * @param pictures PNG tiles instead of vector tiles
 */
public record PyramidOptions(List<String> layers, int minZoom, int maxZoom, boolean pictures) {
    /** The finest level of vector tiles if none is given: clients enlarge its tiles beyond it without loss. */
    public static final int FINEST_OF_VECTORS = VectorTiles.MAX_ZOOM;

    /** The finest level of pictures if none is given: a pixel is 0.6 m at the equator. */
    public static final int FINEST_OF_PICTURES = 18;

    private static final int FINEST = 22;

    /** @throws InvalidInputException if the levels are none */
    public PyramidOptions {
        layers = List.copyOf(layers);
        if (minZoom < 0 || maxZoom > FINEST || minZoom > maxZoom) {
            throw new InvalidInputException("the levels " + minZoom + " to " + maxZoom
                    + " cannot be written: --min-zoom must be from 0 to --max-zoom, and that at most " + FINEST);
        }
    }
}
