package io.microscape.report;

import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.pdf.ITextUserAgent;

/** The report as PDF, A4: the English part and then the Chinese one, with the fonts embedded. */
public final class PdfReport {
    private PdfReport() {}

    /**
     * Writes the report; does not close the stream.
     *
     * @throws InvalidInputException if this machine has no font with Chinese characters; it says what to install
     */
    public static void write(ReportContent content, ReportMaps maps, OutputStream out) throws IOException {
        PdfFonts fonts = PdfFonts.find();
        PdfPictures pictures = new PdfPictures();
        String html = new ReportPage(content, maps).html("print.css", pictures::add);
        ITextOutputDevice device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        ITextFontResolver resolver = new ITextFontResolver();
        fonts.register(resolver);
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
