package io.microscape.ogc;

import io.microscape.portrayal.StyleXml;
import io.microscape.study.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.XmlStreamReader;
import org.w3c.dom.Element;

/**
 * The parameters of a request that is posted: a form, a style sheet whose other parameters stand in the address, or the XML
 * of a GetMap.
 */
final class PostedRequest {
    private static final Pattern XML = Pattern.compile("^\\uFEFF?\\s*<", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_START = 200;

    private PostedRequest() {}

    /**
     * Reads a request.
     *
     * @param query what stands behind the question mark of the address; null for none
     * @param contentType media type of the body, which may name its charset; may be null
     * @param longest most bytes of the body
     * @throws ServiceException if the body is larger, or is none of what can be read
     */
    static RequestParameters read(String query, String contentType, InputStream body, int longest) throws IOException {
        byte[] bytes = body.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw new ServiceException("the request is larger than the " + longest + " bytes that this service reads");
        }
        String xml = xml(bytes, contentType);
        if (!XML.matcher(xml.substring(0, Math.min(LONGEST_START, xml.length())))
                .find()) {
            String form = new String(bytes, StandardCharsets.US_ASCII);
            return RequestParameters.parse((query == null ? "" : query + "&") + form);
        }
        return ofXml(RequestParameters.parse(query), xml);
    }

    private static RequestParameters ofXml(RequestParameters parameters, String xml) {
        Element root;
        try {
            root = StyleXml.document(xml).getDocumentElement();
        } catch (InvalidInputException e) {
            throw new ServiceException(e.headline(), e);
        }
        return switch (String.valueOf(root.getLocalName())) {
            case "StyledLayerDescriptor" -> parameters.with("SLD_BODY", xml);
            case "GetMap" -> GetMapDocument.parameters(parameters, root);
            default ->
                throw new ServiceException(
                        "the posted document begins with " + RequestParameters.echo(root.getNodeName())
                                + "; post a form, a StyledLayerDescriptor or a GetMap");
        };
    }

    /** The text of a document in the charset of its type, its mark or its declaration. */
    private static String xml(byte[] bytes, String contentType) throws IOException {
        try (XmlStreamReader reader = new XmlStreamReader(
                new ByteArrayInputStream(bytes), contentType, true, StandardCharsets.UTF_8.name())) {
            return IOUtils.toString(reader);
        } catch (IllegalArgumentException unknownCharset) {
            throw new ServiceException("the posted document is in a charset that is not known: "
                    + RequestParameters.echo(String.valueOf(contentType)));
        }
    }
}
