package io.microscape.api;

import io.microscape.pipeline.Settings;
import io.microscape.pipeline.StudyPipeline;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The HTTP service: maps, API and web page over one store and one home folder. */
public final class MicroscapeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MicroscapeServer.class);

    private final ConfigurableApplicationContext context;
    private final Settings settings;
    private final CountDownLatch closed = new CountDownLatch(1);

    private MicroscapeServer(ConfigurableApplicationContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    /**
     * Starts the service and runs the study files that are new or changed.
     *
     * @throws InvalidInputException if the port is taken, the database cannot be opened, or a study file fails whose study
     *     was never run; one that was run before is served as it was, and the failure is logged
     */
    public static MicroscapeServer start(Settings settings, List<Path> studyFiles, Progress progress) {
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(true);
        application.setDefaultProperties(Map.of(
                "server.port",
                settings.port(),
                "server.address",
                settings.bind(),
                "spring.servlet.multipart.max-file-size",
                settings.maxUploadBytes() + "B",
                "spring.servlet.multipart.max-request-size",
                settings.maxUploadBytes() + "B"));
        application.addInitializers(
                created -> created.getBeanFactory().registerSingleton("microscapeSettings", settings));
        MapWarmUp.begin(settings.home());
        MicroscapeServer server;
        try {
            server = new MicroscapeServer(application.run(), settings);
        } catch (RuntimeException e) {
            throw explained(e, settings);
        }
        server.context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                server.closed.countDown();
            }
        });
        try {
            studyFiles.forEach(file -> server.runIfStale(file, progress));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** "http://127.0.0.1:8080" */
    public String address() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        String host = settings.bind();
        boolean anyAddress = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (anyAddress ? "localhost" : host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Waits until the service is stopped. */
    public void await() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        context.close();
    }

    private void runIfStale(Path studyFile, Progress progress) {
        StudyPipeline pipeline = context.getBean(StudyPipeline.class);
        if (!pipeline.isStale(studyFile)) {
            return;
        }
        try {
            pipeline.run(studyFile, progress);
        } catch (InvalidInputException e) {
            if (!pipeline.wasRunBefore(studyFile)) {
                throw e;
            }
            LOG.warn("{} could not be run again; what it published before is served: {}", studyFile, e.getMessage());
        }
    }

    private static RuntimeException explained(RuntimeException failure, Settings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInputException invalid) {
                return invalid;
            }
            if (cause instanceof PortInUseException) {
                return InvalidInputException.of(
                        "port " + settings.port(), "it is in use", "choose another with --port or MICROSCAPE_PORT");
            }
        }
        return failure;
    }
}
