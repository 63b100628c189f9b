package io.microscape.store.entity;

import jakarta.persistence.QueryHint;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Tiles of canopy rasters. */
public interface CanopyTileRepository extends Repository<CanopyTileEntity, CanopyTileEntity.Place> {
    /** The tiles of a raster, row by row. */
    @Query("select t from CanopyTileEntity t where t.place.rasterId = :rasterId"
            + " order by t.place.tileRow, t.place.tileColumn")
    @QueryHints({
        @QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "100"),
        @QueryHint(name = HibernateHints.HINT_READ_ONLY, value = "true")
    })
    Stream<CanopyTileEntity> ofRaster(long rasterId);
}
