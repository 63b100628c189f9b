package io.microscape.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.microscape.atlas.PublishedLayer;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.portrayal.MapImage.StyledLayer;
import io.microscape.study.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;

/**
 * What tiles are made of: one published layer, or all layers of a study on top of each other.
 *
 * @param name "chongqing:net_carbon", or "chongqing" for the study
 * @param title title in both languages
 * @param layers layers with the styles to draw them in, bottom to top
 */
public record TileLayer(String name, LocalizedText title, List<StyledLayer> layers) {
    /** Pixels that symbols and labels can reach beyond the extent of the data. */
    private static final double REACH_PIXELS = 128;

    /** Extents on the ground of tiles, which every tile is held against: projecting one costs more than a kept tile does. */
    private static final Cache<Placed, Optional<Envelope>> PROJECTED =
            Caffeine.newBuilder().maximumSize(1000).build();

    public TileLayer {
        layers = List.copyOf(layers);
    }

    /** A single layer in one of its styles. */
    public static TileLayer of(PublishedLayer layer, String style) {
        return new TileLayer(layer.qualifiedName(), layer.definition().title(), List.of(new StyledLayer(layer, style)));
    }

    /**
     * What a tile of it shows, as text that changes exactly when the content can: names, versions (which hold the
     * styles' texts) and styles of its layers.
     */
    public String content() {
        return layers.stream()
                .map(styled -> String.join(
                        "\n", styled.layer().qualifiedName(), styled.layer().version(), styled.style()))
                .collect(Collectors.joining("\n\n"));
    }

    /** Common extent of the layers in EPSG:4326, x = longitude; empty when they have no features. */
    public Optional<Envelope> bounds() {
        Envelope bounds = new Envelope();
        layers.stream()
                .map(styled -> styled.layer().bounds())
                .filter(layer -> layer != null && !layer.isNull())
                .forEach(bounds::expandToInclude);
        return bounds.isNull() ? Optional.empty() : Optional.of(bounds);
    }

    /**
     * The tiles of a matrix on which anything of it can be seen, symbols and labels at the edge of the data included;
     * empty where there is nothing to see.
     */
    public Optional<TileRange> range(TileMatrixSet set, TileMatrix matrix) {
        return bounds().flatMap(bounds -> PROJECTED.get(new Placed(bounds, set), TileLayer::projected))
                .flatMap(covered -> {
                    Envelope box = new Envelope(covered);
                    box.expandBy(REACH_PIXELS * matrix.cellSize());
                    return set.range(matrix, box);
                });
    }

    /** An extent in longitude and latitude that is never changed, and the tiles it is wanted for. */
    private record Placed(Envelope bounds, TileMatrixSet set) {}

    private static Optional<Envelope> projected(Placed placed) {
        TileMatrixSet set = placed.set();
        Envelope covered = placed.bounds().intersection(set.lonLatExtent());
        return covered.isNull()
                ? Optional.empty()
                : Optional.of(CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(set.crs()))
                        .apply(covered));
    }
}
