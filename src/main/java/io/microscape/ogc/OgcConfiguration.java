package io.microscape.ogc;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The OGC services as parts of the application; it wants an Atlas and a Portrayal beside it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WmsSettings.class)
@Import(WmsController.class)
public class OgcConfiguration {}
