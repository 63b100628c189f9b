package io.microscape.report;

import io.microscape.statistics.LineFit;
import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Canopy cover against vegetation sink, with the least-squares line and the 95 % confidence band of its mean. */
final class CanopyScatter {
    static final String X = "canopy_cover";
    static final String Y = "vegetation_sink_kg";

    private static final int WIDTH = 470;
    private static final int HEIGHT = 400;
    private static final int STEPS = 60;

    private CanopyScatter() {}

    /** The chart; empty when fewer than three spaces have both values. */
    static Optional<Picture> of(List<AtlasRow> rows, Map<String, AtlasColumn> columns, ReportWords words) {
        double[] x = values(rows, columns.get(X));
        double[] y = values(rows, columns.get(Y));
        return LineFit.of(x, y).map(line -> {
            String xTitle = words.capital(columns.get(X).title());
            String yTitle =
                    words.capital(columns.get(Y).title()) + words.text("unit").formatted(words.text("kg"));
            XYPlot plot = new XYPlot(points(x, y, words), axis(xTitle), axis(yTitle), pointMarks());
            plot.setDataset(1, band(line, x, words));
            plot.setRenderer(1, bandLine());
            plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
            plot.setDomainGridlinePaint(ChartStyle.GRID);
            plot.setRangeGridlinePaint(ChartStyle.GRID);
            plot.setDomainGridlineStroke(ChartStyle.THIN);
            plot.setRangeGridlineStroke(ChartStyle.THIN);
            return new ChartPicture(ChartStyle.chart(plot, true), WIDTH, HEIGHT, words.text("scatter.title"));
        });
    }

    private static double[] values(List<AtlasRow> rows, AtlasColumn column) {
        return rows.stream()
                .mapToDouble(row -> column.valueOf(row) instanceof Number number ? number.doubleValue() : Double.NaN)
                .toArray();
    }

    private static XYSeriesCollection points(double[] x, double[] y, ReportWords words) {
        XYSeries series = new XYSeries(words.text("scatter.points"));
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                series.add(x[i], y[i]);
            }
        }
        return new XYSeriesCollection(series);
    }

    private static YIntervalSeriesCollection band(LineFit line, double[] x, ReportWords words) {
        double least =
                Arrays.stream(x).filter(value -> !Double.isNaN(value)).min().orElseThrow();
        double most =
                Arrays.stream(x).filter(value -> !Double.isNaN(value)).max().orElseThrow();
        YIntervalSeries series = new YIntervalSeries(words.text("scatter.line"));
        for (int step = 0; step <= STEPS; step++) {
            double at = least + (most - least) * step / STEPS;
            double half = line.halfWidthAt(at);
            series.add(at, line.at(at), line.at(at) - half, line.at(at) + half);
        }
        YIntervalSeriesCollection collection = new YIntervalSeriesCollection();
        collection.addSeries(series);
        return collection;
    }

    private static XYLineAndShapeRenderer pointMarks() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
        renderer.setSeriesPaint(0, ChartStyle.VEGETATION);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setSeriesOutlinePaint(0, Color.WHITE);
        renderer.setSeriesOutlineStroke(0, new BasicStroke(1f));
        return renderer;
    }

    private static DeviationRenderer bandLine() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setSeriesPaint(0, ChartStyle.LINE);
        renderer.setSeriesStroke(0, new BasicStroke(2f));
        renderer.setSeriesFillPaint(0, ChartStyle.LINE);
        renderer.setAlpha(0.16f);
        return renderer;
    }

    private static NumberAxis axis(String title) {
        NumberAxis axis = ChartStyle.axis(new NumberAxis(title));
        axis.setAutoRangeIncludesZero(true);
        axis.setLabelFont(ChartStyle.font(Font.PLAIN, 12));
        return axis;
    }
}
