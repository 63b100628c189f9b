package io.microscape.store.entity;

import io.microscape.study.CanopyTile;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The masks of 256 × 256 cells of a canopy raster. */
@Entity
@Table(name = "canopy_tile")
public class CanopyTileEntity implements Stored<CanopyTile> {
    @EmbeddedId
    private Place place;

    private byte[] coveredMask;
    private byte[] knownMask;

    @Override
    public CanopyTile toDomain() {
        return new CanopyTile(place.tileColumn, place.tileRow, coveredMask, knownMask);
    }

    /** Where a tile lies: raster, and row and column of tiles. */
    @Embeddable
    public record Place(long rasterId, int tileRow, int tileColumn) {}
}
