package io.microscape.portrayal;

import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Elements of a style document, by their local names: SLD 1.0 and SE 1.1 share those, and differ in namespaces. Documents
 * are untrusted: no document type, no external entity, no XInclude.
 */
public final class StyleXml {
    private static final int LARGEST_DOCUMENT = 4 << 20;
    private static final int DEEPEST = 200;

    private StyleXml() {}

    /**
     * Reads a document.
     *
     * @throws InvalidInputException if it is too large, not well-formed or has a document type
     */
    public static Document document(String sld) {
        if (sld.length() > LARGEST_DOCUMENT) {
            throw InvalidInputException.of("SLD", "is larger than 4 MB", "make it smaller");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new InputSource(new StringReader(sld.replaceFirst("^\\uFEFF", ""))));
            checkDepth(document.getDocumentElement());
            return document;
        } catch (SAXException e) {
            throw new InvalidInputException("SLD: is not usable XML (" + e.getMessage() + "); mend the document", e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Readers and filters call themselves for every level. */
    private static void checkDepth(Element root) {
        int depth = 1;
        Node node = root;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > DEEPEST) {
                    throw InvalidInputException.of(
                            "SLD", "has elements more than " + DEEPEST + " deep", "nest them less");
                }
            } else {
                while (node != null && node != root && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == root ? null : node.getNextSibling();
            }
        }
    }

    /** Text of the first child of that name. */
    public static Optional<String> text(Element element, String name) {
        return child(element, name).map(child -> child.getTextContent().strip());
    }

    /** First child of that name. */
    public static Optional<Element> child(Element element, String name) {
        return children(element, name).findFirst();
    }

    /** Children of that name; all of them when it is null. */
    public static Stream<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && (name == null || name.equals(child.getLocalName()))) {
                found.add(child);
            }
        }
        return found.stream();
    }

    /** Elements of that name below one, in the order of the document; not those within one of them. */
    static List<Element> descendants(Element element, String name) {
        List<Element> found = new ArrayList<>();
        children(element, null).forEach(child -> {
            if (child.getLocalName().equals(name)) {
                found.add(child);
            } else {
                found.addAll(descendants(child, name));
            }
        });
        return found;
    }

    /** Where an element stands, for people: {@code rule class1, PointSymbolizer/Graphic/Size}. */
    public static String place(Element element) {
        Deque<String> path = new ArrayDeque<>();
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (one.getLocalName().equals("Rule")) {
                return path.isEmpty() ? rule(one) : rule(one) + ", " + String.join("/", path);
            }
            path.addFirst(one.getLocalName());
        }
        return String.join("/", path);
    }

    /** Its name, else its title, else its number in the feature type style. */
    private static String rule(Element rule) {
        return "rule "
                + text(rule, "Name")
                        .or(() -> text(rule, "Title"))
                        .or(() -> child(rule, "Description").flatMap(description -> text(description, "Title")))
                        .orElseGet(() -> {
                            int number = 1;
                            for (Node node = rule.getPreviousSibling();
                                    node != null;
                                    node = node.getPreviousSibling()) {
                                number += node instanceof Element other
                                                && other.getLocalName().equals("Rule")
                                        ? 1
                                        : 0;
                            }
                            return "number " + number;
                        });
    }

    /** An error of an element. */
    static InvalidInputException mistake(Element element, String problem, String mend) {
        return InvalidInputException.of("SLD, " + place(element), problem, mend);
    }
}
