package io.microscape.ogc;

import io.microscape.portrayal.DrawingAbandonedException;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.List;

/**
 * The report of a problem in the form the client asked for: an XML report (OGC 06-042 annex E.2, OGC 01-068r3 annex
 * A.3), or for GetMap a picture with the message in it or an empty one. A picture needs a format and a size: when those
 * are the problem, the report is XML.
 */
final class ExceptionReport {
    private static final String DTD =
            "<!DOCTYPE ServiceExceptionReport SYSTEM \"http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd\">";
    private static final int MARGIN = 8;

    private final RequestParameters parameters;
    private final WmsVersion version;
    private final WmsSettings settings;
    private final DrawingMemory memory;

    ExceptionReport(RequestParameters parameters, WmsSettings settings, DrawingMemory memory) {
        this.parameters = parameters;
        this.version = WmsVersion.ofReport(parameters.readableText("VERSION"));
        this.settings = settings;
        this.memory = memory;
    }

    /** @param status HTTP status: 200 for what the standard calls a service exception, 500 for a fault of ours */
    WmsResponse of(ServiceException problem, int status) {
        WmsResponse answer = isMapRequest() ? inWantedForm(problem) : xml(problem);
        return new WmsResponse(status, answer.contentType(), answer.body(), null, List.of());
    }

    private boolean isMapRequest() {
        return "GetMap".equals(parameters.readableText("REQUEST"));
    }

    private WmsResponse inWantedForm(ServiceException problem) {
        try {
            ExceptionFormat form = ExceptionFormat.of(parameters.text("EXCEPTIONS"));
            return form == ExceptionFormat.XML ? xml(problem) : picture(problem, form);
        } catch (ServiceException | ServiceBusyException | DrawingAbandonedException noPicturePossible) {
            return xml(problem);
        }
    }

    private WmsResponse xml(ServiceException problem) {
        boolean modern = version == WmsVersion.V1_3_0;
        XmlDocument document = new XmlDocument(modern ? null : DTD);
        if (modern) {
            document.start(
                    "ServiceExceptionReport",
                    "version",
                    "1.3.0",
                    "xmlns",
                    "http://www.opengis.net/ogc",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://www.opengis.net/ogc http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
        } else {
            document.start("ServiceExceptionReport", "version", "1.1.1");
        }
        document.element(
                        "ServiceException",
                        problem.getMessage(),
                        "code",
                        problem.code().name(version))
                .end();
        String type = modern ? "text/xml;charset=UTF-8" : "application/vnd.ogc.se_xml;charset=UTF-8";
        return WmsResponse.of(type, document.toBytes());
    }

    private WmsResponse picture(ServiceException problem, ExceptionFormat form) {
        ImageFormat format = ImageFormat.of(parameters.required("FORMAT"));
        int width = parameters.integer("WIDTH", parameters.required("WIDTH"), 1, settings.maxWidth());
        int height = parameters.integer("HEIGHT", parameters.required("HEIGHT"), 1, settings.maxHeight());
        if ((long) width * height > settings.maxPixels()) {
            return xml(problem);
        }
        return memory.with(
                (long) Integer.BYTES * width * height + format.bytesToEncode(width, height),
                () -> WmsResponse.of(format.mimeType(), format.encode(drawn(problem, form, format, width, height))));
    }

    private BufferedImage drawn(
            ServiceException problem, ExceptionFormat form, ImageFormat format, int width, int height) {
        boolean transparent = format.transparency() && parameters.flag("TRANSPARENT");
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        Color background = new MapParameters(parameters, version, null, settings, null).background();
        graphics.setColor(transparent ? new Color(0, true) : background);
        graphics.fillRect(0, 0, width, height);
        if (form == ExceptionFormat.INIMAGE) {
            graphics.setColor(contrasting(background));
            write(problem.getMessage(), graphics, width);
        }
        graphics.dispose();
        return image;
    }

    private static void write(String message, Graphics2D graphics, int width) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        AttributedString text = new AttributedString(message);
        text.addAttribute(TextAttribute.FONT, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        FontRenderContext context = graphics.getFontRenderContext();
        LineBreakMeasurer lines = new LineBreakMeasurer(text.getIterator(), context);
        float y = MARGIN;
        while (lines.getPosition() < message.length()) {
            TextLayout line = lines.nextLayout(Math.max(1, width - 2 * MARGIN));
            y += line.getAscent();
            line.draw(graphics, MARGIN, y);
            y += line.getDescent() + line.getLeading();
        }
    }

    private static Color contrasting(Color background) {
        int brightness = (299 * background.getRed() + 587 * background.getGreen() + 114 * background.getBlue()) / 1000;
        return brightness < 128 ? Color.WHITE : Color.BLACK;
    }
}
