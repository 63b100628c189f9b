package io.microscape.report;

import io.microscape.portrayal.MapFonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.RenderingHints;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How charts look: quiet axes, and the palette of M. Okabe and K. Ito, whose colours are told apart with every kind of colour
 * vision.
 */
final class ChartStyle {
    static final Color VEGETATION = new Color(0x009E73);
    static final Color SOIL = new Color(0x56B4E9);
    static final Color MATERIAL = new Color(0xD55E00);
    static final Color CONSTRUCTION = new Color(0x8C510A);
    static final Color OPERATION = new Color(0xE69F00);
    static final Color NET = new Color(0x1A1A1A);
    static final Color INK = new Color(0x24292F);
    static final Color FAINT_INK = new Color(0x57606A);
    static final Color GRID = new Color(0xE3E6EA);
    static final Color BAND = new Color(0, 114, 178, 46);
    static final Color LINE = new Color(0x0072B2);

    static final BasicStroke THIN = new BasicStroke(0.8f);

    private static final String SAMPLE = "碳汇 net ρ m²";

    private ChartStyle() {}

    static Font font(int style, double pixels) {
        return MapFonts.font(MapFonts.BILINGUAL, style, pixels, SAMPLE);
    }

    /** The chart without frame, on white. */
    static JFreeChart chart(Plot plot, boolean legend) {
        JFreeChart chart = new JFreeChart(null, font(Font.BOLD, 14), plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        // lines keep their exact places: snapped to pixels, a slope has steps
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.setPadding(new RectangleInsets(4, 4, 4, 8));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        if (legend) {
            chart.getLegend().setItemFont(font(Font.PLAIN, 12));
            chart.getLegend().setItemPaint(INK);
            chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
            chart.getLegend().setBackgroundPaint(Color.WHITE);
            chart.getLegend().setPosition(org.jfree.chart.ui.RectangleEdge.TOP);
        }
        return chart;
    }

    static <A extends Axis> A axis(A axis) {
        axis.setLabelFont(font(Font.PLAIN, 12));
        axis.setTickLabelFont(font(Font.PLAIN, 11));
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint((Paint) FAINT_INK);
        axis.setAxisLinePaint(FAINT_INK);
        axis.setTickMarksVisible(false);
        if (axis instanceof ValueAxis value) {
            value.setAxisLineVisible(false);
        }
        if (axis instanceof NumberAxis number) {
            number.setNumberFormatOverride(Numbers.ofAxis());
        }
        return axis;
    }
}
