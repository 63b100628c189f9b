package io.microscape.store.entity;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Micro-spaces of a study by code. */
public final class MicroSpaceRepository extends FeatureRepository<MicroSpaceEntity> {
    public MicroSpaceRepository(EntityManager entities) {
        super(entities, MicroSpaceEntity.class, "byte_order(e.code), e.id");
    }

    /** The spaces by code, each with its indices. */
    public Stream<AtlasEntry> atlasOfStudy(long studyId) {
        return stream(entities.createQuery(
                        "select new io.microscape.store.entity.AtlasEntry(s, i) from MicroSpaceEntity s"
                                + " left join LandscapeIndicesEntity i"
                                + " on i.place.studyId = s.studyId and i.place.code = s.code"
                                + " where s.studyId = :study order by byte_order(s.code)",
                        AtlasEntry.class)
                .setParameter("study", studyId));
    }

    /**
     * The spaces that meet an envelope, their interior or edge, by code; the spatial index finds the candidates.
     *
     * @param envelope longitude and latitude in degrees
     */
    public List<MicroSpaceEntity> meeting(long studyId, Envelope envelope) {
        return entities.createQuery(
                        "select s from MicroSpaceEntity s where s.studyId = :study"
                                + " and envelopes_meet(s.geometry, :area) and st_intersects(s.geometry, :area)"
                                + " order by byte_order(s.code)",
                        MicroSpaceEntity.class)
                .setParameter("study", studyId)
                .setParameter("area", SearchArea.polygon(envelope))
                .getResultList();
    }

    /**
     * The spaces at most so far from a geometry, edge to edge on the WGS 84 ellipsoid, by code; the spatial index finds
     * the candidates.
     *
     * @param geometry in EPSG:4326
     * @param metres distance in m
     */
    public List<MicroSpaceEntity> within(long studyId, Geometry geometry, double metres) {
        return entities.createQuery(
                        "select s from MicroSpaceEntity s where s.studyId = :study"
                                + " and envelopes_meet(s.geometry, :area)"
                                + " and st_dwithin_metres(s.geometry, :geometry, :metres)"
                                + " order by byte_order(s.code)",
                        MicroSpaceEntity.class)
                .setParameter("study", studyId)
                .setParameter("area", SearchArea.polygon(SearchArea.around(geometry, metres)))
                .setParameter("geometry", SearchArea.inStore(geometry))
                .setParameter("metres", metres)
                .getResultList();
    }
}
