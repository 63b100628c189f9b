package io.microscape.report;

import io.microscape.report.ReportContent.CumulativeNet;
import io.microscape.study.AtlasRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Net carbon of spaces from the year they were built, summed up year by year: where a line crosses zero, sinks have made up. */
final class NetCurves {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 360;
    private static final BasicStroke STROKE = new BasicStroke(1.4f);

    private final List<CumulativeNet> curves;
    private final ReportWords words;

    NetCurves(List<CumulativeNet> curves, ReportWords words) {
        this.curves = curves;
        this.words = words;
    }

    /** The curves of those spaces; empty when none of them has one. */
    Optional<Picture> picture(List<AtlasRow> shown) {
        Set<String> codes = shown.stream().map(row -> row.space().code()).collect(Collectors.toSet());
        XYSeriesCollection series = new XYSeriesCollection();
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        for (CumulativeNet curve : curves) {
            if (codes.contains(curve.code())) {
                lines.setSeriesPaint(series.getSeriesCount(), color(curve));
                lines.setSeriesStroke(series.getSeriesCount(), STROKE);
                series.addSeries(series(curve));
            }
        }
        if (series.getSeriesCount() == 0) {
            return Optional.empty();
        }
        XYPlot plot = new XYPlot(series, yearAxis(), ChartStyle.axis(new NumberAxis(words.text("curves.kg"))), lines);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        plot.setRangeGridlineStroke(ChartStyle.THIN);
        plot.setDomainGridlinesVisible(false);
        plot.addRangeMarker(new ValueMarker(0, ChartStyle.FAINT_INK, new BasicStroke(1f)), Layer.BACKGROUND);
        LegendItemCollection legend = new LegendItemCollection();
        legend.add(item("curves.positive", ChartStyle.VEGETATION));
        legend.add(item("curves.negative", ChartStyle.MATERIAL));
        plot.setFixedLegendItems(legend);
        return Optional.of(new ChartPicture(ChartStyle.chart(plot, true), WIDTH, HEIGHT, words.text("curves.title")));
    }

    /** How many of all spaces end above zero, and from when on. */
    String caption() {
        int[] years = curves.stream()
                .flatMapToInt(curve -> curve.positiveFromYear().stream())
                .sorted()
                .toArray();
        return years.length == 0
                ? words.text("curves.none").formatted(curves.size())
                : words.text("curves.some")
                        .formatted(curves.size(), years.length, years[0], years[(years.length - 1) / 2]);
    }

    private static XYSeries series(CumulativeNet curve) {
        XYSeries series = new XYSeries(curve.code());
        for (int year = 0; year < curve.kgByYear().length; year++) {
            series.add(year, curve.kgByYear()[year]);
        }
        return series;
    }

    private static Color color(CumulativeNet curve) {
        return curve.positiveFromYear().isPresent() ? ChartStyle.VEGETATION : ChartStyle.MATERIAL;
    }

    private NumberAxis yearAxis() {
        NumberAxis axis = ChartStyle.axis(new NumberAxis(words.text("curves.year")));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        return axis;
    }

    private LegendItem item(String text, Color color) {
        return new LegendItem(words.text(text), null, null, null, new Line2D.Double(0, 0, 18, 0), STROKE, color);
    }
}
