package io.microscape.report;

import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import org.xhtmlrenderer.pdf.ITextRenderer;

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
        ITextRenderer renderer = new ITextRenderer();
        fonts.register(renderer.getFontResolver());
        renderer.getSharedContext().setReplacedElementFactory(pictures.factory(renderer.getOutputDevice()));
        renderer.setDocumentFromString(html);
        renderer.layout();
        renderer.createPDF(out);
    }
}
