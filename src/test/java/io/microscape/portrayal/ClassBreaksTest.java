package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.atlas.PublishedLayer.Attribute;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules looked up by a number against the filters of the rules evaluated one by one by GeoTools. */
class ClassBreaksTest {
    private static final List<Attribute> ATTRIBUTES =
            List.of(attribute("net", Double.class), attribute("count", Integer.class));

    private static final double[] NUMBERS = {
        Double.NEGATIVE_INFINITY,
        -1e9,
        -2,
        -1.5,
        -1,
        -0.5,
        -0.0,
        0.0,
        0.3,
        1,
        1.5,
        2,
        2.5,
        3,
        1e9,
        Double.POSITIVE_INFINITY
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net < -1; net >= -1 AND net < 0; net >= 0",
                "net <= -1; net > -1 AND net <= 2; net > 2; ELSE",
                "net < 0; net < 2; net > 1",
                "net BETWEEN -1 AND 1; net = 2; ELSE; ELSE",
                "net > 1 AND net < 0; net >= -0.0 AND net <= 3",
                "net < 2 AND net < 1 AND net >= 1"
            })
    void rulesAreThoseWhoseFiltersTakeTheNumber(String rules) throws Exception {
        List<PreparedRule> prepared = rules(rules);
        ClassBreaks breaks = ClassBreaks.of(prepared);
        assertThat(breaks).isNotNull();
        List<Double> numbers = new ArrayList<>(Arrays.stream(NUMBERS).boxed().toList());
        numbers.add(null);
        for (Double number : numbers) {
            SnapshotFeature feature = new SnapshotFeature("1", null, Arrays.asList(number, 1));
            List<String> expected = new ArrayList<>();
            for (PreparedRule rule : prepared) {
                if (!rule.otherwise()
                        && new AttributeBinder(ATTRIBUTES)
                                .bind(ECQL.toFilter(rule.title()))
                                .evaluate(feature)) {
                    expected.add(rule.title());
                }
            }
            if (expected.isEmpty()) {
                prepared.stream().filter(PreparedRule::otherwise).forEach(rule -> expected.add(rule.title()));
            }
            assertThat(breaks.rules(feature))
                    .as("of %s", number)
                    .extracting(PreparedRule::title)
                    .isEqualTo(expected);
        }
    }

    @Test
    void rulesOfSeveralNumbersOrNoneHaveNoTable() throws Exception {
        for (String rules :
                List.of("net < 0; count > 1", "net <> 0", "net < 0; INCLUDE", "ELSE", "net < 0 OR net > 1")) {
            assertThat(ClassBreaks.of(rules(rules))).as(rules).isNull();
        }
    }

    private static List<PreparedRule> rules(String all) throws Exception {
        List<PreparedRule> rules = new ArrayList<>();
        for (String rule : all.split("; ")) {
            boolean otherwise = rule.equals("ELSE");
            RowFilter filter =
                    otherwise ? null : RowFilter.of(ECQL.toFilter(rule), ATTRIBUTES, new AttributeBinder(ATTRIBUTES));
            rules.add(
                    new PreparedRule(rule, 0, Double.POSITIVE_INFINITY, filter, null, otherwise, List.of(), List.of()));
        }
        return rules;
    }

    private static Attribute attribute(String name, Class<?> type) {
        return new Attribute(name, type, "", new LocalizedText(name, null));
    }
}
