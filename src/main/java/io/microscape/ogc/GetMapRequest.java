package io.microscape.ogc;

import io.microscape.portrayal.MapImage;

/**
 * A GetMap request.
 *
 * @param map what to draw
 * @param format how to encode it
 */
record GetMapRequest(MapImage map, ImageFormat format) {
    /** @throws ServiceException if a parameter is missing or cannot be used */
    static GetMapRequest parse(RequestParameters parameters, WmsVersion version, LayerNames names, WmsSettings limits) {
        ImageFormat format = ImageFormat.of(parameters.required("FORMAT"));
        boolean transparent = parameters.flag("TRANSPARENT") && format.transparency();
        ExceptionFormat.of(parameters.text("EXCEPTIONS"));
        return new GetMapRequest(new MapParameters(parameters, version, names, limits).map(transparent), format);
    }
}
