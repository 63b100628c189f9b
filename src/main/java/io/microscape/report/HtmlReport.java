package io.microscape.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** The report as one HTML file: charts as SVG, maps as PNG within it, no script, nothing from elsewhere. */
public final class HtmlReport {
    private HtmlReport() {}

    /** Writes the report in UTF-8; does not close the stream. */
    public static void write(ReportContent content, ReportMaps maps, OutputStream out) throws IOException {
        SvgPictures svg = new SvgPictures();
        String html = new ReportPage(content, maps)
                .html("screen.css", picture -> picture instanceof MapPicture map ? png(map) : svg.svg(picture));
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String png(MapPicture map) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(map.image(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "<img width=\"%d\" height=\"%d\" alt=\"%s\" src=\"data:image/png;base64,%s\"/>"
                .formatted(
                        map.width(),
                        map.height(),
                        com.samskivert.mustache.Escapers.HTML.escape(map.description()),
                        Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }
}
