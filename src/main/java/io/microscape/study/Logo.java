package io.microscape.study;

/**
 * The emblem of whom to credit.
 *
 * @param picture the picture
 * @param width its width, pixels
 * @param height its height, pixels
 */
public record Logo(WebLink picture, int width, int height) {}
