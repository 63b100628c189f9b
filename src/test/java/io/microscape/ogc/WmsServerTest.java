package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real server shows: broken escapes get past Tomcat, the page and its parts are there. */
@SpringBootTest(classes = WmsTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WmsServerTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/wms?REQUEST=%ZZ|ServiceException",
                "/wms?REQUEST=%|ServiceException",
                "/wms?REQUEST=%C3%28|ServiceException",
                "/wms?REQUEST=<{[^`]}>|is not supported",
                "/wms|REQUEST is missing",
                "/wms?SERVICE=WMS&REQUEST=GetCapabilities|WMS_Capabilities",
                "/|map.js",
                "/map.js|readCapabilities",
                "/wms.js|GetFeatureInfo",
                "/map.css|--ink",
                "/webjars/ol/10.7.0/ol.css|.ol-",
                "/webjars/ol/10.7.0/dist/ol.js|ol"
            })
    void aRawRequestIsAnswered(String target, String expected) throws IOException {
        String response = rawGet(target);
        assertThat(response).startsWith("HTTP/1.1 200").contains(expected);
    }

    /** Style sheets of GET requests make addresses long. */
    @Test
    void anAddressMayBeLong() throws IOException {
        assertThat(rawGet("/wms?REQUEST=GetMap&VERSION=1.3.0&SLD_BODY=" + "x".repeat(60_000)))
                .startsWith("HTTP/1.1 200")
                .contains("SLD_BODY: SLD: is not usable XML");
    }

    /** By hand, since HTTP clients refuse to send a broken escape. */
    private String rawGet(String target) throws IOException {
        try (Socket socket = new Socket("localhost", port);
                Writer writer = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            writer.write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            writer.flush();
            StringBuilder response = new StringBuilder();
            reader.lines().forEach(line -> response.append(line).append('\n'));
            return response.toString();
        }
    }
}
