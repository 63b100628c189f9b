package io.microscape.source;

import io.microscape.study.InvalidInputException;
import java.util.Map;
import java.util.Set;

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

    private static final String MAX_TEXT_LENGTH = "MICROSCAPE_MAX_TEXT_LENGTH";
    private static final String MAX_COORDINATES = "MICROSCAPE_MAX_COORDINATES";
    private static final String MAX_UNZIPPED_BYTES = "MICROSCAPE_MAX_UNZIPPED_BYTES";
    private static final String MAX_ZIP_ENTRIES = "MICROSCAPE_MAX_ZIP_ENTRIES";
    private static final String MAX_COMPRESSION_RATIO = "MICROSCAPE_MAX_COMPRESSION_RATIO";

    /** Names of the environment variables that set a limit. */
    public static Set<String> environmentVariables() {
        return Set.of(MAX_TEXT_LENGTH, MAX_COORDINATES, MAX_UNZIPPED_BYTES, MAX_ZIP_ENTRIES, MAX_COMPRESSION_RATIO);
    }

    /**
     * The limits that the environment sets, and {@link #DEFAULTS} where it sets none (variable absent or blank).
     *
     * @param environment variables by name, as {@link System#getenv()} gives them
     * @throws InvalidInputException if a value is not a whole number from 1 up to what the limit can hold; names the
     *     variable
     */
    public static ImportLimits fromEnvironment(Map<String, String> environment) {
        return new ImportLimits(
                intLimit(environment, MAX_TEXT_LENGTH, DEFAULTS.maxTextLength),
                intLimit(environment, MAX_COORDINATES, DEFAULTS.maxCoordinates),
                limit(environment, MAX_UNZIPPED_BYTES, DEFAULTS.maxUnzippedBytes, Long.MAX_VALUE),
                intLimit(environment, MAX_ZIP_ENTRIES, DEFAULTS.maxZipEntries),
                intLimit(environment, MAX_COMPRESSION_RATIO, DEFAULTS.maxCompressionRatio));
    }

    private static int intLimit(Map<String, String> environment, String variable, int otherwise) {
        return (int) limit(environment, variable, otherwise, Integer.MAX_VALUE);
    }

    private static long limit(Map<String, String> environment, String variable, long otherwise, long greatest) {
        String text = environment.get(variable);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.strip());
            if (value >= 1 && value <= greatest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notALimit(variable, text, greatest, e);
        }
        throw notALimit(variable, text, greatest, null);
    }

    private static InvalidInputException notALimit(String variable, String text, long greatest, Throwable cause) {
        return new InvalidInputException(
                "environment variable " + variable + " is \"" + text + "\"; give a whole number from 1 to " + greatest
                        + ", or leave it unset",
                cause);
    }
}
