package io.microscape.report;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Graphics2D;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.extend.ReplacedElement;
import org.xhtmlrenderer.extend.ReplacedElementFactory;
import org.xhtmlrenderer.extend.UserAgentCallback;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextReplacedElement;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.PageBox;
import org.xhtmlrenderer.render.RenderingContext;
import org.xhtmlrenderer.simple.extend.FormSubmissionListener;

/** Pictures of a page that becomes a PDF: drawn onto it as vectors, their letters as outlines. */
final class PdfPictures implements ReplacedElementFactory {
    private static final String SCHEME = "picture:";

    private final List<Picture> pictures = new ArrayList<>();

    /** Keeps the picture; the markup that stands for it. */
    String add(Picture picture) {
        pictures.add(picture);
        return "<img class=\"%s\" src=\"%s%d\"/>"
                .formatted(picture instanceof MapPicture ? "map" : "chart", SCHEME, pictures.size() - 1);
    }

    /** The picture that stands at the element; null where an element is itself. */
    @Override
    public ReplacedElement createReplacedElement(
            LayoutContext context, BlockBox box, UserAgentCallback agent, int width, int height) {
        Element element = box.getElement();
        String source = element == null ? "" : element.getAttribute("src");
        if (!source.startsWith(SCHEME)) {
            return null;
        }
        Picture picture = pictures.get(Integer.parseInt(source.substring(SCHEME.length())));
        double own = picture.width() * context.getDotsPerPixel();
        double drawn = width > 0 ? width : own;
        return new Drawn(
                picture, (int) Math.round(drawn), (int) Math.round(drawn * picture.height() / picture.width()));
    }

    @Override
    public void reset() {
        // keeps nothing of a layout
    }

    @Override
    public void remove(Element element) {
        // keeps nothing of an element
    }

    @Override
    public void setFormSubmissionListener(FormSubmissionListener listener) {
        // there are no forms
    }

    /** A picture at its size in dots of the output device. */
    private static final class Drawn implements ITextReplacedElement {
        private final Picture picture;
        private final int width;
        private final int height;
        private Point location = new Point();

        Drawn(Picture picture, int width, int height) {
            this.picture = picture;
            this.width = width;
            this.height = height;
        }

        @Override
        public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
            double dots = device.getDotsPerPoint();
            float widthPt = (float) (width / dots);
            float heightPt = (float) (height / dots);
            PdfContentByte canvas = device.getWriter().getDirectContent();
            PdfTemplate template = canvas.createTemplate(widthPt, heightPt);
            Graphics2D graphics = template.createGraphicsShapes(widthPt, heightPt);
            graphics.scale(widthPt / picture.width(), heightPt / picture.height());
            picture.draw(graphics);
            graphics.dispose();
            PageBox page = context.getPage();
            double x = box.getAbsX() + page.getMarginBorderPadding(context, CalculatedStyle.Edge.LEFT);
            double y = page.getBottom()
                    - (box.getAbsY() + height)
                    + page.getMarginBorderPadding(context, CalculatedStyle.Edge.BOTTOM);
            canvas.addTemplate(template, (float) (x / dots), (float) (y / dots));
        }

        @Override
        public int getIntrinsicWidth() {
            return width;
        }

        @Override
        public int getIntrinsicHeight() {
            return height;
        }

        @Override
        public Point getLocation() {
            return location;
        }

        @Override
        public void setLocation(int x, int y) {
            location = new Point(x, y);
        }

        @Override
        public void detach(LayoutContext context) {
            // holds nothing
        }

        @Override
        public boolean isRequiresInteractivePaint() {
            return false;
        }

        @Override
        public boolean hasBaseline() {
            return false;
        }

        @Override
        public int getBaseline() {
            return 0;
        }
    }
}
