package io.microscape.bench;

import io.microscape.landscape.Landscape;
import io.microscape.landscape.LandscapeBuilder;
import io.microscape.landscape.geometry.CrownDiscs;
import io.microscape.landscape.geometry.DistanceZone;
import io.microscape.landscape.geometry.EdgeDistance;
import io.microscape.landscape.geometry.PatchSweep;
import io.microscape.landscape.geometry.PolygonEdges;
import io.microscape.landscape.index.Hits;
import io.microscape.landscape.index.PackedLayer;
import io.microscape.landscape.index.PolygonLayer;
import io.microscape.sample.SyntheticCity;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Mean time of each kernel for one space of 20 vertices, each call with the next space of a town of 1,000. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    private static final int SPACES = 1000;
    private static final double RADIUS_M = 15;
    private static final double REACH_M = 150;

    private final PolygonEdges edges = new PolygonEdges();
    private final PolygonEdges other = new PolygonEdges();
    private final DistanceZone zone = new DistanceZone();
    private final PatchSweep sweep = new PatchSweep();
    private final CrownDiscs crowns = new CrownDiscs();
    private final EdgeDistance distance = new EdgeDistance();
    private final Hits hits = new Hits();
    private Landscape landscape;
    private PolygonLayer spaces;
    private int space;

    /** Packs the town. */
    @Setup(Level.Trial)
    public void pack() {
        LandscapeBuilder builder = Landscape.builder();
        new SyntheticCity(SPACES, SyntheticCity.SEED).build(new SyntheticCity.Receiver() {
            @Override
            public void space(MicroSpace made) {
                builder.add(made);
            }

            @Override
            public void surface(Surface made) {
                builder.add(made);
            }

            @Override
            public void road(Road made) {
                builder.add(made);
            }

            @Override
            public void crown(Crown made) {
                builder.add(made);
            }
        });
        landscape = builder.build();
        spaces = landscape.spaces();
    }

    private void next(double reach, PackedLayer layer) {
        space = (space + 1) % SPACES;
        edges.load(spaces, space);
        layer.query(
                spaces.minX(space) - reach,
                spaces.minY(space) - reach,
                spaces.maxX(space) + reach,
                spaces.maxY(space) + reach,
                hits);
    }

    /** Area of the zone of 15 m. */
    @Benchmark
    public double zoneArea() {
        space = (space + 1) % SPACES;
        edges.load(spaces, space);
        zone.of(edges, RADIUS_M);
        return zone.area();
    }

    /** Length of all road segments near the space within its zone. */
    @Benchmark
    public double roadClip() {
        next(RADIUS_M, landscape.roads());
        zone.of(edges, RADIUS_M);
        double length = 0;
        for (int i = 0; i < hits.count(); i++) {
            int road = hits.get(i);
            length += zone.lengthWithin(
                    landscape.roads().x1(road),
                    landscape.roads().y1(road),
                    landscape.roads().x2(road),
                    landscape.roads().y2(road));
        }
        return length;
    }

    /** Area of lawns and paving in the space. */
    @Benchmark
    public double patchSweep() {
        next(0, landscape.green());
        sweep.begin(edges);
        add(landscape.green(), PatchSweep.Kind.A);
        landscape.hard().query(spaces.minX(space), spaces.minY(space), spaces.maxX(space), spaces.maxY(space), hits);
        add(landscape.hard(), PatchSweep.Kind.B);
        sweep.run();
        return sweep.areaA() + sweep.areaB();
    }

    private void add(PolygonLayer patches, PatchSweep.Kind kind) {
        for (int i = 0; i < hits.count(); i++) {
            sweep.add(patches, hits.get(i), kind);
        }
    }

    /** Area of the space under crowns. */
    @Benchmark
    public double crownDiscs() {
        next(0, landscape.crownDiscs());
        crowns.begin(edges);
        for (int i = 0; i < hits.count(); i++) {
            int tree = hits.get(i);
            crowns.add(
                    landscape.crownDiscs().x(tree),
                    landscape.crownDiscs().y(tree),
                    landscape.crownDiscs().radius(tree));
        }
        return crowns.area();
    }

    /** Distances to all spaces whose boxes are within 150 m; the engine measures most pairs from one side only. */
    @Benchmark
    public double edgeDistances() {
        next(REACH_M, spaces);
        double sum = 0;
        for (int i = 0; i < hits.count(); i++) {
            if (hits.get(i) != space) {
                other.load(spaces, hits.get(i), edges.originX, edges.originY);
                sum += distance.between(edges, other);
            }
        }
        return sum;
    }
}
