package io.microscape.ogc;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The rules for UPDATESEQUENCE in GetCapabilities (OGC 06-042 table 4). */
final class UpdateSequence {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}");

    private UpdateSequence() {}

    /**
     * Returns if capabilities are to be given: nothing was asked for, or something older than what is current.
     *
     * @param requested value of UPDATESEQUENCE, or null
     * @throws ServiceException CurrentUpdateSequence if the client is up to date; InvalidUpdateSequence if it names a
     *     later one, or none that could have come from here
     */
    static void check(String requested, long current) {
        if (requested == null) {
            return;
        }
        int order = NUMBER.matcher(requested).matches()
                ? new BigInteger(requested).compareTo(BigInteger.valueOf(current))
                : 1;
        if (order == 0) {
            throw new ServiceException(
                    ServiceException.Code.CURRENT_UPDATE_SEQUENCE,
                    "UPDATESEQUENCE " + current + " is current: nothing has changed");
        }
        if (order > 0) {
            throw new ServiceException(
                    ServiceException.Code.INVALID_UPDATE_SEQUENCE,
                    "UPDATESEQUENCE " + RequestParameters.echo(requested) + " is later than the current one, "
                            + current);
        }
    }
}
