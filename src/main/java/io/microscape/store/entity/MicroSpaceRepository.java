package io.microscape.store.entity;

import jakarta.persistence.QueryHint;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/** Micro-spaces of a study. */
public interface MicroSpaceRepository extends CodedFeatureRepository<MicroSpaceEntity> {
    /** The joined result by code, from one statement and so from one state of the database. */
    @Query("select new io.microscape.store.entity.AtlasEntry(s, i, c) from MicroSpaceEntity s"
            + " left join LandscapeIndicesEntity i on i.place.studyId = s.studyId and i.place.code = s.code"
            + " left join CarbonAccountEntity c on c.studyId = s.studyId and c.code = s.code"
            + " where s.studyId = :studyId order by byte_order(s.code)")
    @QueryHints({
        @QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = FETCH_SIZE),
        @QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true")
    })
    Stream<AtlasEntry> atlasOfStudy(long studyId);

    /**
     * The spaces that meet an envelope, their interior or edge, by code; the spatial index finds the candidates.
     *
     * @param envelope longitude and latitude in degrees
     */
    default List<MicroSpaceEntity> meeting(long studyId, Envelope envelope) {
        return meeting(studyId, SearchArea.polygon(envelope));
    }

    /**
     * The spaces at most so far from a geometry, edge to edge on the WGS 84 ellipsoid, by code; the spatial index finds
     * the candidates.
     *
     * @param geometry in EPSG:4326
     * @param metres distance in m
     */
    default List<MicroSpaceEntity> within(long studyId, Geometry geometry, double metres) {
        return within(
                studyId, SearchArea.polygon(SearchArea.around(geometry, metres)), SearchArea.inStore(geometry), metres);
    }

    /** {@link #meeting(long, Envelope)} with the envelope as a polygon. */
    @Query("select s from MicroSpaceEntity s where s.studyId = :studyId and envelopes_meet(s.geometry, :area)"
            + " and st_intersects(s.geometry, :area) order by byte_order(s.code)")
    List<MicroSpaceEntity> meeting(long studyId, Geometry area);

    /** {@link #within(long, Geometry, double)} with the area, as a polygon, outside which no space is near enough. */
    @Query("select s from MicroSpaceEntity s where s.studyId = :studyId and envelopes_meet(s.geometry, :area)"
            + " and st_dwithin_metres(s.geometry, :geometry, :metres) order by byte_order(s.code)")
    List<MicroSpaceEntity> within(long studyId, Geometry area, Geometry geometry, double metres);
}
