package io.microscape.ogc;

import io.microscape.crs.CoordinateSystem;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.StyleDocument;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A GetMap request.
 *
 * @param map what to draw
 * @param format how to encode it
 * @param warnings what the client is to be told of values that it left to the service
 */
record GetMapRequest(MapImage map, ImageFormat format, List<String> warnings) {
    /**
     * @param sheet the style sheet that came with it; null for none
     * @throws ServiceException if a parameter is missing or cannot be used
     */
    static GetMapRequest parse(
            RequestParameters parameters,
            WmsVersion version,
            LayerNames names,
            WmsSettings limits,
            StyleDocument sheet) {
        ImageFormat format = ImageFormat.of(parameters.required("FORMAT"));
        boolean transparent = parameters.flag("TRANSPARENT") && format.transparency();
        ExceptionFormat.of(parameters.text("EXCEPTIONS"));
        MapParameters map = new MapParameters(parameters, version, names, limits, sheet);
        return new GetMapRequest(withContent(map.map(transparent)), format, map.warnings());
    }

    /** The map without the layers that lie elsewhere, further than its buffer. */
    private static MapImage withContent(MapImage map) {
        Envelope reached = new Envelope(map.box());
        reached.expandBy(
                map.buffer() * map.box().getWidth() / map.width(),
                map.buffer() * map.box().getHeight() / map.height());
        return LayerBounds.lonLat(CoordinateSystem.of(map.crs()), reached)
                .map(box -> map.layers().stream()
                        .filter(styled -> LayerBounds.overlaps(styled.layer(), box))
                        .toList())
                .filter(layers -> layers.size() < map.layers().size())
                .map(map::withLayers)
                .orElse(map);
    }
}
