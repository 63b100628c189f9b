package io.microscape.testing;

import io.microscape.study.AtlasRow;
import io.microscape.study.CarbonAccount;
import io.microscape.study.Community;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.LocalizedText;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A made-up quarter of some 400 m beside 106.4 E, 29.8 N with a micro-space in each block, roads of all classes, surfaces,
 * crowns and a community: enough to draw every layer. Places are given in metres from its south-west corner.
 */
public final class Neighbourhood {
    public static final double LON = 106.4;
    public static final double LAT = 29.8;
    public static final double DEGREE_LON_M = 96_690;
    public static final double DEGREE_LAT_M = 110_860;
    public static final String KEY = "quarter";

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Double[] NET = {-1500.0, -700.0, -300.0, 0.0, 300.0, 800.0, 1500.0, 3300.0, null};

    private Neighbourhood() {}

    public static Study study(String... layers) {
        return new Study(
                KEY, new LocalizedText("A quarter", "示例街区"), "EPSG:4544", StudyParameters.DEFAULTS, List.of(layers));
    }

    public static MemoryStudyStore store() {
        MemoryStudyStore store = new MemoryStudyStore();
        Random random = new Random(5);
        for (int block = 0; block < 16; block++) {
            double x = 20 + block % 4 * 100;
            double y = 20 + block / 4 * 100;
            double width = block == 5 ? 8 : 20 + random.nextDouble() * 35;
            double height = block == 5 ? 7.5 : 20 + random.nextDouble() * 35;
            boolean sampled = block % 5 != 4;
            Geometry outline = block % 3 == 0
                    ? polygon(
                            x, y, x + width, y, x + width, y + height * 0.4, x + width * 0.5, y + height, x, y + height)
                    : rectangle(x, y, x + width, y + height);
            store.rows.add(row("S" + block, block % 4 == 3 ? "" : "口袋公园 " + block, sampled, outline, NET[block % 9]));
            store.surfaces.add(new Surface(Cover.HARD, rectangle(x - 12, y - 12, x + 72, y + 72)));
            store.surfaces.add(new Surface(
                    block == 10 ? Cover.WATER : Cover.GREEN, rectangle(x, y, x + width * 0.7, y + height * 0.7)));
            for (int tree = 0; tree < 6; tree++) {
                store.crowns.add(new Crown(
                        GEOMETRIES.createPoint(
                                place(x + random.nextDouble() * width, y + random.nextDouble() * height)),
                        3 + random.nextDouble() * 6,
                        "Cinnamomum camphora"));
            }
        }
        String[] classes = {"primary", "secondary", "residential", "residential", "footway"};
        for (int line = 0; line < 5; line++) {
            double at = line * 100;
            store.roads.add(
                    new Road("天生路 " + line, classes[line], false, false, 0, line(-20, at, 200, at + 4, 420, at)));
            store.roads.add(new Road(
                    "Street " + line, classes[4 - line], false, false, 0, line(at, -20, at + 3, 200, at, 420)));
        }
        store.communities.add(new Community("C1", "奔月路社区", rectangle(-15, -15, 205, 415)));
        store.communities.add(new Community("C2", "泉外园社区", rectangle(205, -15, 415, 415)));
        return store;
    }

    /** A row whose indices follow its number, with a carbon account of that net value or none. */
    public static AtlasRow row(String code, String name, boolean sampled, Geometry geometry, Double net) {
        double share = Math.abs(code.hashCode() % 100) / 100.0;
        LandscapeIndices indices = new LandscapeIndices(
                code,
                400.0,
                80.0,
                share,
                1 - share,
                30.0,
                share / 2,
                2,
                share,
                (int) (share * 14),
                null,
                null,
                null,
                null,
                share,
                share * 1.2,
                Map.of());
        CarbonAccount carbon =
                net == null ? null : new CarbonAccount(code, 10.0, net, 5.0, 3.0, 2.0, "made up", "test", 2026);
        return new AtlasRow(KEY, new MicroSpace(code, name, "C1", sampled, geometry), indices, carbon);
    }

    public static Geometry rectangle(double west, double south, double east, double north) {
        return polygon(west, south, east, south, east, north, west, north);
    }

    public static Geometry polygon(double... metres) {
        Coordinate[] ring = coordinates(metres);
        Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
        closed[ring.length] = ring[0].copy();
        return GEOMETRIES.createPolygon(closed);
    }

    public static Geometry line(double... metres) {
        return GEOMETRIES.createLineString(coordinates(metres));
    }

    public static Coordinate place(double east, double north) {
        return new Coordinate(LON + east / DEGREE_LON_M, LAT + north / DEGREE_LAT_M);
    }

    private static Coordinate[] coordinates(double... metres) {
        Coordinate[] coordinates = new Coordinate[metres.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = place(metres[2 * i], metres[2 * i + 1]);
        }
        return coordinates;
    }
}
