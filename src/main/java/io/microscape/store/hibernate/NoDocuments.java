package io.microscape.store.hibernate;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * Keeps Hibernate from making mappers of JSON and XML at start-up. No entity has a column of such a type (JSON is kept as
 * text by converters), and the classes of the mappers take a tenth of Hibernate's start.
 */
public final class NoDocuments implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("no entity has JSON or XML columns");
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("no entity has JSON or XML columns");
    }
}
