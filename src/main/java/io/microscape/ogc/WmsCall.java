package io.microscape.ogc;

/**
 * A request as it reached the service.
 *
 * @param parameters its parameters
 * @param serviceUrl address of the service as the client sees it, without a query
 * @param acceptLanguage the header Accept-Language, or null
 * @param ifNoneMatch the header If-None-Match, or null
 * @param connection where the client waits
 */
record WmsCall(
        RequestParameters parameters,
        String serviceUrl,
        String acceptLanguage,
        String ifNoneMatch,
        ClientConnection connection) {
    /** A request whose client is taken to wait for the answer however long it takes. */
    WmsCall(RequestParameters parameters, String serviceUrl, String acceptLanguage, String ifNoneMatch) {
        this(parameters, serviceUrl, acceptLanguage, ifNoneMatch, ClientConnection.UNKNOWN);
    }

    TextLanguage language() {
        return TextLanguage.of(parameters.text("LANGUAGE"), acceptLanguage);
    }
}
