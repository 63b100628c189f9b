package io.microscape.portrayal;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureView;
import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.PublishedLayer;
import io.microscape.portrayal.MapImage.StyledLayer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * Draws one layer of a picture. Features stream from the snapshot onto the picture and are not kept; when a style has
 * several feature type styles, each is drawn on a sheet of its own in the same pass and the sheets are laid over each
 * other. Large pictures without labels are drawn as bands of rows, by all cores.
 */
final class LayerDrawing {
    /** A band costs a scan of its own, which pays from so many pixels. */
    private static final int PIXELS_OF_BAND = 1 << 19;

    private final Atlas atlas;
    private final PublishedLayer layer;
    private final FeatureFilter filter;
    private final List<List<PreparedRule>> typeStyles;
    /** Of each feature type style; null where its rules ask for more than one number. */
    private final ClassBreaks[] breaks;

    private final MapFrame frame;
    private final DrawingDeadline deadline;
    private final double reach;
    private final boolean polygons;

    /** @param buffer pixels that features are taken to reach at least */
    LayerDrawing(
            Atlas atlas,
            StyledLayer styled,
            List<List<PreparedRule>> typeStyles,
            MapFrame frame,
            DrawingDeadline deadline,
            double buffer) {
        this.atlas = atlas;
        this.layer = styled.layer();
        this.filter = styled.filter();
        this.typeStyles = typeStyles;
        this.breaks = typeStyles.stream().map(ClassBreaks::of).toArray(ClassBreaks[]::new);
        this.frame = frame;
        this.deadline = deadline;
        double ink = Math.max(buffer, PreparedStyle.reach(typeStyles));
        this.reach = PreparedStyle.hasLabels(typeStyles)
                ? Math.max(ink, LabelPainter.margin(typeStyles, frame.symbolScale()))
                : ink;
        this.polygons = layer.definition().geometry() == GeometryType.POLYGON;
    }

    /**
     * Draws the layer on a picture and gathers its labels.
     *
     * @throws io.microscape.study.InvalidInputException when the deadline passes
     * @throws DrawingAbandonedException when nobody waits for the picture
     */
    void draw(PixelCanvas picture, LabelPainter labels) {
        frame.interpolate(reach);
        List<PixelCanvas> sheets = sheets(picture);
        int bands = PreparedStyle.hasLabels(typeStyles) ? 1 : frame.width() * frame.height() / PIXELS_OF_BAND;
        if (bands < 2) {
            drawBand(sheets, labels);
            return;
        }
        int rows = (frame.height() + bands - 1) / bands;
        IntStream.range(0, bands).parallel().forEach(band -> {
            int first = Math.min(frame.height(), band * rows);
            int end = Math.min(frame.height(), first + rows);
            PixelCanvas canvas = new PixelCanvas(picture.image(), first, end);
            drawBand(
                    sheets.stream()
                            .map(sheet -> sheet == picture ? canvas : new PixelCanvas(sheet.image(), first, end))
                            .toList(),
                    labels);
            canvas.dispose();
        });
    }

    /** @param sheets the same rows of the picture and of what is laid over it */
    private void drawBand(List<PixelCanvas> sheets, LabelPainter labels) {
        PixelCanvas canvas = sheets.get(0);
        int rows = canvas.endRow() - canvas.firstRow();
        Envelope box = frame.lonLatBox(0, canvas.firstRow(), frame.width(), rows, reach);
        ScreenShape shape = new ScreenShape(frame);
        int[] scanned = {0};
        atlas.scan(layer, box, feature -> {
            deadline.checkNowAndThen(scanned[0]++);
            if ((filter == null || filter.takes(feature)) && shape.show(feature, polygons)) {
                draw(feature, shape, sheets, labels);
            }
        });
        for (PixelCanvas sheet : sheets) {
            if (sheet != canvas) {
                sheet.dispose();
                canvas.lay(sheet);
            }
        }
    }

    private void draw(FeatureView feature, ScreenShape shape, List<PixelCanvas> sheets, LabelPainter labels) {
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            if (breaks[sheet] != null) {
                for (PreparedRule rule : breaks[sheet].rules(feature)) {
                    draw(rule, feature, shape, sheets.get(sheet), labels);
                }
                continue;
            }
            List<PreparedRule> rules = typeStyles.get(sheet);
            boolean taken = false;
            for (int i = 0; i < rules.size(); i++) {
                PreparedRule rule = rules.get(i);
                if (!rule.otherwise() && (rule.filter() == null || rule.filter().takes(feature))) {
                    taken = true;
                    draw(rule, feature, shape, sheets.get(sheet), labels);
                }
            }
            for (int i = 0; i < rules.size() && !taken; i++) {
                if (rules.get(i).otherwise()) {
                    draw(rules.get(i), feature, shape, sheets.get(sheet), labels);
                }
            }
        }
    }

    private void draw(
            PreparedRule rule, FeatureView feature, ScreenShape shape, PixelCanvas canvas, LabelPainter labels) {
        rule.paint(canvas, shape, frame, feature);
        for (LabelStyle label : rule.labels()) {
            labels.add(label, shape, feature);
        }
    }

    /** A canvas for each feature type style: the picture itself for the undermost, transparent sheets for the others. */
    private List<PixelCanvas> sheets(PixelCanvas canvas) {
        List<PixelCanvas> sheets = new ArrayList<>();
        sheets.add(canvas);
        for (List<PreparedRule> rules : typeStyles.subList(1, typeStyles.size())) {
            boolean draws = rules.stream().anyMatch(rule -> !rule.painters().isEmpty());
            sheets.add(
                    draws
                            ? new PixelCanvas(
                                    new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_ARGB_PRE))
                            : canvas);
        }
        return sheets;
    }
}
