package io.microscape.ogc;

import io.microscape.portrayal.StyleXml;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/**
 * A GetMap request as an XML document, of WMS 1.3.0 (OGC 05-078r4, GetMap.xsd) or as servers of WMS 1.1.1 take it. It says
 * the same as parameters do, and is answered as those.
 */
final class GetMapDocument {
    /** "EPSG:4490", or an address or name that ends in authority and number. */
    private static final Pattern CODE = Pattern.compile("(?i)(?:.*\\b)?(EPSG|CRS)\\b\\D*(\\d+)");

    private final List<String[]> found = new ArrayList<>();
    private final boolean modern;

    private GetMapDocument(boolean modern) {
        this.modern = modern;
    }

    /**
     * The parameters that a document stands for, and those that came with it.
     *
     * @throws ServiceException if it has an element that is not known
     */
    static RequestParameters parameters(RequestParameters given, Element root) {
        boolean modern = !root.getAttribute("version").startsWith("1.1")
                && StyleXml.child(root, "BoundingBox")
                        .filter(box -> StyleXml.child(box, "LowerCorner").isPresent())
                        .isPresent();
        GetMapDocument document = new GetMapDocument(modern);
        StyleXml.children(root, null).forEach(document::read);
        document.found("SERVICE", "WMS");
        document.found("REQUEST", "GetMap");
        document.found("VERSION", modern ? "1.3.0" : "1.1.1");
        RequestParameters parameters = given;
        for (String[] pair : document.found) {
            parameters = parameters.with(pair[0], pair[1]);
        }
        return parameters;
    }

    private void read(Element element) {
        switch (element.getLocalName()) {
            case "StyledLayerDescriptor" -> found("SLD_BODY", text(element));
            case "CRS", "SRS" -> crs(element.getTextContent());
            case "BoundingBox" -> box(element);
            case "Output" -> StyleXml.children(element, null).forEach(this::readOutput);
            case "Exceptions" -> found("EXCEPTIONS", element.getTextContent());
            case "Time" -> found("TIME", element.getTextContent());
            case "Elevation" -> found("ELEVATION", elevation(element));
            default -> throw unknown(element);
        }
    }

    private void readOutput(Element element) {
        switch (element.getLocalName()) {
            case "Format" -> found("FORMAT", element.getTextContent());
            case "Transparent" ->
                found("TRANSPARENT", element.getTextContent().strip().matches("1|true|TRUE") ? "TRUE" : "FALSE");
            case "BGcolor", "BGColor" -> found("BGCOLOR", element.getTextContent());
            case "Size" -> {
                StyleXml.text(element, "Width").ifPresent(width -> found("WIDTH", width));
                StyleXml.text(element, "Height").ifPresent(height -> found("HEIGHT", height));
            }
            default -> throw unknown(element);
        }
    }

    /** Corners of OWS in the order of the CRS, or coordinates of GML with x first. */
    private void box(Element element) {
        String numbers = StyleXml.children(element, null)
                .flatMap(child ->
                        child.getLocalName().equals("coord") ? StyleXml.children(child, null) : Stream.of(child))
                .map(child -> child.getTextContent().strip().replaceAll("[\\s,]+", ","))
                .collect(Collectors.joining(","));
        found("BBOX", numbers);
        String crs = element.getAttribute("srsName") + element.getAttribute("crs");
        if (!crs.isEmpty()) {
            crs(crs);
        }
    }

    private void crs(String value) {
        Matcher code = CODE.matcher(value.strip());
        found(
                modern ? "CRS" : "SRS",
                code.matches() ? code.group(1).toUpperCase(Locale.ROOT) + ":" + code.group(2) : value);
    }

    private static String elevation(Element element) {
        return StyleXml.child(element, "Interval")
                .map(interval -> StyleXml.text(interval, "Min").orElse("") + "/"
                        + StyleXml.text(interval, "Max").orElse(""))
                .orElseGet(() -> StyleXml.children(element, "Value")
                        .map(value -> value.getTextContent().strip())
                        .collect(Collectors.joining(",")));
    }

    private void found(String name, String value) {
        found.add(new String[] {name, value.strip()});
    }

    private static ServiceException unknown(Element element) {
        return new ServiceException("the posted GetMap has an element that is not known: "
                + RequestParameters.echo(StyleXml.place(element)));
    }

    private static String text(Element element) {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(element), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document that was read can be written", e);
        }
    }
}
