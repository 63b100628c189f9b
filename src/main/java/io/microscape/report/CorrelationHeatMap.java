package io.microscape.report;

import io.microscape.statistics.StudyStatistics;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** Pearson's r of every pair of columns, blue for opposed and red for common course, the value in each field. */
final class CorrelationHeatMap {
    private static final int CELL = 47;
    private static final int LABELS = 150;

    /** ColorBrewer RdBu, from −1 to 1; legible with colour-vision deficiency. */
    private static final Color[] COLOURS = {
        new Color(0x2166AC),
        new Color(0x67A9CF),
        new Color(0xD1E5F0),
        new Color(0xF7F7F7),
        new Color(0xFDDBC7),
        new Color(0xEF8A62),
        new Color(0xB2182B)
    };

    private static final Color EMPTY = new Color(0xEEEEEE);

    private CorrelationHeatMap() {}

    static Picture of(StudyStatistics statistics, ReportWords words) {
        List<String> columns = statistics.matrix().columns();
        int n = columns.size();
        String[] titles = columns.stream()
                .map(column -> words.capital(statistics.title(column)))
                .toArray(String[]::new);
        double[][] cells = new double[3][n * n];
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setBlockWidth(0.96);
        renderer.setBlockHeight(0.96);
        renderer.setPaintScale(new RedBlue());
        XYPlot plot = new XYPlot(null, axis(titles), axis(titles), renderer);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                Double r = statistics.matrix().r().get(row).get(column);
                cells[0][row * n + column] = column;
                cells[1][row * n + column] = row;
                cells[2][row * n + column] = r == null ? Double.NaN : r;
                plot.addAnnotation(value(r, column, row));
            }
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("r", cells);
        plot.setDataset(dataset);
        plot.getRangeAxis().setInverted(true);
        ((SymbolAxis) plot.getDomainAxis()).setVerticalTickLabels(true);
        plot.setDomainAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return new ChartPicture(
                ChartStyle.chart(plot, false),
                n * CELL + LABELS,
                n * CELL * 3 / 4 + LABELS,
                words.text("matrix.title"));
    }

    private static SymbolAxis axis(String[] titles) {
        SymbolAxis axis = ChartStyle.axis(new SymbolAxis(null, titles));
        axis.setNumberFormatOverride(null);
        axis.setGridBandsVisible(false);
        axis.setTickLabelPaint(ChartStyle.INK);
        return axis;
    }

    private static XYTextAnnotation value(Double r, int column, int row) {
        XYTextAnnotation text =
                new XYTextAnnotation(Numbers.fixed(r == null ? null : Math.rint(r * 100) / 100 + 0.0, 2), column, row);
        text.setFont(ChartStyle.font(Font.PLAIN, 11));
        text.setPaint(r != null && Math.abs(r) > 0.75 ? Color.WHITE : ChartStyle.INK);
        return text;
    }

    /** From blue by white to red. */
    private static final class RedBlue implements PaintScale {
        @Override
        public double getLowerBound() {
            return -1;
        }

        @Override
        public double getUpperBound() {
            return 1;
        }

        @Override
        public Paint getPaint(double r) {
            if (Double.isNaN(r)) {
                return EMPTY;
            }
            double place = (Math.max(-1, Math.min(1, r)) + 1) / 2 * (COLOURS.length - 1);
            int below = Math.min((int) place, COLOURS.length - 2);
            return between(COLOURS[below], COLOURS[below + 1], place - below);
        }

        private static Color between(Color one, Color other, double share) {
            return new Color(
                    mean(one.getRed(), other.getRed(), share),
                    mean(one.getGreen(), other.getGreen(), share),
                    mean(one.getBlue(), other.getBlue(), share));
        }

        private static int mean(int one, int other, double share) {
            return (int) Math.round(one + (other - one) * share);
        }
    }
}
