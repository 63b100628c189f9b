package io.microscape.api;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.SnapshotAtlas;
import io.microscape.ogc.OgcConfiguration;
import io.microscape.ogc.wmts.WmtsConfiguration;
import io.microscape.pipeline.Jobs;
import io.microscape.pipeline.Settings;
import io.microscape.pipeline.StudyPipeline;
import io.microscape.pipeline.Workspace;
import io.microscape.portrayal.MapDrawing;
import io.microscape.portrayal.Portrayal;
import io.microscape.store.StudyStore;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Wires the rooms together for the service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration")
@Import({
    OgcConfiguration.class,
    WmtsConfiguration.class,
    StudiesController.class,
    CommunitiesController.class,
    StatisticsController.class,
    ReportController.class,
    ComparisonsController.class,
    WritesController.class,
    AccountsController.class,
    JobsController.class,
    ProblemDetails.class,
    WriteAccess.class
})
class ServerConfiguration {
    @Bean
    Workspace workspace(Settings settings) {
        return Workspace.open(settings);
    }

    @Bean
    StudyStore studyStore(Workspace workspace) {
        return workspace.store();
    }

    @Bean
    StudyPipeline studyPipeline(Workspace workspace) {
        return workspace.pipeline();
    }

    @Bean
    Atlas atlas(Settings settings) {
        return new SnapshotAtlas(settings.home());
    }

    @Bean
    Portrayal portrayal(Atlas atlas, @Value("${microscape.wms.draw-seconds:30}") long drawSeconds) {
        return new MapDrawing(atlas, Duration.ofSeconds(drawSeconds));
    }

    @Bean
    TomcatConnections tomcatConnections() {
        return new TomcatConnections();
    }

    @Bean
    Jobs jobs() {
        return new Jobs();
    }
}
