package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.crs.CoordinateSystem;
import io.microscape.crs.CoordinateTransform;
import io.microscape.portrayal.LegendLook;
import io.microscape.portrayal.LegendRule;
import io.microscape.portrayal.LegendSubject;
import io.microscape.portrayal.MapImage;
import io.microscape.portrayal.Portrayal;
import io.microscape.study.LocalizedText;
import io.microscape.study.ScaleRange;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Paints polygons red, lines blue and points green, and knows nothing of styles. */
final class FakePortrayal implements Portrayal {
    static final Color POLYGON = new Color(0xC0392B);
    static final Color LINE = new Color(0x2E5FA3);
    static final Color POINT = new Color(0x1E8449);

    private final Atlas atlas;

    FakePortrayal(Atlas atlas) {
        this.atlas = atlas;
    }

    @Override
    public BufferedImage draw(MapImage map) {
        BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        if (!map.transparent()) {
            graphics.setColor(map.background());
            graphics.fillRect(0, 0, map.width(), map.height());
        }
        graphics.setStroke(new BasicStroke(3));
        map.layers()
                .forEach(styled -> atlas.query(styled.layer(), null, feature -> {
                    Geometry pixels = toPixels(map, feature.geometry());
                    switch (pixels.getDimension()) {
                        case 2 -> {
                            graphics.setColor(POLYGON);
                            graphics.fill(new ShapeWriter().toShape(pixels));
                        }
                        case 1 -> {
                            graphics.setColor(LINE);
                            graphics.draw(new ShapeWriter().toShape(pixels));
                        }
                        default -> {
                            graphics.setColor(POINT);
                            Coordinate centre = pixels.getCoordinate();
                            graphics.fillOval((int) centre.x - 4, (int) centre.y - 4, 8, 8);
                        }
                    }
                }));
        graphics.dispose();
        return image;
    }

    @Override
    public List<SnapshotFeature> featuresAt(
            MapImage map, PublishedLayer layer, double column, double row, double tolerance, int limit) {
        Geometry point = new GeometryFactory().createPoint(new Coordinate(column, row));
        List<SnapshotFeature> found = new ArrayList<>();
        atlas.query(layer, null, feature -> {
            if (found.size() < limit && toPixels(map, feature.geometry()).isWithinDistance(point, tolerance)) {
                found.add(feature);
            }
        });
        return found;
    }

    @Override
    public ScaleRange styleScales(PublishedLayer layer, String style) {
        return ScaleRange.ALL;
    }

    @Override
    public LocalizedText styleTitle(MapImage.StyledLayer styled) {
        return new LocalizedText("Style " + styled.style(), "样式 " + styled.style());
    }

    @Override
    public List<LegendRule> legendRules(LegendSubject subject) {
        return List.of();
    }

    @Override
    public BufferedImage legend(LegendSubject subject, LegendLook look) {
        BufferedImage image = new BufferedImage(
                Math.max(look.leastWidth(), look.language() == null ? 120 : 90),
                Math.max(look.leastHeight(), 24),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        if (look.background() != null) {
            graphics.setColor(look.background());
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        graphics.setColor(POLYGON);
        graphics.fillRect(4, 4, 16, 16);
        graphics.dispose();
        return image;
    }

    private static Geometry toPixels(MapImage map, Geometry lonLat) {
        Geometry projected = CoordinateTransform.between(CoordinateSystem.of("CRS:84"), CoordinateSystem.of(map.crs()))
                .apply(lonLat);
        AffineTransformation toPixels = AffineTransformation.translationInstance(
                        -map.box().getMinX(), -map.box().getMaxY())
                .scale(
                        map.width() / map.box().getWidth(),
                        -map.height() / map.box().getHeight());
        return toPixels.transform(projected);
    }
}
