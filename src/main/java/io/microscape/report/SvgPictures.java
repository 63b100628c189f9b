package io.microscape.report;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures as SVG elements within one HTML page: their ids differ from picture to picture. */
final class SvgPictures {
    private int pictures;

    /** The picture as an element that grows and shrinks with the page. */
    String svg(Picture picture) {
        Document document = newDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setIDGenerator(new PrefixedIds("p" + ++pictures + "-"));
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
        picture.draw(graphics);
        Element root = graphics.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + picture.width() + " " + picture.height());
        root.setAttributeNS(null, "role", "img");
        root.setAttributeNS(null, "aria-label", picture.description());
        StringWriter writer = new StringWriter();
        try {
            graphics.stream(root, writer, false, false);
            String text = writer.toString();
            // within a page there is neither an XML declaration nor a document type
            return text.substring(text.indexOf("<svg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java runtime makes plain documents", e);
        }
    }

    private static final class PrefixedIds extends SVGIDGenerator {
        private final String prefix;

        PrefixedIds(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String generateID(String kind) {
            return prefix + super.generateID(kind);
        }
    }
}
