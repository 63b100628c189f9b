package io.microscape.store.hibernate;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.type.BasicType;
import org.hibernate.type.StandardBasicTypes;

/**
 * The functions of the repositories' queries, the same in name and meaning on both databases:
 *
 * <ul>
 *   <li>{@code envelopes_meet(geometry column, geometry)}: whether the boxes meet, which the spatial index answers: GiST and
 *       its operator {@code &&} on PostGIS, on H2 a B-tree over the columns {@code geometry_west} to {@code geometry_north}
 *       that stand beside each column {@code geometry};
 *   <li>{@code st_dwithin_metres(geometry, geometry, metres)}: distance on the WGS 84 ellipsoid, where Hibernate Spatial's
 *       {@code st_dwithin} measures in degrees and is no predicate;
 *   <li>{@code byte_order(text)}: sort key that orders text by its UTF-8 bytes. PostgreSQL's columns have the collation
 *       "C", which does that; H2 orders by UTF-16 units, which differs for rare characters such as 𠮷.
 * </ul>
 */
public final class SpatialSearchFunctions implements FunctionContributor {
    private static final String BOXES_MEET = "(?1_west <= st_xmax(?2) and ?1_east >= st_xmin(?2)"
            + " and ?1_south <= st_ymax(?2) and ?1_north >= st_ymin(?2))";

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        Dialect dialect = contributions.getDialect();
        boolean h2 = dialect instanceof H2Dialect;
        var types = contributions.getTypeConfiguration().getBasicTypeRegistry();
        BasicType<Boolean> truth = types.resolve(StandardBasicTypes.BOOLEAN);
        var functions = contributions.getFunctionRegistry();
        functions.registerPattern("envelopes_meet", h2 ? BOXES_MEET : "(?1 && ?2)", truth);
        functions.registerPattern(
                "st_dwithin_metres",
                h2 ? "st_dwithin_metres(?1, ?2, ?3)" : "st_dwithin(cast(?1 as geography), cast(?2 as geography), ?3)",
                truth);
        functions.registerPattern(
                "byte_order",
                h2 ? "stringtoutf8(?1)" : "?1",
                h2 ? types.resolve(StandardBasicTypes.BINARY) : types.resolve(StandardBasicTypes.STRING));
    }
}
