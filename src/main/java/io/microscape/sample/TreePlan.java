package io.microscape.sample;

import io.microscape.landscape.IndexEngine;
import io.microscape.landscape.Landscape;
import io.microscape.study.Crown;
import io.microscape.study.Progress;
import io.microscape.study.StudyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Plants trees on a jittered grid and lets their crowns grow until they cover the published share of the space, as the
 * index engine measures it. The grid is as wide as crowns of a likely size need it: trees that stand at random cover
 * 1 − exp(−π D² / 4 q²) of the ground at spacing q.
 */
final class TreePlan {
    private static final double[] SPACING_TRIALS = {1, 0.92, 1.08, 0.85, 1.18, 0.78, 1.3, 0.7, 1.45, 0.62, 1.6, 0.55};
    private static final double SMALLEST = 2;
    private static final double LARGEST = 10;

    private final SampleSpace space;
    private final Random random;
    private final IndexEngine engine = new IndexEngine(StudyParameters.DEFAULTS, 1);

    TreePlan(SampleSpace space, Random random) {
        this.space = space;
        this.random = random;
    }

    /**
     * Plants the trees.
     *
     * @param species taxa to choose from
     * @throws IllegalStateException if no spacing gives the cover with crowns of 2 to 10 m
     */
    void plant(double cover, List<String> species) {
        double likely = 3 + 4.5 * cover;
        double spacing = likely / Math.sqrt(-4 * Math.log(1 - cover) / Math.PI);
        for (double trial : SPACING_TRIALS) {
            List<Crown> crowns = crowns(cover, spacing * trial, likely, species);
            if (crowns != null) {
                space.crowns.addAll(crowns);
                return;
            }
        }
        throw new IllegalStateException(space.code + ": no trees of 2 to 10 m give a cover of " + cover);
    }

    /** Crowns of that cover, or null when they would be too small or too large. */
    private List<Crown> crowns(double cover, double spacing, double likely, List<String> species) {
        List<Crown> seedlings = new ArrayList<>();
        for (Coordinate tree : places(spacing, cover > 0.9 ? 1 : -0.4)) {
            double diameter = likely * (0.85 + 0.3 * random.nextDouble());
            seedlings.add(
                    new Crown(Plot.FACTORY.createPoint(tree), diameter, species.get(random.nextInt(species.size()))));
        }
        if (seedlings.isEmpty() || cover(grown(seedlings, 0.3)) > cover || cover(grown(seedlings, 3)) < cover) {
            return null;
        }
        double growth = Bisection.solve(space.code + " canopy", size -> cover(grown(seedlings, size)), 0.3, 3, cover);
        List<Crown> crowns = grown(seedlings, growth);
        boolean likelySizes =
                crowns.stream().allMatch(crown -> crown.diameterM() >= SMALLEST && crown.diameterM() <= LARGEST);
        return likelySizes ? crowns : null;
    }

    private List<Coordinate> places(double spacing, double margin) {
        Geometry ground = space.outline.buffer(margin);
        List<Coordinate> places = new ArrayList<>();
        Plot plot = space.plot;
        int columns = Math.max(1, (int) Math.round(plot.width() / spacing));
        int rows = Math.max(1, (int) Math.round(plot.depth() / spacing));
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                double x = (column + 0.5 + 0.5 * (random.nextDouble() - 0.5)) / columns;
                double y = (row + 0.5 + 0.5 * (random.nextDouble() - 0.5)) / rows;
                Coordinate tree = plot.at(x, y);
                if (ground.contains(Plot.FACTORY.createPoint(tree))) {
                    places.add(tree);
                }
            }
        }
        return places;
    }

    private double cover(List<Crown> crowns) {
        Landscape landscape = Landscape.of(List.of(space.microSpace()), null, null, crowns, null, null);
        return engine.compute(landscape, Progress.NONE).get(0).canopyCover();
    }

    private static List<Crown> grown(List<Crown> crowns, double factor) {
        return crowns.stream()
                .map(crown -> new Crown(crown.geometry(), crown.diameterM() * factor, crown.species()))
                .toList();
    }
}
