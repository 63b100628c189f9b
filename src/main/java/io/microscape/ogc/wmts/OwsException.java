package io.microscape.ogc.wmts;

/** A request that cannot be answered: a message for the person, code and locator for the program (OGC 06-121r3, 8). */
final class OwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String locator;

    /** @param locator name of the parameter that is to blame; null if none is */
    OwsException(Code code, String locator, String message) {
        super(message);
        this.code = code;
        this.locator = locator;
    }

    static OwsException missing(String parameter) {
        return new OwsException(Code.MISSING_PARAMETER_VALUE, parameter, parameter + " is missing");
    }

    static OwsException invalid(String parameter, String message) {
        return new OwsException(Code.INVALID_PARAMETER_VALUE, parameter, message);
    }

    Code code() {
        return code;
    }

    String locator() {
        return locator;
    }

    /** Codes with their HTTP status (OGC 06-121r3 table 25 and 28, OGC 07-057r7 tables 23, 26 and 31). */
    enum Code {
        MISSING_PARAMETER_VALUE("MissingParameterValue", 400),
        INVALID_PARAMETER_VALUE("InvalidParameterValue", 400),
        OPERATION_NOT_SUPPORTED("OperationNotSupported", 501),
        VERSION_NEGOTIATION_FAILED("VersionNegotiationFailed", 400),
        INVALID_UPDATE_SEQUENCE("InvalidUpdateSequence", 400),
        TILE_OUT_OF_RANGE("TileOutOfRange", 400),
        POINT_IJ_OUT_OF_RANGE("PointIJOutOfRange", 400),
        NO_APPLICABLE_CODE("NoApplicableCode", 500);

        private final String text;
        private final int status;

        Code(String text, int status) {
            this.text = text;
            this.status = status;
        }

        String text() {
            return text;
        }

        int status() {
            return status;
        }
    }
}
