package io.microscape.ogc;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds a format by the media type a request names. */
final class MediaTypes {
    private MediaTypes() {}

    /**
     * The format of that media type; case and parameters behind a semicolon do not matter.
     *
     * @param parameter name of the request's parameter, for the message
     * @throws ServiceException InvalidFormat
     */
    static <F> F find(String parameter, String requested, F[] formats, Function<F, String> mediaType) {
        // a plus that nobody escaped arrives as a space: application/geo+json
        String type =
                requested.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        return Arrays.stream(formats)
                .filter(format -> mediaType.apply(format).equals(type))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Code.INVALID_FORMAT,
                        parameter + " " + RequestParameters.echo(requested) + " is not offered; use one of "
                                + Arrays.stream(formats).map(mediaType).collect(Collectors.joining(", "))));
    }
}
