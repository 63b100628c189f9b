package io.microscape.ogc;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The versions of the Web Map Service that are spoken, oldest first. */
enum WmsVersion {
    V1_1_1("1.1.1"),
    V1_3_0("1.3.0");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){0,2}");

    private final String number;

    WmsVersion(String number) {
        this.number = number;
    }

    /** "1.3.0". */
    String number() {
        return number;
    }

    /**
     * The version in which capabilities are answered (OGC 06-042, 6.2.4): the one asked for, else the next lower one,
     * else the lowest; the highest when none is asked for.
     *
     * @param requested value of VERSION, or null
     * @throws ServiceException if it is not a version number
     */
    static WmsVersion negotiate(String requested) {
        if (requested == null) {
            return V1_3_0;
        }
        if (!NUMBER.matcher(requested).matches()) {
            throw new ServiceException("VERSION is not a version number: " + requested + "; use 1.3.0 or 1.1.1");
        }
        return compare(requested, V1_3_0.number) < 0 ? V1_1_1 : V1_3_0;
    }

    /**
     * The version of an operation other than GetCapabilities, where the order of coordinates hangs on it and nothing is
     * negotiated. 1.1.0 has the same operations as 1.1.1 and is still sent by old web maps.
     *
     * @throws ServiceException if it is missing or is another one
     */
    static WmsVersion required(String requested) {
        if (requested == null) {
            throw new ServiceException("VERSION is missing; give VERSION=1.3.0 or VERSION=1.1.1");
        }
        return switch (requested) {
            case "1.3.0" -> V1_3_0;
            case "1.1.1", "1.1.0" -> V1_1_1;
            default -> throw new ServiceException("VERSION " + requested + " is not spoken; use 1.3.0 or 1.1.1");
        };
    }

    /** The version in which a problem is reported: whatever was asked for, as far as it can be understood. */
    static WmsVersion ofReport(String requested) {
        return requested != null && NUMBER.matcher(requested).matches() ? negotiate(requested) : V1_3_0;
    }

    private static int compare(String one, String other) {
        return Arrays.compare(parts(one), parts(other));
    }

    private static int[] parts(String version) {
        return Arrays.copyOf(
                Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray(), 3);
    }
}
