package io.microscape.portrayal;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Labels that contend for room, thinned before they are laid out: of the features whose middle lies in one small
 * square of the map only the few that rank highest keep theirs, for the others would find no room beside them. So a layer of
 * a million names takes no more memory than the picture has room for. The squares begin at the origin of the coordinate
 * system, not of the picture, so that neighbouring tiles keep the same labels. Not thread-safe.
 */
final class LabelCells<T> {
    /** Standard pixels; two Chinese characters of the usual size are as wide, and three lines as high. */
    private static final double SIDE_PIXELS = 32;

    private static final int KEPT_IN_A_CELL = 4;

    /** Keeps places with round coordinates away from the edges of the squares, where rounding would decide. */
    private static final double SHIFT = 0.2718;

    private final Comparator<T> rank;
    private final Map<Cell, List<Entry<T>>> cells = new HashMap<>();

    private record Cell(long column, long row) {}

    /** The labels of one feature, which rank alike. */
    private record Entry<T>(T rank, List<T> labels) {}

    /** @param rank the higher ranks first */
    LabelCells(Comparator<T> rank) {
        this.rank = rank;
    }

    /** Side of the squares in pixels. */
    static double side(double symbolScale) {
        return SIDE_PIXELS * symbolScale;
    }

    /**
     * Takes the labels of a feature, or leaves them.
     *
     * @param point the middle of the feature, in pixels
     * @param label tells how they rank
     * @param laidOut makes them; not called when they are left
     */
    void add(Point2D point, MapFrame frame, T label, Supplier<List<T>> laidOut) {
        double side = side(frame.symbolScale());
        Cell cell = new Cell((long) Math.floor((point.getX() - frame.originColumn()) / side + SHIFT), (long)
                Math.floor((point.getY() - frame.originRow()) / side + SHIFT));
        List<Entry<T>> entries = cells.computeIfAbsent(cell, key -> new ArrayList<>(KEPT_IN_A_CELL + 1));
        int place = 0;
        while (place < entries.size() && rank.compare(entries.get(place).rank(), label) <= 0) {
            place++;
        }
        if (place == KEPT_IN_A_CELL) {
            return;
        }
        List<T> labels = laidOut.get();
        if (!labels.isEmpty()) {
            entries.add(place, new Entry<>(label, labels));
            if (entries.size() > KEPT_IN_A_CELL) {
                entries.remove(KEPT_IN_A_CELL);
            }
        }
    }

    /** All that were kept. */
    List<T> kept() {
        return cells.values().stream()
                .flatMap(Collection::stream)
                .flatMap(entry -> entry.labels().stream())
                .toList();
    }
}
