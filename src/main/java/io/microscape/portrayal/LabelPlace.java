package io.microscape.portrayal;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A place that a label can have on a picture.
 *
 * @param outline its letters
 * @param rooms rectangles that it takes up, a line or a letter each
 * @param bounds all of them
 */
record LabelPlace(Shape outline, List<Rectangle2D> rooms, Rectangle2D bounds) {
    /** The place of letters that take up those rectangles, and some pixels around them. */
    static LabelPlace of(Shape outline, List<Rectangle2D> letters, double around) {
        List<Rectangle2D> rooms = letters.stream()
                .<Rectangle2D>map(letter -> new Rectangle2D.Double(
                        letter.getX() - around,
                        letter.getY() - around,
                        letter.getWidth() + 2 * around,
                        letter.getHeight() + 2 * around))
                .toList();
        Rectangle2D bounds = rooms.stream().reduce(Rectangle2D::createUnion).orElseGet(Rectangle2D.Double::new);
        return new LabelPlace(outline, rooms, bounds);
    }

    /** Whether it wants room that the other has. */
    boolean overlaps(LabelPlace other) {
        return bounds.intersects(other.bounds)
                && rooms.stream().anyMatch(room -> other.rooms.stream().anyMatch(room::intersects));
    }

    /** Pixels between the middles of both. */
    double distance(LabelPlace other) {
        return Math.hypot(
                bounds.getCenterX() - other.bounds.getCenterX(), bounds.getCenterY() - other.bounds.getCenterY());
    }

    /** The bounds, and everything within a distance of the middle. */
    Envelope neighbourhood(double distance) {
        Envelope box = new Envelope(bounds.getMinX(), bounds.getMaxX(), bounds.getMinY(), bounds.getMaxY());
        box.expandToInclude(bounds.getCenterX() - distance, bounds.getCenterY() - distance);
        box.expandToInclude(bounds.getCenterX() + distance, bounds.getCenterY() + distance);
        return box;
    }
}
