package io.microscape.report;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.portrayal.Portrayal;
import io.microscape.study.LocalizedText;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/** The published themes that a report shows, over roads, as the map service draws them. */
public final class ReportMaps {
    private static final List<String> THEMES = List.of("net_carbon", "net_carbon_hot_spots");
    private static final String BASE = "roads";
    private static final int WIDTH = 900;
    private static final int HEIGHT = 620;

    /** Symbols have their sizes in pixels of the picture: a higher ratio would make them too small. */
    private static final double PIXEL_RATIO = 1.2;

    private static final double MARGIN = 0.06;

    private final Atlas atlas;
    private final Portrayal portrayal;

    /** Maps of that atlas' layers. */
    public ReportMaps(Atlas atlas, Portrayal portrayal) {
        this.atlas = atlas;
        this.portrayal = portrayal;
    }

    /** A map with its legend and what it is about. */
    record ThemeMap(LocalizedText title, LocalizedText description, Picture map, Picture legend) {}

    /** The themes of the study that are published; none when it is not. */
    List<ThemeMap> of(String study, ReportWords words) {
        List<ThemeMap> maps = new ArrayList<>();
        for (String theme : THEMES) {
            atlas.layer(study + ":" + theme)
                    .filter(layer -> layer.bounds() != null)
                    .ifPresent(layer -> maps.add(map(layer, words)));
        }
        return maps;
    }

    private ThemeMap map(PublishedLayer theme, ReportWords words) {
        List<StyledLayer> layers = Stream.concat(atlas.layer(theme.study() + ":" + BASE).stream(), Stream.of(theme))
                .map(layer -> new StyledLayer(layer, style(layer)))
                .toList();
        BufferedImage map = portrayal.draw(
                new MapImage(layers, "EPSG:3857", box(theme.bounds()), WIDTH, HEIGHT, false, Color.WHITE));
        BufferedImage legend = portrayal.legend(theme, style(theme), words.language(), 0, 0);
        String title = theme.definition().title().in(words.language());
        return new ThemeMap(
                theme.definition().title(),
                theme.definition().description(),
                new MapPicture(map, PIXEL_RATIO, title),
                new MapPicture(legend, 1, title));
    }

    private static String style(PublishedLayer layer) {
        return layer.definition().styles().get(0);
    }

    /** The extent with a margin, in Web Mercator, widened to the picture's shape. */
    private static Envelope box(Envelope lonLat) {
        Envelope box = new Envelope(x(lonLat.getMinX()), x(lonLat.getMaxX()), y(lonLat.getMinY()), y(lonLat.getMaxY()));
        box.expandBy(MARGIN * Math.max(box.getWidth(), box.getHeight()) + 1);
        double shape = (double) WIDTH / HEIGHT;
        double lackingWidth = Math.max(0, box.getHeight() * shape - box.getWidth());
        double lackingHeight = Math.max(0, box.getWidth() / shape - box.getHeight());
        box.expandBy(lackingWidth / 2, lackingHeight / 2);
        return box;
    }

    private static double x(double longitude) {
        return Math.toRadians(longitude) * EARTH_RADIUS_M;
    }

    private static double y(double latitude) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)) * EARTH_RADIUS_M;
    }

    /** Of the sphere of EPSG:3857. */
    private static final double EARTH_RADIUS_M = 6_378_137;
}
