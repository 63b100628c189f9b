package io.microscape.api;

import io.microscape.atlas.Atlas;
import io.microscape.ogc.OgcConfiguration;
import io.microscape.ogc.wmts.WmtsConfiguration;
import io.microscape.portrayal.MapDrawing;
import io.microscape.portrayal.Portrayal;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Maps and tiles of an atlas in a real Tomcat at a free port, without a database. */
final class MapServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private MapServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static MapServer start(Atlas atlas) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(
                Map.of("server.port", 0, "server.address", "127.0.0.1", "spring.main.banner-mode", "off"));
        application.addInitializers(created -> created.getBeanFactory().registerSingleton("atlas", atlas));
        return new MapServer(application.run());
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** "http://127.0.0.1:12345" */
    String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    @Import({OgcConfiguration.class, WmtsConfiguration.class, TomcatConnections.class, ProblemDetails.class})
    static class Application {
        @Bean
        Portrayal portrayal(Atlas atlas) {
            return new MapDrawing(atlas);
        }
    }
}
