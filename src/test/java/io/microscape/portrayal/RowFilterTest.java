package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters worked out for a layer against the same filters evaluated by GeoTools, over random values and nulls. */
class RowFilterTest {
    private static final List<Attribute> ATTRIBUTES = List.of(
            attribute("net", Double.class),
            attribute("count", Integer.class),
            attribute("name", String.class),
            attribute("sampled", Boolean.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net < 0",
                "net <= 2 AND net > -3",
                "net >= 1.5 OR count = 3",
                "count <> 3",
                "count = 2",
                "net BETWEEN -1 AND 2",
                "net IS NULL",
                "name IS NOT NULL AND net < 1",
                "NOT (net < 0)",
                "NOT (count <> 2)",
                "name = '花园'",
                "name <> '花园'",
                "sampled = true",
                "sampled <> false",
                "name LIKE '花%'",
                "net * 2 > count",
                "absent = 3",
                "absent IS NULL",
                "count < '2.5'",
                "name = 3",
                "INCLUDE",
                "EXCLUDE"
            })
    void takesWhatGeoToolsTakes(String ecql) throws Exception {
        Filter filter = ECQL.toFilter(ecql);
        AttributeBinder binder = new AttributeBinder(ATTRIBUTES);
        RowFilter worked = RowFilter.of(filter, ATTRIBUTES, binder);
        Filter bound = binder.bind(filter);
        Random random = new Random(27);
        for (int i = 0; i < 500; i++) {
            SnapshotFeature feature = new SnapshotFeature(
                    "1",
                    null,
                    Arrays.asList(
                            random.nextInt(5) == 0 ? null : (Double) (double) (random.nextInt(8) - 4),
                            random.nextInt(5) == 0 ? null : (Integer) random.nextInt(5),
                            List.of("花园", "花坛", "3", "Park").get(random.nextInt(4)),
                            random.nextInt(3) == 0 ? null : (Boolean) random.nextBoolean()));
            assertThat(worked == null || worked.takes(feature))
                    .as("%s of %s", ecql, feature.values())
                    .isEqualTo(bound.evaluate(feature));
        }
    }

    private static Attribute attribute(String name, Class<?> type) {
        return new Attribute(name, type, "", new LocalizedText(name, name));
    }
}
