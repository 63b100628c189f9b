package io.microscape.ogc;

/**
 * A request as it reached the service.
 *
 * @param parameters its parameters
 * @param serviceUrl address of the service as the client sees it, without a query
 * @param acceptLanguage the header Accept-Language, or null
 * @param ifNoneMatch the header If-None-Match, or null
 */
record WmsCall(RequestParameters parameters, String serviceUrl, String acceptLanguage, String ifNoneMatch) {
    TextLanguage language() {
        return TextLanguage.of(parameters.text("LANGUAGE"), acceptLanguage);
    }
}
