package io.microscape.portrayal;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The well-known marks of SLD and the {@code shape://} hatches, each of side 1 around (0, 0), rows downward. */
final class MarkShapes {
    private static final String PREFIX = "shape://";
    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("square", new Rectangle2D.Double(-0.5, -0.5, 1, 1)),
            Map.entry("circle", new Ellipse2D.Double(-0.5, -0.5, 1, 1)),
            Map.entry("triangle", polygon(-0.5, 0.5, 0, -0.5, 0.5, 0.5)),
            Map.entry("star", star()),
            Map.entry("cross", cross(0)),
            Map.entry("x", cross(Math.PI / 4)),
            Map.entry("diamond", polygon(0, -0.5, 0.5, 0, 0, 0.5, -0.5, 0)),
            Map.entry("pentagon", regular(5)),
            Map.entry("hexagon", regular(6)),
            Map.entry("octagon", regular(8)),
            Map.entry("arrow", polygon(0, -0.5, 0.3, -0.1, 0.1, -0.1, 0.1, 0.5, -0.1, 0.5, -0.1, -0.1, -0.3, -0.1)),
            Map.entry("line", lines(0, -0.5, 0, 0.5)),
            Map.entry("shape://vertline", lines(0, -0.5, 0, 0.5)),
            Map.entry("shape://horline", lines(-0.5, 0, 0.5, 0)),
            Map.entry("shape://slash", lines(-0.5, 0.5, 0.5, -0.5)),
            Map.entry("shape://backslash", lines(-0.5, -0.5, 0.5, 0.5)),
            Map.entry("shape://dot", new Ellipse2D.Double(-0.05, -0.05, 0.1, 0.1)),
            Map.entry("shape://plus", lines(0, -0.5, 0, 0.5, -0.5, 0, 0.5, 0)),
            Map.entry("shape://times", lines(-0.5, 0.5, 0.5, -0.5, -0.5, -0.5, 0.5, 0.5)),
            Map.entry("shape://oarrow", open(-0.5, -0.25, 0, 0, -0.5, 0.25)),
            Map.entry("shape://carrow", polygon(-0.5, -0.25, 0, 0, -0.5, 0.25)));

    /** Hatches as QGIS and MapServer name them. */
    private static final Set<String> PLAIN_HATCHES = Set.of("horline", "vertline", "slash", "backslash");

    private MarkShapes() {}

    /** The mark of that name; a square when there is none, as the standard says. */
    static Shape of(String name) {
        return SHAPES.getOrDefault(PLAIN_HATCHES.contains(name) ? PREFIX + name : name, SHAPES.get("square"));
    }

    /** Whether there is a mark of that name. */
    static boolean exists(String name) {
        return SHAPES.containsKey(name) || PLAIN_HATCHES.contains(name);
    }

    /** The names of all marks, for people. */
    static String names() {
        return String.join(", ", new TreeSet<>(SHAPES.keySet()));
    }

    /** Whether the mark is made of lines that go on in the next cell of a pattern. */
    static boolean isHatch(String name) {
        return PLAIN_HATCHES.contains(name)
                || name.startsWith(PREFIX) && !name.endsWith("dot") && !name.endsWith("arrow");
    }

    private static Shape polygon(double... xy) {
        Path2D path = open(xy);
        path.closePath();
        return path;
    }

    private static Shape lines(double... xy) {
        Path2D.Double path = new Path2D.Double();
        for (int i = 0; i < xy.length; i += 4) {
            path.moveTo(xy[i], xy[i + 1]);
            path.lineTo(xy[i + 2], xy[i + 3]);
        }
        return path;
    }

    private static Path2D open(double... xy) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path;
    }

    private static Shape regular(int corners) {
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            xy[2 * i] = 0.5 * Math.sin(2 * Math.PI * i / corners);
            xy[2 * i + 1] = -0.5 * Math.cos(2 * Math.PI * i / corners);
        }
        return polygon(xy);
    }

    private static Shape star() {
        double[] xy = new double[20];
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 0.5 : 0.2;
            xy[2 * i] = radius * Math.sin(i * Math.PI / 5);
            xy[2 * i + 1] = -radius * Math.cos(i * Math.PI / 5);
        }
        return polygon(xy);
    }

    private static Shape cross(double angle) {
        double arm = 0.125;
        Shape cross = polygon(
                -arm, -0.5, arm, -0.5, arm, -arm, 0.5, -arm, 0.5, arm, arm, arm, arm, 0.5, -arm, 0.5, -arm, arm, -0.5,
                arm, -0.5, -arm, -arm, -arm);
        return AffineTransform.getRotateInstance(angle).createTransformedShape(cross);
    }
}
