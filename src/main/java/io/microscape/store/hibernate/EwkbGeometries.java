package io.microscape.store.hibernate;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Reads geometries of PostGIS, which come as hexadecimal EWKB, by the reader of JTS: Hibernate Spatial makes a geometry of
 * another library first, which took a third of the time of reading a layer. Writing is left to Hibernate Spatial.
 */
public final class EwkbGeometries implements TypeContributor {
    /** After Hibernate Spatial, whose type is replaced. */
    private static final int LAST = 10_000;

    @Override
    public int ordinal() {
        return LAST;
    }

    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        if (services.requireService(JdbcServices.class).getDialect() instanceof PostgreSQLDialect) {
            JdbcType spatial =
                    types.getTypeConfiguration().getJdbcTypeRegistry().getDescriptor(SqlTypes.GEOMETRY);
            types.contributeJdbcType(new EwkbType(spatial));
        }
    }

    /** Hibernate Spatial's type but for what reads JTS geometries. */
    private record EwkbType(JdbcType spatial) implements JdbcType {
        @Override
        public int getJdbcTypeCode() {
            return spatial.getJdbcTypeCode();
        }

        @Override
        public int getDefaultSqlTypeCode() {
            return spatial.getDefaultSqlTypeCode();
        }

        @Override
        public <T> JdbcLiteralFormatter<T> getJdbcLiteralFormatter(JavaType<T> javaType) {
            return spatial.getJdbcLiteralFormatter(javaType);
        }

        @Override
        public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
            return spatial.getBinder(javaType);
        }

        @Override
        public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
            return Geometry.class.isAssignableFrom(javaType.getJavaTypeClass())
                    ? new EwkbExtractor<>(javaType, this)
                    : spatial.getExtractor(javaType);
        }
    }

    private static final class EwkbExtractor<X> extends BasicExtractor<X> {
        private static final long serialVersionUID = 1L;

        EwkbExtractor(JavaType<X> javaType, JdbcType jdbcType) {
            super(javaType, jdbcType);
        }

        @Override
        protected X doExtract(ResultSet rows, int column, WrapperOptions options) throws SQLException {
            return geometry(rows.getString(column), options);
        }

        @Override
        protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
            return geometry(statement.getString(index), options);
        }

        @Override
        protected X doExtract(CallableStatement statement, String name, WrapperOptions options) throws SQLException {
            return geometry(statement.getString(name), options);
        }

        private X geometry(String ewkb, WrapperOptions options) throws SQLException {
            if (ewkb == null) {
                return null;
            }
            try {
                return getJavaType().wrap(new WKBReader().read(WKBReader.hexToBytes(ewkb)), options);
            } catch (ParseException e) {
                throw new SQLException("the database gave a geometry that is not EWKB", e);
            }
        }
    }
}
