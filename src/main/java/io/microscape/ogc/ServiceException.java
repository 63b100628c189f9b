package io.microscape.ogc;

/**
 * A request that cannot be answered, as the client is told of it: a message for the person and, where the standard has
 * one, a code for the program.
 */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    ServiceException(String message) {
        this(Code.NONE, message);
    }

    ServiceException(String message, Throwable cause) {
        super(message, cause);
        this.code = Code.NONE;
    }

    ServiceException(Code code, String message) {
        super(message);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** Codes of OGC 06-042 table E.1 and OGC 01-068r3 table A.1; a problem outside the table has none. */
    enum Code {
        NONE(null),
        INVALID_FORMAT("InvalidFormat"),
        INVALID_CRS("InvalidCRS"),
        LAYER_NOT_DEFINED("LayerNotDefined"),
        STYLE_NOT_DEFINED("StyleNotDefined"),
        LAYER_NOT_QUERYABLE("LayerNotQueryable"),
        INVALID_POINT("InvalidPoint"),
        MISSING_DIMENSION_VALUE("MissingDimensionValue"),
        INVALID_DIMENSION_VALUE("InvalidDimensionValue"),
        CURRENT_UPDATE_SEQUENCE("CurrentUpdateSequence"),
        INVALID_UPDATE_SEQUENCE("InvalidUpdateSequence"),
        /** A vendor parameter that cannot be used; the code is that of OWS Common. */
        INVALID_PARAMETER_VALUE("InvalidParameterValue"),
        OPERATION_NOT_SUPPORTED("OperationNotSupported");

        private final String name;

        Code(String name) {
            this.name = name;
        }

        /** The code as the version spells it; null where there is none. */
        String name(WmsVersion version) {
            return this == INVALID_CRS && version == WmsVersion.V1_1_1 ? "InvalidSRS" : name;
        }
    }
}
