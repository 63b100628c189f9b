package io.microscape.store.entity;

import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/** Tiles of canopy rasters. */
public record CanopyTileRepository(EntityManager entities) {
    /** Tiles fetched at once; each has two masks of 8 KiB. */
    private static final int FETCH_SIZE = 100;

    /** The tiles of a raster, row by row. */
    public Stream<CanopyTileEntity> ofRaster(long rasterId) {
        return entities.createQuery(
                        "select t from CanopyTileEntity t where t.place.rasterId = :raster"
                                + " order by t.place.tileRow, t.place.tileColumn",
                        CanopyTileEntity.class)
                .setParameter("raster", rasterId)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE)
                .getResultStream();
    }
}
