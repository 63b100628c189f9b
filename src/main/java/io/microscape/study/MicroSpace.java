package io.microscape.study;

import org.locationtech.jts.geom.Geometry;

/**
 * A micro-space (小微空间): a pocket park, community garden or corner, typically of 50 to 5,000 m².
 *
 * @param code unique within the study
 * @param name may be empty
 * @param community the community it lies in; may be null
 * @param sampled false for neighbours that only count in connectivity
 * @param geometry polygon or multi-polygon; EPSG:4326 lon/lat in files and store, metric CRS in the engine
 */
public record MicroSpace(String code, String name, String community, boolean sampled, Geometry geometry) {
    /** The same space with another geometry. */
    public MicroSpace withGeometry(Geometry other) {
        return new MicroSpace(code, name, community, sampled, other);
    }
}
