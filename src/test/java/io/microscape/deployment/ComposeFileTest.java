package io.microscape.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposeFileTest {
    @Test
    void followsTheComposeSpecification() throws IOException {
        assertThat(schema().validate(json(DeploymentFiles.compose()))).isEmpty();
    }

    @Test
    void theSchemaRefusesAMisspeltKey() throws IOException {
        Map<String, Object> misspelt = DeploymentFiles.compose();
        Map<String, Object> postgis = DeploymentFiles.child(DeploymentFiles.child(misspelt, "services"), "postgis");
        postgis.put("enviroment", Map.of());
        assertThat(schema().validate(json(misspelt))).isNotEmpty();
    }

    @Test
    void everyImageIsPinnedToAVersion() {
        assertThat(DeploymentFiles.matches("docker-compose.yml", "image: (\\S+)"))
                .hasSize(2)
                .allMatch(image -> image.matches(".+:\\d+[.-].+"));
        assertThat(DeploymentFiles.matches("Dockerfile", "^FROM (\\S+)"))
                .singleElement()
                .asString()
                .matches(".+:17\\.\\d+\\.\\d+_\\d+-jre-.+");
    }

    @Test
    void microscapeWaitsForHealthyServices() {
        Map<String, Map<String, Map<String, Object>>> microscape =
                DeploymentFiles.child(DeploymentFiles.services(), "microscape");
        Map<String, Map<String, Object>> dependencies = microscape.get("depends_on");
        assertThat(dependencies).containsOnlyKeys("postgis", "geoserver");
        dependencies.forEach((service, dependency) -> {
            assertThat(dependency).containsEntry("condition", "service_healthy");
            assertThat(DeploymentFiles.services().get(service)).containsKey("healthcheck");
        });
    }

    @Test
    void nothingListensBeyondTheMachineUnlessTheUserSaysSo() {
        assertThat(DeploymentFiles.services().values())
                .flatExtracting(service -> (List<?>) service.getOrDefault("ports", List.of()))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
    }

    @Test
    void theImageDoesNotRunAsRoot() {
        assertThat(DeploymentFiles.matches("Dockerfile", "^USER (\\S+)")).containsExactly("microscape");
        assertThat(DeploymentFiles.matches("Dockerfile", "^(HEALTHCHECK)")).isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream stream = ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            JsonNode schema = new ObjectMapper().readTree(stream);
            // The file names its parts by "id", a keyword of draft 4 that the draft it declares does not know.
            schema.findParents("id").stream()
                    .filter(part -> part.get("id").isTextual())
                    .forEach(part -> ((ObjectNode) part).remove("id"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                    .getSchema(schema);
        }
    }

    private static JsonNode json(Map<String, Object> yaml) {
        return new ObjectMapper().valueToTree(yaml);
    }
}
