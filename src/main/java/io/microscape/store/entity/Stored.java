package io.microscape.store.entity;

/**
 * A row that stands for a value of the domain.
 *
 * @param <T> the domain's type
 */
public interface Stored<T> {
    /** The value, detached from the database. */
    T toDomain();
}
