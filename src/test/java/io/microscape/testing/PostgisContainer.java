package io.microscape.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostGIS in a container of Testcontainers, which removes it when the JVM ends or is killed. */
final class PostgisContainer {
    private static final DockerImageName IMAGE =
            DockerImageName.parse("postgis/postgis:16-3.5").asCompatibleSubstituteFor("postgres");

    private PostgisContainer() {}

    /** A started container; empty where Docker does not answer. */
    static Optional<PostgreSQLContainer> start() {
        // Testcontainers takes seconds and pages of log to find out what the absence of a socket says at once.
        boolean docker = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        if (!docker || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.start();
        return Optional.of(container);
    }
}
