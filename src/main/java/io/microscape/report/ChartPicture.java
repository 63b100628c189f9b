package io.microscape.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** A chart at its size. */
record ChartPicture(JFreeChart chart, int width, int height, String description) implements Picture {
    @Override
    public void draw(Graphics2D graphics) {
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
