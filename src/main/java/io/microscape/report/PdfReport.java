package io.microscape.report;

import com.lowagie.text.pdf.BaseFont;
import io.microscape.portrayal.ShippedFont;
import java.io.IOException;
import java.io.OutputStream;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.pdf.ITextUserAgent;

/** The report as PDF, A4: the English part and then the Chinese one, with the fonts embedded. */
public final class PdfReport {
    /** What print.css calls the fonts. */
    private static final String FONT_FAMILY = "Report";

    private PdfReport() {}

    /** Writes the report; does not close the stream. */
    public static void write(ReportContent content, ReportMaps maps, OutputStream out) throws IOException {
        PdfPictures pictures = new PdfPictures();
        String html = new ReportPage(content, maps).html("print.css", pictures::add);
        ITextOutputDevice device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        ITextFontResolver resolver = new ITextFontResolver();
        for (ShippedFont font : ShippedFont.values()) {
            resolver.addFont(font.file().toString(), FONT_FAMILY, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, null);
        }
        ITextRenderer renderer = new ITextRenderer(
                ITextRenderer.DEFAULT_DOTS_PER_POINT,
                ITextRenderer.DEFAULT_DOTS_PER_PIXEL,
                device,
                new ITextUserAgent(device, ITextRenderer.DEFAULT_DOTS_PER_PIXEL),
                resolver,
                pictures,
                new ITextTextRenderer());
        renderer.setDocumentFromString(html);
        renderer.layout();
        renderer.createPDF(out);
    }
}
