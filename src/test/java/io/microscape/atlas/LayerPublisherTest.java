package io.microscape.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import io.microscape.study.Study;
import io.microscape.study.StudyParameters;
import io.microscape.testing.MemoryStudyStore;
import io.microscape.testing.Neighbourhood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

class LayerPublisherTest {
    @TempDir
    Path home;

    private final MemoryStudyStore store = Neighbourhood.store();

    @Test
    void aStudyThatNamesNoLayersGetsAllItHasDataFor() {
        publish(Neighbourhood.study());
        assertThat(names())
                .containsExactly(
                        "net_carbon",
                        "net_carbon_per_m2",
                        "vegetation_sink",
                        "soil_sink",
                        "green_ratio",
                        "hard_ratio",
                        "road_density_15m",
                        "connectivity",
                        "canopy_cover",
                        "canopy_density",
                        "species_richness",
                        "micro_spaces",
                        "roads",
                        "surfaces",
                        "crowns",
                        "communities");
        store.roads.clear();
        store.rows.replaceAll(row -> Neighbourhood.row(
                row.space().code(), row.space().name(), true, row.space().geometry(), null));
        publish(Neighbourhood.study());
        assertThat(names())
                .contains("green_ratio", "micro_spaces")
                .doesNotContain("roads", "net_carbon", "net_carbon_per_m2", "soil_sink");
    }

    @Test
    void namedLayersComeInTheStudysOrderWithTheStoresValues() {
        publish(Neighbourhood.study("roads", "net_carbon"));
        assertThat(names()).containsExactly("roads", "net_carbon");
        SnapshotAtlas atlas = new SnapshotAtlas(home);
        PublishedLayer layer = atlas.layer("quarter:net_carbon").orElseThrow();
        assertThat(layer.featureCount()).isEqualTo(16);
        assertThat(layer.studyCrs()).isEqualTo("EPSG:4544");
        assertThat(layer.studyTitle().zh()).isEqualTo("示例街区");
        int net = layer.definition().attributes().indexOf("net_carbon_kg");
        assertThat(layer.attributes().get(net).unit()).isEqualTo("kg CO2");
        List<SnapshotFeature> features = features(atlas, layer, null);
        assertThat(features).hasSize(16);
        SnapshotFeature first = features.stream()
                .filter(feature -> feature.id().equals("S0"))
                .findFirst()
                .orElseThrow();
        // 10 soil − 1500 vegetation − 5 − 3 − 2
        assertThat(first.values().get(net)).isEqualTo(-1500.0);
        assertThat(first.geometry().equalsTopo(store.rows.get(0).space().geometry()))
                .isTrue();
        assertThat(layer.bounds())
                .isEqualTo(store.rows.stream()
                        .map(row -> row.space().geometry().getEnvelopeInternal())
                        .reduce(new Envelope(), (sum, box) -> {
                            sum.expandToInclude(box);
                            return sum;
                        }));
    }

    @Test
    void versionsChangeExactlyWhenContentDoes() throws IOException {
        List<PublishedLayer> first = publish(Neighbourhood.study("net_carbon", "roads"));
        long sequence = new SnapshotAtlas(home).updateSequence();
        store.rows.set(
                3,
                Neighbourhood.row(
                        "S3", "changed", true, store.rows.get(3).space().geometry(), 123.0));
        List<PublishedLayer> second = publish(Neighbourhood.study("net_carbon", "roads"));
        assertThat(second.get(0).version()).isNotEqualTo(first.get(0).version());
        assertThat(second.get(1)).isEqualTo(first.get(1));
        assertThat(new SnapshotAtlas(home).updateSequence()).isGreaterThan(sequence);
        assertThat(first.get(0).snapshot()).doesNotExist();
        assertThat(snapshotFiles()).hasSize(2);
    }

    @Test
    void aRequestUnderWayEndsOnTheVersionItBeganWith() {
        publish(Neighbourhood.study("net_carbon"));
        SnapshotAtlas atlas = new SnapshotAtlas(home);
        PublishedLayer old = atlas.layer("quarter:net_carbon").orElseThrow();
        store.rows.subList(5, 16).clear();
        publish(Neighbourhood.study("net_carbon"));
        assertThat(atlas.layer("quarter:net_carbon").orElseThrow().featureCount())
                .isEqualTo(5);
        assertThat(features(atlas, old, null)).hasSize(16);
        assertThat(atlas.sld(old, "net_carbon")).contains("net_carbon_kg");
    }

    @Test
    void layersWithoutDataOrDefinitionAreRefusedAndNothingChanges() {
        publish(Neighbourhood.study("net_carbon"));
        assertThatThrownBy(() -> publish(Neighbourhood.study("net_carbon", "flowers")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no layer flowers")
                .hasMessageContaining("species_richness");
        store.rows.replaceAll(row -> Neighbourhood.row(
                row.space().code(), row.space().name(), true, row.space().geometry(), null));
        assertThatThrownBy(() -> publish(Neighbourhood.study("green_ratio", "net_carbon")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("layer net_carbon")
                .hasMessageContaining("net_carbon_kg");
        assertThat(names()).containsExactly("net_carbon");
    }

    @Test
    void anotherRadiusRenamesLayerColumnsAndStyleProperties() {
        Study wide = new Study(
                "quarter",
                Neighbourhood.study().title(),
                "EPSG:4544",
                new StudyParameters(
                        20, StudyParameters.DensityDenominator.ZONE, 50, StudyParameters.ConnectivityDistance.EDGE),
                List.of("road_density_20m"));
        PublishedLayer layer = publish(wide).get(0);
        assertThat(layer.definition().attributes()).contains("road_length_20m_m", "road_density_20m");
        assertThat(layer.definition().title().zh()).isEqualTo("20 米内路网密度");
        assertThat(new SnapshotAtlas(home).sld(layer, "road_density"))
                .contains("road_density_20m")
                .doesNotContain("15m");
    }

    @Test
    void definitionsAndStylesBesideTheStudyFileOverrideAndStay() throws IOException {
        Path beside = home.resolve("study");
        Files.createDirectories(beside.resolve("layers"));
        Files.createDirectories(beside.resolve("styles"));
        Files.writeString(beside.resolve("layers/mine.yml"), """
                name: mine
                title: {en: Mine, zh: 我的}
                abstract: {en: a, zh: b}
                source: spaces
                geometry: polygon
                attributes: [code, green_ratio]
                styles: [mine]
                """);
        Files.writeString(
                beside.resolve("styles/mine.sld"),
                Files.readString(Path.of("styles/green_ratio.sld")).replace("#006D2C", "#123456"));
        new LayerPublisher(home).publish(store, Neighbourhood.study("mine"), List.of(beside), Progress.NONE);
        Files.delete(beside.resolve("styles/mine.sld"));
        SnapshotAtlas atlas = new SnapshotAtlas(home);
        assertThat(atlas.sld(atlas.layer("quarter:mine").orElseThrow(), "mine")).contains("#123456");
    }

    @Test
    void badDefinitionsAreNamed() throws IOException {
        Files.createDirectories(home.resolve("layers"));
        Path file = home.resolve("layers/bad.yml");
        String good = """
                name: bad
                title: {en: Bad}
                source: spaces
                geometry: polygon
                attributes: [code]
                styles: [plain]
                """;
        for (String[] change : new String[][] {
            {"name: bad", "name: Bad Name", "Bad Name"},
            {"source: spaces", "source: moon", "spaces, surfaces"},
            {"geometry: polygon", "geometry: line", "geometry: polygon"},
            {"attributes: [code]", "attributes: [colour]", "colour"},
            {"styles: [plain]", "style: plain", "unknown key style"},
            {"title: {en: Bad}", "title: {en: [", "not valid YAML"},
            {"name: bad", "name: net_carbon", "two definitions"},
            {"name: bad", "bad: !!java.net.URL [http://x]", "not valid YAML"}
        }) {
            Files.writeString(file, good.replace(change[0], change[1]));
            assertThatThrownBy(() -> LayerDefinitions.load(List.of(home)).of(StudyParameters.DEFAULTS))
                    .as(change[1])
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(change[2]);
        }
    }

    @Test
    void withdrawnStudiesAreGoneAndTheSequenceStillGrows() {
        publish(Neighbourhood.study("net_carbon"));
        SnapshotAtlas atlas = new SnapshotAtlas(home);
        long sequence = atlas.updateSequence();
        new LayerPublisher(home).withdraw("quarter");
        assertThat(atlas.layers()).isEmpty();
        assertThat(atlas.updateSequence()).isGreaterThan(sequence);
    }

    @Test
    void aDamagedSnapshotIsReportedAndTheOthersAreServed() throws IOException {
        List<PublishedLayer> layers = publish(Neighbourhood.study("net_carbon", "roads"));
        Files.write(layers.get(0).snapshot(), new byte[50]);
        SnapshotAtlas atlas = new SnapshotAtlas(home);
        assertThatThrownBy(() -> features(atlas, atlas.layers().get(0), null))
                .isInstanceOf(SnapshotUnavailableException.class)
                .hasMessageContaining("publish its study again");
        assertThat(features(atlas, atlas.layers().get(1), null)).hasSize(10);
        Files.delete(layers.get(0).snapshot());
        SnapshotAtlas later = new SnapshotAtlas(home);
        assertThatThrownBy(() -> features(later, later.layers().get(0), null))
                .isInstanceOf(SnapshotUnavailableException.class);
    }

    /**
     * A child process publishes one of two states over and over and is killed: what is published must be all of the one
     * state or all of the other.
     */
    @Test
    void aKilledPublicationLeavesTheOldLayersOrTheNewOnes() throws Exception {
        new LayerPublisher(home).publish(marked(0), Neighbourhood.study(), List.of(), Progress.NONE);
        SnapshotAtlas server = new SnapshotAtlas(home);
        List<Object> seen = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            PublishingChild.class.getName(),
                            home.toString())
                    .redirectErrorStream(true)
                    .start();
            // the first byte says that publications have begun
            assertThat(child.getInputStream().read()).as("the child publishes").isEqualTo('.');
            long until = System.nanoTime() + (long) (Math.random() * 400e6);
            while (System.nanoTime() < until) {
                seen.add(onlyMark(server));
            }
            child.destroyForcibly().waitFor();
            seen.add(onlyMark(server));
            seen.add(onlyMark(new SnapshotAtlas(home)));
        }
        assertThat(seen).contains("mark 1").doesNotContain("mixed");
        new LayerPublisher(home).publish(marked(3), Neighbourhood.study(), List.of(), Progress.NONE);
        assertThat(onlyMark(server)).isEqualTo("mark 3");
        assertThat(snapshotFiles()).hasSize(server.layers().size());
        assertThat(home.resolve("layers/quarter/.work")).doesNotExist();
    }

    /** Publishes states 1 and 2 in turn until it is killed. */
    static final class PublishingChild {
        public static void main(String[] arguments) {
            LayerPublisher publisher = new LayerPublisher(Path.of(arguments[0]));
            for (int state = 1; ; state = 3 - state) {
                publisher.publish(marked(state), Neighbourhood.study(), List.of(), Progress.NONE);
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    private static MemoryStudyStore marked(int state) {
        MemoryStudyStore store = Neighbourhood.store();
        store.rows.replaceAll(row -> Neighbourhood.row(
                row.space().code(), "mark " + state, true, row.space().geometry(), 100.0 + state));
        return store;
    }

    private static Object onlyMark(SnapshotAtlas atlas) {
        List<Object> marks = new ArrayList<>();
        for (PublishedLayer layer : atlas.layers()) {
            int name = layer.definition().attributes().indexOf("name");
            if (layer.definition().source() == LayerDefinition.Source.SPACES) {
                features(atlas, layer, null)
                        .forEach(feature -> marks.add(feature.values().get(name)));
            }
        }
        assertThat(marks).hasSize(12 * 16);
        return marks.stream().distinct().count() == 1 ? marks.get(0) : "mixed";
    }

    private List<PublishedLayer> publish(Study study) {
        return new LayerPublisher(home).publish(store, study, List.of(), Progress.NONE);
    }

    private List<String> names() {
        return new SnapshotAtlas(home)
                .layers().stream().map(layer -> layer.definition().name()).toList();
    }

    private static List<SnapshotFeature> features(SnapshotAtlas atlas, PublishedLayer layer, Envelope box) {
        List<SnapshotFeature> features = new ArrayList<>();
        atlas.query(layer, box, features::add);
        return features;
    }

    private List<Path> snapshotFiles() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".fgb")).toList();
        }
    }
}
