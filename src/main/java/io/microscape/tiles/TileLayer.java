package io.microscape.tiles;

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
        return bounds().flatMap(bounds -> projected(bounds, set)).flatMap(box -> {
            box.expandBy(REACH_PIXELS * matrix.cellSize());
            return set.range(matrix, box);
        });
    }

    private static Optional<Envelope> projected(Envelope bounds, TileMatrixSet set) {
        Envelope covered = bounds.intersection(set.lonLatExtent());
        return covered.isNull()
                ? Optional.empty()
                : Optional.of(CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(set.crs()))
                        .apply(covered));
    }
}
