package io.microscape.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.pipeline.Settings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the deployment files set is what the program reads, and what they ask of the user is written down. */
class EnvironmentVariablesTest {
    @Test
    void everyVariableThatIsSetIsRead() {
        Set<String> set = new TreeSet<>(DeploymentFiles.matches("Dockerfile", "\\b(MICROSCAPE_[A-Z0-9_]+)"));
        set.addAll(DeploymentFiles.matches("docker-compose.yml", "\\b(MICROSCAPE_[A-Z0-9_]+)"));
        set.addAll(DeploymentFiles.matches(".env.example", "\\b(MICROSCAPE_[A-Z0-9_]+)"));
        assertThat(set).contains("MICROSCAPE_HOME", "MICROSCAPE_DB_URL", "MICROSCAPE_TOKEN");
        assertThat(Settings.environmentVariables()).containsAll(set);
    }

    @Test
    void everyVariableThatComposeAsksForIsInTheExample() {
        assertThat(DeploymentFiles.matches(".env.example", "^([A-Z0-9_]+)="))
                .isEqualTo(DeploymentFiles.matches("docker-compose.yml", "\\$\\{([A-Z0-9_]+)"));
    }

    @Test
    void noSecretHasAValueInTheRepository() {
        assertThat(DeploymentFiles.matches(".env.example", "^([A-Z0-9_]+)=.+$")).isEmpty();
        assertThat(DeploymentFiles.matches(
                        "docker-compose.yml", "^\\s*([A-Z0-9_]*(?:PASSWORD|TOKEN)): (?!\\$\\{[A-Z_]+:\\?)"))
                .isEmpty();
    }
}
