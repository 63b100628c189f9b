package io.microscape.ogc;

/** How a client wants to be told of a problem. */
enum ExceptionFormat {
    XML,
    INIMAGE,
    BLANK;

    /**
     * The format of that name: XML, INIMAGE and BLANK of 1.3.0, or the media types of 1.1.1; XML if null.
     *
     * @throws ServiceException InvalidFormat
     */
    static ExceptionFormat of(String requested) {
        if (requested == null) {
            return XML;
        }
        return switch (requested) {
            case "XML", "text/xml", "application/vnd.ogc.se_xml" -> XML;
            case "INIMAGE", "application/vnd.ogc.se_inimage" -> INIMAGE;
            case "BLANK", "application/vnd.ogc.se_blank" -> BLANK;
            default ->
                throw new ServiceException(
                        ServiceException.Code.INVALID_FORMAT,
                        "EXCEPTIONS " + RequestParameters.echo(requested)
                                + " is not offered; use XML, INIMAGE or BLANK");
        };
    }

    /** The name by which a version's capabilities offer it. */
    String name(WmsVersion version) {
        return switch (this) {
            case XML -> version == WmsVersion.V1_3_0 ? "XML" : "application/vnd.ogc.se_xml";
            case INIMAGE -> version == WmsVersion.V1_3_0 ? "INIMAGE" : "application/vnd.ogc.se_inimage";
            case BLANK -> version == WmsVersion.V1_3_0 ? "BLANK" : "application/vnd.ogc.se_blank";
        };
    }
}
