package io.microscape.ogc;

import java.util.Arrays;
import java.util.Locale;

/**
 * The density of a client's screen or printer, which it gives as DPI, MAP_RESOLUTION or FORMAT_OPTIONS=dpi:N: symbols and
 * scale denominators are for pixels of 0.28 mm, on finer ones symbols take more of them.
 */
final class PixelDensity {
    private static final double INCH_MM = 25.4;
    private static final double STANDARD_PIXEL_MM = 0.28;
    private static final String OPTION = "dpi:";
    private static final int LEAST = 20;
    private static final int MOST = 1200;

    private PixelDensity() {}

    /**
     * Pixels of the client for one of 0.28 mm; 1 when it does not give its density.
     *
     * @throws ServiceException if the density is no number from 20 to 1200
     */
    static double of(RequestParameters parameters) {
        return of(parameters, null);
    }

    /**
     * As {@link #of(RequestParameters)}.
     *
     * @param otherwise the density where those parameters do not give it; may be null
     */
    static double of(RequestParameters parameters, String otherwise) {
        String dpi = parameters.firstText("DPI", "MAP_RESOLUTION");
        if (dpi == null) {
            dpi = Arrays.stream(parameters.text("FORMAT_OPTIONS", "").split(";"))
                    .filter(option -> option.strip().toLowerCase(Locale.ROOT).startsWith(OPTION))
                    .map(option -> option.strip().substring(OPTION.length()))
                    .findFirst()
                    .orElse(otherwise);
        }
        if (dpi == null) {
            return 1;
        }
        double density = RequestParameters.number("DPI", dpi);
        if (!(density >= LEAST && density <= MOST)) {
            throw new ServiceException(
                    ServiceException.Code.INVALID_PARAMETER_VALUE,
                    "DPI must be from " + LEAST + " to " + MOST + ", not " + RequestParameters.echo(dpi));
        }
        return density * STANDARD_PIXEL_MM / INCH_MM;
    }
}
