package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotAtlas;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Context layers from the file to the snapshot, from a study that has nothing else. */
class ContextLayersTest {
    private static final String SCHOOLS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"第一小学","pupils":800,"ratio":0.5,"open":true},
             "geometry":{"type":"Point","coordinates":[106.4,29.8]}},
            {"type":"Feature","properties":{"name":"第二小学","pupils":650.5,"late":"x"},
             "geometry":{"type":"MultiPoint","coordinates":[[106.41,29.81],[106.42,29.82]]}}]}
            """;
    private static final String MIXED = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[106.4,29.8]}},
            {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[106,29],[107,30]]}}]}
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> layers = new TreeMap<>();

    @Test
    void allAttributesAreKeptWithTheirTypesAndPublishWorksWithoutTheFile() throws Exception {
        layers.put("schools", SCHOOLS);
        try (Workspace workspace = workspace()) {
            workspace.pipeline().run(study("{name: Schools, file: schools.geojson, queryable: true}"), Progress.NONE);
            Files.delete(folder.resolve("schools.geojson"));
            List<PublishedLayer> published = workspace.pipeline().publish("town", Progress.NONE);

            assertThat(published).singleElement().satisfies(layer -> {
                assertThat(layer.qualifiedName()).isEqualTo("town:Schools");
                assertThat(layer.definition().geometry()).isEqualTo(GeometryType.POINT);
                assertThat(layer.definition().styles()).containsExactly("points");
                assertThat(layer.attributes())
                        .extracting(attribute ->
                                attribute.name() + " " + attribute.type().getSimpleName())
                        .containsExactlyInAnyOrder(
                                "id Long",
                                "name String",
                                "pupils Double",
                                "ratio Double",
                                "open Boolean",
                                "late String");
            });
            List<SnapshotFeature> features = new ArrayList<>();
            new SnapshotAtlas(folder.resolve("home")).query(published.get(0), null, features::add);
            int name = published.get(0).attributes().stream()
                    .map(PublishedLayer.Attribute::name)
                    .toList()
                    .indexOf("name");
            assertThat(features)
                    .extracting(feature -> feature.values().get(name))
                    .containsExactlyInAnyOrder("第一小学", "第二小学", "第二小学");
        }
    }

    @Test
    void aFileOfSeveralKindsOfGeometryIsPublishedByKind() throws Exception {
        layers.put("mixed", MIXED);
        try (Workspace workspace = workspace()) {
            assertThatThrownBy(
                            () -> workspace.pipeline().run(study("{name: mixed, file: mixed.geojson}"), Progress.NONE))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("geometry: points")
                    .hasMessageContaining("geometry: lines");
            List<PublishedLayer> published = workspace
                    .pipeline()
                    .run(
                            study("{name: stops, file: mixed.geojson, geometry: points}, "
                                    + "{name: routes, file: mixed.geojson, geometry: lines}"),
                            Progress.NONE)
                    .layers();
            assertThat(published)
                    .extracting(layer -> layer.definition().name() + " " + layer.featureCount())
                    .containsExactly("stops 1", "routes 1");
        }
    }

    private Workspace workspace() {
        return Workspace.open(Settings.fromEnvironment(
                Map.of("MICROSCAPE_HOME", folder.resolve("home").toString())));
    }

    private Path study(String context) throws Exception {
        for (Map.Entry<String, String> layer : layers.entrySet()) {
            Files.writeString(folder.resolve(layer.getKey() + ".geojson"), layer.getValue());
        }
        return Files.writeString(folder.resolve("study.yml"), "study: town\ncontext: [" + context + "]\n");
    }
}
