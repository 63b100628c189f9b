package io.microscape.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * A street that winds about a straight line, and places beside it: (s, t) is the point s along the line and t off the
 * street, to its left where t is positive. The plan of a community has axes of its own, turned and moved by its frame.
 *
 * @param eastward whether it runs along x, else along y
 * @param offset place of its line on the other axis
 * @param bend amplitude of its winding
 * @param phase where its winding starts, radians
 * @param frame where the plan of the community lies
 */
record Street(String name, String highway, boolean eastward, double offset, double bend, double phase, Frame frame) {
    private static final double WAVE_LENGTH = 420;
    private static final double STEP = 12;

    /** Axes of a community's plan in the metric CRS: origin and angle of the x axis, radians. */
    record Frame(double x, double y, double angle) {
        Coordinate metric(Coordinate plan) {
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            return new Coordinate(x + plan.x * cosine - plan.y * sine, y + plan.x * sine + plan.y * cosine);
        }
    }

    /** The place (s, t) in the metric CRS. */
    Coordinate place(double s, double t) {
        return frame.metric(inPlan(s, t));
    }

    /** How far along this street the other one crosses it. */
    double crossing(Street other) {
        double s = other.offset;
        for (int i = 0; i < 30; i++) {
            s = other.across(across(s));
        }
        return s;
    }

    /** The centre line's place on the other axis. */
    private double across(double s) {
        return offset + bend * Math.sin(2 * Math.PI * s / WAVE_LENGTH + phase);
    }

    private Coordinate inPlan(double s, double t) {
        double slope = bend * Math.cos(2 * Math.PI * s / WAVE_LENGTH + phase) * 2 * Math.PI / WAVE_LENGTH;
        double length = Math.hypot(1, slope);
        double along = s - t * slope / length;
        double off = across(s) + t / length;
        return eastward ? new Coordinate(along, off) : new Coordinate(off, along);
    }

    /** The centre line from one place to the other, with a vertex at each of the stops. */
    List<Coordinate> line(double from, double to, Collection<Double> stops) {
        TreeSet<Double> places = new TreeSet<>(stops);
        int steps = (int) Math.ceil((to - from) / STEP);
        for (int i = 0; i <= steps; i++) {
            double s = from + (to - from) * i / steps;
            Double near = places.floor(s + STEP / 3);
            if (near == null || near < s - STEP / 3) {
                places.add(s);
            }
        }
        List<Coordinate> line = new ArrayList<>();
        places.forEach(s -> line.add(place(s, 0)));
        return line;
    }
}
