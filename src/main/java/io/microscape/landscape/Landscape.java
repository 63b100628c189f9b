package io.microscape.landscape;

import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * All layers of a study in its metric CRS (m). A layer that is absent (the study has none) is told from an empty one (it
 * was looked at and nothing is there). Spaces are known by their place in the input, from 0. Immutable, thread-safe.
 */
public final class Landscape {
    private final List<MicroSpace> spaces;
    private final Geometry[] geometries;
    private final List<Surface> surfaces;
    private final List<Road> roads;
    private final List<Crown> crowns;
    private final List<CanopyGrid> canopyGrids;
    private final List<Planting> plantings;

    private Landscape(Builder builder) {
        this.spaces = builder.spaces;
        this.geometries = SpaceCheck.checked(spaces);
        this.surfaces = builder.surfaces;
        this.roads = builder.roads;
        this.crowns = builder.crowns;
        this.canopyGrids = builder.canopyGrids;
        this.plantings = builder.plantings;
    }

    /**
     * A landscape of the given features; a list that is null means that the study has no such layer.
     *
     * @throws io.microscape.study.InvalidInputException as {@link Builder#build}
     */
    public static Landscape of(
            List<MicroSpace> spaces,
            List<Surface> surfaces,
            List<Road> roads,
            List<Crown> crowns,
            List<CanopyGrid> canopyGrids,
            List<Planting> plantings) {
        Builder builder = new Builder();
        spaces.forEach(builder::add);
        if (surfaces != null) {
            surfaces.forEach(builder.withSurfaces()::add);
        }
        if (roads != null) {
            roads.forEach(builder.withRoads()::add);
        }
        if (crowns != null) {
            crowns.forEach(builder.withCrowns()::add);
        }
        if (canopyGrids != null) {
            canopyGrids.forEach(builder::add);
        }
        if (plantings != null) {
            plantings.forEach(builder.withPlantings()::add);
        }
        return builder.build();
    }

    /** A builder of an empty landscape without any layer but that of the spaces. */
    public static Builder builder() {
        return new Builder();
    }

    /** Number of spaces. */
    public int size() {
        return spaces.size();
    }

    /** Code of the space at that place of the input. */
    public String code(int space) {
        return spaces.get(space).code();
    }

    /** Geometry of the space at that place of the input, valid, in the metric CRS. */
    public Geometry geometry(int space) {
        return geometries[space];
    }

    Geometry[] geometries() {
        return geometries;
    }

    List<Surface> surfaces() {
        return surfaces;
    }

    List<Road> roads() {
        return roads;
    }

    List<Crown> crowns() {
        return crowns;
    }

    List<CanopyGrid> canopyGrids() {
        return canopyGrids;
    }

    List<Planting> plantings() {
        return plantings;
    }

    /**
     * Takes the features of a study one by one, in any order, in its metric CRS. A layer exists when it was declared by a
     * {@code with…} method or got a feature. Not thread-safe.
     */
    public static final class Builder {
        private final List<MicroSpace> spaces = new ArrayList<>();
        private List<Surface> surfaces;
        private List<Road> roads;
        private List<Crown> crowns;
        private List<CanopyGrid> canopyGrids;
        private List<Planting> plantings;

        private Builder() {}

        /** Declares that surfaces were looked for. */
        public Builder withSurfaces() {
            surfaces = surfaces == null ? new ArrayList<>() : surfaces;
            return this;
        }

        /** Declares that roads were looked for. */
        public Builder withRoads() {
            roads = roads == null ? new ArrayList<>() : roads;
            return this;
        }

        /** Declares that tree crowns were looked for; canopy rasters are then not used. */
        public Builder withCrowns() {
            crowns = crowns == null ? new ArrayList<>() : crowns;
            return this;
        }

        /** Declares that plant records were looked for. */
        public Builder withPlantings() {
            plantings = plantings == null ? new ArrayList<>() : plantings;
            return this;
        }

        public Builder add(MicroSpace space) {
            spaces.add(space);
            return this;
        }

        public Builder add(Surface surface) {
            withSurfaces().surfaces.add(surface);
            return this;
        }

        public Builder add(Road road) {
            withRoads().roads.add(road);
            return this;
        }

        public Builder add(Crown crown) {
            withCrowns().crowns.add(crown);
            return this;
        }

        public Builder add(Planting planting) {
            withPlantings().plantings.add(planting);
            return this;
        }

        public Builder add(CanopyGrid grid) {
            canopyGrids = canopyGrids == null ? new ArrayList<>() : canopyGrids;
            canopyGrids.add(grid);
            return this;
        }

        /**
         * The landscape; the builder is used up.
         *
         * @throws io.microscape.study.InvalidInputException if a space is empty, has no area or a coordinate that is not a
         *     number, or if coordinates are degrees
         */
        public Landscape build() {
            return new Landscape(this);
        }
    }
}
