package io.microscape.source.mapping;

import io.microscape.source.SourceFeature;
import io.microscape.study.InvalidInputException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.geotools.util.Converters;
import org.xml.sax.helpers.NamespaceSupport;

/** An ECQL filter on the columns of a source. A column is found by its exact name, else in other case. */
public final class AttributeFilter {
    private final String file;
    private final Filter filter;
    private final Set<String> unseen = new TreeSet<>();

    /**
     * @param file for messages
     * @param ecql {@code landuse = 'grass' OR height > 2}
     * @throws InvalidInputException if the filter is not ECQL
     */
    public AttributeFilter(String file, String ecql) {
        this.file = file;
        try {
            FilterFactory factory = CommonFactoryFinder.getFilterFactory();
            this.filter = (Filter) ECQL.toFilter(ecql)
                    .accept(
                            new DuplicatingFilterVisitor(factory) {
                                @Override
                                public Object visit(PropertyName expression, Object extra) {
                                    unseen.add(expression.getPropertyName());
                                    return new Column(expression.getPropertyName());
                                }
                            },
                            null);
        } catch (CQLException e) {
            throw new InvalidInputException(
                    file + ": the filter (where) \"" + ecql + "\" is not ECQL: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "; mend it",
                    e);
        }
    }

    /** Whether the feature passes. */
    public boolean passes(SourceFeature feature) {
        unseen.removeIf(name -> ColumnNames.find(feature.attributes().keySet(), name) != null);
        return filter.evaluate(feature);
    }

    /**
     * Checks that every column of the filter exists.
     *
     * @param columns the source's columns
     * @throws InvalidInputException if one is missing; it lists the columns
     */
    public void requireColumns(Collection<String> columns) {
        for (String name : unseen) {
            if (ColumnNames.find(columns, name) == null) {
                throw ColumnNames.missing(file, columns, name, "the filter where");
            }
        }
    }

    /** GeoTools knows how to look into its own features, not into ours. */
    private record Column(String name) implements PropertyName {
        @Override
        public String getPropertyName() {
            return name;
        }

        @Override
        public NamespaceSupport getNamespaceContext() {
            return null;
        }

        @Override
        public Object evaluate(Object object) {
            SourceFeature feature = (SourceFeature) object;
            String column = ColumnNames.find(feature.attributes().keySet(), name);
            return column == null ? null : feature.attributes().get(column);
        }

        @Override
        public <T> T evaluate(Object object, Class<T> type) {
            return Converters.convert(evaluate(object), type);
        }

        @Override
        public Object accept(ExpressionVisitor visitor, Object extra) {
            return visitor.visit(this, extra);
        }
    }
}
