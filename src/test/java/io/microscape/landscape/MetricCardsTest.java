package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.AtlasColumn;
import io.microscape.study.AtlasColumns;
import io.microscape.study.AtlasRow;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.LandscapeIndices;
import io.microscape.study.MetricGroup;
import io.microscape.study.MetricOptions;
import io.microscape.study.MicroSpace;
import io.microscape.study.Planting;
import io.microscape.study.Road;
import io.microscape.study.StudyConnectivity;
import io.microscape.study.StudyParameters;
import io.microscape.study.Surface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples of the metric cards in docs/metrics, worked there by hand, computed by the engine. */
class MetricCardsTest {
    private static final Path CARDS = Path.of("docs/metrics");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final StudyParameters ALL = StudyParameters.DEFAULTS.withMetrics(
            StudyParameters.DEFAULTS.metrics().withGroups(EnumSet.allOf(MetricGroup.class)));

    /** Values of a whole study by their names on the cards. */
    private static final Map<String, Function<StudyConnectivity, Object>> OF_STUDY = Map.of(
            "connect", StudyConnectivity::connect,
            "pc", StudyConnectivity::pc,
            "iic", StudyConnectivity::iic,
            "ec_pc_m2", StudyConnectivity::ecPcM2,
            "ec_iic_m2", StudyConnectivity::ecIicM2);

    /** Columns of the joined result that are no landscape metric. */
    private static final Pattern NO_METRIC =
            Pattern.compile("study|code|name|community|sampled|.*_kg(_per_.*)?|carbon_.*|.*carbon.*");

    private record Card(String name, List<String> columns, Map<?, ?> example) {}

    @TestFactory
    Stream<DynamicTest> theExampleOfEachCardIsWhatTheEngineComputes() {
        return cards().stream().map(card -> DynamicTest.dynamicTest(card.name, () -> assertExample(card)));
    }

    @Test
    void eachMetricHasOneCardAndItsExampleCoversIt() {
        Map<String, String> cardOfColumn = new TreeMap<>();
        for (Card card : cards()) {
            for (String column : card.columns) {
                assertThat(cardOfColumn.put(column, card.name)).as(column).isNull();
                assertThat(((Map<?, ?>) card.example.get("expected"))
                                .values().stream().flatMap(values -> ((Map<?, ?>) values).keySet().stream()))
                        .as("example of %s", card.name)
                        .anyMatch(column::equals);
            }
        }
        List<String> metrics = new ArrayList<>(OF_STUDY.keySet());
        AtlasColumns.of(ALL).stream()
                .map(AtlasColumn::name)
                .filter(name -> !NO_METRIC.matcher(name).matches())
                .forEach(metrics::add);
        assertThat(cardOfColumn.keySet()).containsExactlyInAnyOrderElementsOf(metrics);
    }

    @Test
    void theIndexNamesEachCard() throws IOException {
        String index = Files.readString(CARDS.resolve("README.md"));
        assertThat(cards())
                .hasSizeGreaterThan(20)
                .allSatisfy(card -> assertThat(index).contains("(" + card.name + ")"));
    }

    private static void assertExample(Card card) {
        Map<?, ?> example = card.example;
        StudyParameters parameters = parameters(example);
        Landscape landscape = landscape(example);
        List<LandscapeIndices> basic = new IndexEngine(parameters).compute(landscape, (task, done, total) -> {});
        MetricEngine.Result result = new MetricEngine(parameters).compute(landscape, basic, (task, done, total) -> {});
        ((Map<?, ?>) example.get("expected"))
                .forEach((code, values) -> ((Map<?, ?>) values).forEach((name, value) -> {
                    Object found;
                    if (code.equals("study")) {
                        found = OF_STUDY.get(name).apply(result.connectivity().get(0));
                    } else {
                        AtlasRow row = result.indices().stream()
                                .filter(indices -> indices.code().equals(code))
                                .map(indices -> new AtlasRow("s", spaceOf(landscape), indices, null))
                                .findFirst()
                                .orElseThrow();
                        found = AtlasColumns.find(parameters, (String) name)
                                .orElseThrow()
                                .valueOf(row);
                    }
                    double expected = Double.parseDouble(value.toString());
                    assertThat(((Number) found).doubleValue())
                            .as("%s of %s", name, code)
                            .isCloseTo(expected, within(1e-9 * Math.max(1e-6, Math.abs(expected))));
                }));
    }

    private static StudyParameters parameters(Map<?, ?> example) {
        EnumSet<MetricGroup> groups = EnumSet.of(MetricGroup.BASIC);
        list(example, "metrics")
                .forEach(name -> groups.add(MetricGroup.valueOf(name.toString().toUpperCase(Locale.ROOT))));
        MetricOptions defaults = StudyParameters.DEFAULTS.metrics();
        Object area = example.get("parameters") instanceof Map<?, ?> given ? given.get("landscape_area_m2") : null;
        return StudyParameters.DEFAULTS.withMetrics(new MetricOptions(
                groups,
                defaults.edgeDepthM(),
                defaults.searchRadiusM(),
                defaults.thresholdsM(),
                area == null ? null : Double.valueOf(area.toString())));
    }

    private static MicroSpace spaceOf(Landscape landscape) {
        return new MicroSpace(landscape.code(0), "", null, true, landscape.geometry(0));
    }

    private static Landscape landscape(Map<?, ?> example) {
        List<MicroSpace> spaces = new ArrayList<>();
        ((Map<?, ?>) example.get("spaces"))
                .forEach((code, wkt) -> spaces.add(new MicroSpace(code.toString(), "", null, true, geometry(wkt))));
        return Landscape.of(
                spaces,
                layer(
                        example,
                        "surfaces",
                        row -> new Surface(
                                Cover.valueOf(row.get("cover").toString().toUpperCase(Locale.ROOT)),
                                geometry(row.get("wkt")))),
                layer(
                        example,
                        "roads",
                        row -> new Road(
                                null,
                                null,
                                Boolean.TRUE.equals(row.get("bridge")),
                                Boolean.TRUE.equals(row.get("tunnel")),
                                0,
                                geometry(row.get("wkt")))),
                layer(
                        example,
                        "crowns",
                        row -> new Crown(
                                geometry(row.get("wkt")),
                                Double.valueOf(row.get("diameter_m").toString()),
                                null)),
                null,
                layer(
                        example,
                        "plants",
                        row -> new Planting(
                                row.get("code").toString(),
                                row.get("taxon").toString(),
                                Double.valueOf(row.get("count").toString()))));
    }

    private static <T> List<T> layer(Map<?, ?> example, String name, Function<Map<?, ?>, T> row) {
        return example.containsKey(name)
                ? list(example, name).stream()
                        .map(item -> row.apply((Map<?, ?>) item))
                        .toList()
                : null;
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    /** In the grid of a metric system, where coordinates cannot be taken for degrees. */
    private static Geometry geometry(Object wkt) {
        try {
            return AffineTransformation.translationInstance(500_000, 3_300_000)
                    .transform(new WKTReader().read(wkt.toString()));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt.toString(), e);
        }
    }

    private static List<Card> cards() {
        try (Stream<Path> files = Files.list(CARDS)) {
            return files.filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .map(MetricCardsTest::card)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Card card(Path file) {
        try {
            Matcher block = BLOCK.matcher(Files.readString(file));
            assertThat(block.find()).as("an example in %s", file).isTrue();
            Map<?, ?> example = new Yaml(new SafeConstructor(new LoaderOptions())).load(block.group(1));
            return new Card(
                    file.getFileName().toString(),
                    list(example, "columns").stream().map(Object::toString).toList(),
                    example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
