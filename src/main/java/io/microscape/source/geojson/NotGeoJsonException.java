package io.microscape.source.geojson;

/** What was read is JSON but no GeoJSON; the message says what it is. Becomes an error that names the file. */
final class NotGeoJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotGeoJsonException(String message) {
        super(message, null, false, false);
    }
}
