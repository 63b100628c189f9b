package io.microscape.study;

/**
 * Something to be found on the web.
 *
 * @param address where it is
 * @param format its media type
 */
public record WebLink(String address, String format) {}
