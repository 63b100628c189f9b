package io.microscape.ogc.tiles;

import io.microscape.atlas.Atlas;
import io.microscape.portrayal.Portrayal;
import io.microscape.tiles.RasterTiles;
import io.microscape.tiles.TileLayers;
import io.microscape.tiles.VectorTiles;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Tiles as parts of the application; it wants an Atlas and a Portrayal beside it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TileSettings.class)
@Import({TilesController.class, TileResponses.class})
public class TilesConfiguration {
    @Bean
    TileLayers tileLayers(Atlas atlas) {
        return new TileLayers(atlas);
    }

    @Bean
    RasterTiles rasterTiles(Portrayal portrayal, TileSettings settings) {
        return new RasterTiles(portrayal, settings.cacheBytesEach());
    }

    @Bean
    VectorTiles vectorTiles(Atlas atlas, TileSettings settings) {
        return new VectorTiles(atlas, settings.cacheBytesEach());
    }
}
