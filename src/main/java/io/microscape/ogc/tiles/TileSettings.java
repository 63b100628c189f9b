package io.microscape.ogc.tiles;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says of tiles ({@code microscape.tiles.*}).
 *
 * @param cacheMegabytes most megabytes of encoded tiles kept in memory, half for pictures and half for vector tiles
 * @param cacheSeconds how long a tile may be used without asking whether it has changed
 */
@ConfigurationProperties("microscape.tiles")
public record TileSettings(
        @DefaultValue("64") int cacheMegabytes,
        @DefaultValue("0") int cacheSeconds) {
    long cacheBytesEach() {
        return cacheMegabytes * 512L * 1024;
    }
}
