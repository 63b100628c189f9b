package io.microscape.report;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasRow;
import io.microscape.study.CarbonAccount;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;

/** Sinks up and emissions down, stacked for each space, with a mark at the net. */
final class AccountBars {
    /** Most spaces in one chart: the ends of the order when there are more. */
    static final int MOST = 40;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 430;
    private static final int SHORT_LABEL = 3;

    private static final Map<String, Color> STAGES = stages();

    private AccountBars() {}

    /** The spaces shown, by falling net: all, or the greatest and the least ones. */
    static List<AtlasRow> shown(List<AtlasRow> rows) {
        List<AtlasRow> known = rows.stream()
                .filter(row -> row.carbon().netCarbonKg() != null)
                .sorted(Comparator.comparingDouble(
                                (AtlasRow row) -> row.carbon().netCarbonKg())
                        .reversed())
                .toList();
        if (known.size() <= MOST) {
            return known;
        }
        List<AtlasRow> ends = new ArrayList<>(known.subList(0, MOST / 2));
        ends.addAll(known.subList(known.size() - MOST / 2, known.size()));
        return ends;
    }

    static Picture of(List<AtlasRow> shown, Map<String, AtlasColumn> columns, ReportWords words) {
        DefaultCategoryDataset stages = new DefaultCategoryDataset();
        DefaultCategoryDataset net = new DefaultCategoryDataset();
        String language = words.language();
        for (AtlasRow row : shown) {
            String code = row.space().code();
            STAGES.keySet().forEach(column -> {
                Double kg = (Double) columns.get(column).valueOf(row);
                double sign = column.endsWith("_emission_kg") ? -1 : 1;
                stages.addValue(
                        kg == null ? null : sign * kg,
                        columns.get(column).title().in(language),
                        code);
            });
            CarbonAccount account = row.carbon();
            net.addValue(
                    account.netCarbonKg(), columns.get("net_carbon_kg").title().in(language), code);
        }
        CategoryPlot plot = new CategoryPlot(stages, categories(shown), values(words), bars());
        plot.setDataset(1, net);
        plot.setRenderer(1, netMarks());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        plot.setRangeGridlineStroke(ChartStyle.THIN);
        plot.addRangeMarker(new ValueMarker(0, ChartStyle.FAINT_INK, new BasicStroke(1f)), Layer.BACKGROUND);
        return new ChartPicture(ChartStyle.chart(plot, true), WIDTH, HEIGHT, words.text("bars.title"));
    }

    private static CategoryAxis categories(List<AtlasRow> shown) {
        CategoryAxis axis = ChartStyle.axis(new CategoryAxis());
        axis.setCategoryMargin(shown.size() > 12 ? 0.25 : 0.5);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setAxisLineVisible(false);
        if (shown.stream().anyMatch(row -> row.space().code().length() > SHORT_LABEL)) {
            axis.setCategoryLabelPositions(CategoryLabelPositions.UP_90);
        }
        axis.setMaximumCategoryLabelWidthRatio(4f);
        return axis;
    }

    private static NumberAxis values(ReportWords words) {
        NumberAxis axis = ChartStyle.axis(new NumberAxis(words.text("kg")));
        axis.setUpperMargin(0.06);
        axis.setLowerMargin(0.06);
        return axis;
    }

    private static StackedBarRenderer bars() {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.06);
        int series = 0;
        for (Color color : STAGES.values()) {
            renderer.setSeriesPaint(series++, color);
        }
        return renderer;
    }

    private static LineAndShapeRenderer netMarks() {
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(false, true);
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -5.5);
        diamond.lineTo(4.5, 0);
        diamond.lineTo(0, 5.5);
        diamond.lineTo(-4.5, 0);
        diamond.closePath();
        renderer.setSeriesShape(0, diamond);
        renderer.setSeriesPaint(0, ChartStyle.NET);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setSeriesOutlinePaint(0, Color.WHITE);
        renderer.setSeriesOutlineStroke(0, new BasicStroke(1.2f));
        return renderer;
    }

    private static Map<String, Color> stages() {
        Map<String, Color> stages = new LinkedHashMap<>();
        stages.put("vegetation_sink_kg", ChartStyle.VEGETATION);
        stages.put("soil_sink_kg", ChartStyle.SOIL);
        stages.put("material_emission_kg", ChartStyle.MATERIAL);
        stages.put("construction_emission_kg", ChartStyle.CONSTRUCTION);
        stages.put("operation_emission_kg", ChartStyle.OPERATION);
        return stages;
    }
}
