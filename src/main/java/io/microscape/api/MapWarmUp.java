package io.microscape.api;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotAtlas;
import io.microscape.atlas.SnapshotUnavailableException;
import io.microscape.portrayal.MapDrawing;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.PngImages;
import io.microscape.portrayal.Portrayal;
import io.microscape.study.InvalidInputException;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a few maps while the service starts and throws them away: the first map that somebody asks for would else wait for
 * everything that Java loads and translates when it is first used. Works on a processor that the start leaves idle.
 */
final class MapWarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(MapWarmUp.class);
    private static final int LAYERS = 8;
    private static final int ROUNDS = 3;
    private static final int SIDE = 256;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private MapWarmUp() {}

    /** Begins to draw the layers published below a home folder, and returns. */
    static void begin(Path home) {
        Thread thread = new Thread(() -> draw(new SnapshotAtlas(home)), "map-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private static void draw(Atlas atlas) {
        Portrayal portrayal = new MapDrawing(atlas, LONGEST);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                atlas.layers().stream()
                        .filter(layer -> layer.bounds() != null)
                        .limit(LAYERS)
                        .forEach(layer -> PngImages.encode(portrayal.draw(whole(layer))));
            }
        } catch (InvalidInputException | SnapshotUnavailableException e) {
            // who asks for that layer is told
            LOG.debug("a layer cannot be drawn: {}", e.getMessage());
        }
    }

    private static MapImage whole(PublishedLayer layer) {
        return new MapImage(
                List.of(new MapImage.StyledLayer(
                        layer, layer.definition().styles().get(0))),
                "CRS:84",
                layer.bounds(),
                SIDE,
                SIDE,
                false,
                Color.WHITE);
    }
}
