package io.microscape.ogc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas and DTDs of the OGC, read from the class path instead of schemas.opengis.net. */
public final class OgcSchemas {
    private static final String SCHEMAS = "http://schemas.opengis.net/";
    /** Schemas of the W3C that those of the OGC import. */
    private static final Map<String, String> OF_THE_W3C = Map.of(
            "http://www.w3.org/1999/xlink.xsd", "/schemas/xlink.xsd",
            "http://www.w3.org/2001/xml.xsd", "/schemas/xml.xsd");

    private OgcSchemas() {}

    /** A schema made of the documents at those addresses. */
    public static Schema schema(String... addresses) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver(new ClassPathResolver());
        List<Source> sources = new ArrayList<>();
        for (String address : addresses) {
            sources.add(new StreamSource(open(address), address));
        }
        return factory.newSchema(sources.toArray(Source[]::new));
    }

    /** Parses a document and validates it against the DTD that it declares; every complaint is an error. */
    static Document parseWithDtd(byte[] document) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(open(systemId)));
        builder.setErrorHandler(new Strict());
        return builder.parse(new ByteArrayInputStream(document));
    }

    /** Parses a document without validation. */
    public static Document parse(byte[] document) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder.parse(new ByteArrayInputStream(document));
    }

    private static InputStream open(String address) {
        String resource = OF_THE_W3C.containsKey(address)
                ? OF_THE_W3C.get(address)
                : "/ogc/" + address.substring(SCHEMAS.length());
        InputStream stream = OgcSchemas.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("no such schema on the class path: " + address);
        }
        return stream;
    }

    private static final class ClassPathResolver implements LSResourceResolver {
        private final DOMImplementationLS dom;

        ClassPathResolver() {
            try {
                dom = (DOMImplementationLS) DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .getDOMImplementation()
                        .getFeature("LS", "3.0");
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public LSInput resolveResource(String type, String namespace, String publicId, String systemId, String base) {
            String address = java.net.URI.create(base).resolve(systemId).toString();
            LSInput input = dom.createLSInput();
            input.setByteStream(open(address));
            input.setSystemId(address);
            return input;
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
