package io.microscape.sample;

import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Surface;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** A space of the sample with what belongs to it; metric CRS. */
final class SampleSpace {
    final String code;
    final String name;
    final String community;
    /** The published figures it has to give, null for a neighbour. */
    final PublishedSpace published;

    Plot plot;
    Geometry outline;
    /** Its footpath, null when it has none. */
    LineString path;
    /** Where the path leaves the street, in plot coordinates. */
    List<Double> pathStops = List.of();

    final List<Surface> surfaces = new ArrayList<>();
    final List<Crown> crowns = new ArrayList<>();
    final List<Planting> plantings = new ArrayList<>();

    SampleSpace(String code, String name, String community, PublishedSpace published) {
        this.code = code;
        this.name = name;
        this.community = community;
        this.published = published;
    }

    MicroSpace microSpace() {
        return new MicroSpace(code, name, community, published != null, outline);
    }

    void addCrown(Coordinate tree, double diameter, String species) {
        crowns.add(new Crown(Plot.FACTORY.createPoint(tree), diameter, species));
    }

    /** Covers the space: that part is planted, the rest paved. */
    void addSurfaces(Geometry planted) {
        Geometry green = Plot.toMillimetres(planted);
        addSurface(Cover.GREEN, green);
        addSurface(Cover.HARD, Plot.toMillimetres(outline.difference(green)));
    }

    private void addSurface(Cover cover, Geometry geometry) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            surfaces.add(new Surface(cover, geometry.getGeometryN(i)));
        }
    }
}
