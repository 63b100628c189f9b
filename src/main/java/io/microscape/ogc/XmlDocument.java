package io.microscape.ogc;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document being written: StAX with indentation, and with characters that XML cannot hold replaced by U+FFFD
 * (attribute values come from files of any origin). Elements have either text or elements inside, never both.
 */
public final class XmlDocument {
    private static final String INDENT = "  ";

    /** Written to as text: the JDK's writer breaks surrogate pairs when it encodes by itself. */
    private final StringWriter text = new StringWriter();

    private final XMLStreamWriter writer;
    private int depth;
    private boolean childless;

    /** @param docType document type declaration, or null */
    public XmlDocument(String docType) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            if (docType != null) {
                writer.writeCharacters("\n");
                writer.writeDTD(docType);
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Opens an element. @param attributes names and values by turns; those with a null value are left out */
    public XmlDocument start(String name, String... attributes) {
        try {
            newLine();
            writer.writeStartElement(name);
            writeAttributes(attributes);
            depth++;
            childless = true;
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Closes the element that was opened last. */
    public XmlDocument end() {
        try {
            depth--;
            if (!childless) {
                newLine();
            }
            writer.writeEndElement();
            childless = false;
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** An element without content. @param attributes as in {@link #start} */
    public XmlDocument empty(String name, String... attributes) {
        try {
            newLine();
            writer.writeEmptyElement(name);
            writeAttributes(attributes);
            childless = false;
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** An element with text. @param attributes as in {@link #start} */
    public XmlDocument element(String name, String content, String... attributes) {
        try {
            newLine();
            writer.writeStartElement(name);
            writeAttributes(attributes);
            writer.writeCharacters(legal(content));
            writer.writeEndElement();
            childless = false;
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** An element with text, or nothing if the text is null or blank. */
    public XmlDocument optional(String name, String content) {
        return content == null || content.isBlank() ? this : element(name, content);
    }

    /** Puts in a fragment that is XML already. */
    XmlDocument fragment(String xml) {
        try {
            newLine();
            writer.flush();
            text.write(xml.strip());
            childless = false;
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** The whole document in UTF-8. */
    public byte[] toBytes() {
        try {
            writer.writeEndDocument();
            writer.flush();
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** The text with every character that XML 1.0 forbids replaced by U+FFFD. */
    static String legal(String content) {
        int[] points = content.codePoints()
                .map(point -> isLegal(point) ? point : 0xFFFD)
                .toArray();
        return new String(points, 0, points.length);
    }

    /** Production [2] of XML 1.0. */
    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute(attributes[i], legal(attributes[i + 1]));
            }
        }
    }

    private void newLine() throws XMLStreamException {
        writer.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private static IllegalStateException broken(XMLStreamException cause) {
        return new IllegalStateException("XML cannot be written: " + cause.getMessage(), cause);
    }
}
