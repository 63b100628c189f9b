package io.microscape.ogc.wmts;

import io.microscape.ogc.tiles.TilesConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tile service as a part of the application, with the tiles it serves; it wants an Atlas and a Portrayal beside it. */
@Configuration(proxyBeanMethods = false)
@Import({TilesConfiguration.class, WmtsController.class})
public class WmtsConfiguration {}
