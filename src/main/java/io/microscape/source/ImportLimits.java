package io.microscape.source;

/**
 * Bounds on what a file may ask of the machine. Each can be set by an environment variable of the name given.
 *
 * @param maxTextLength characters of one line, field or token (MICROSCAPE_MAX_TEXT_LENGTH)
 * @param maxCoordinates coordinates of one geometry (MICROSCAPE_MAX_COORDINATES)
 * @param maxUnzippedBytes bytes that an archive may unpack to (MICROSCAPE_MAX_UNZIPPED_BYTES)
 * @param maxZipEntries entries of an archive (MICROSCAPE_MAX_ZIP_ENTRIES)
 * @param maxCompressionRatio unpacked over packed size of an entry above 1 MB (MICROSCAPE_MAX_COMPRESSION_RATIO)
 */
public record ImportLimits(
        int maxTextLength, int maxCoordinates, long maxUnzippedBytes, int maxZipEntries, int maxCompressionRatio) {
    /** Limits that real data stay far below. */
    public static final ImportLimits DEFAULTS = new ImportLimits(16 << 20, 5_000_000, 16L << 30, 10_000, 200);
}
