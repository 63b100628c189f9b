package io.microscape.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.FeatureView;
import io.microscape.atlas.LayerDefinition;
import io.microscape.atlas.LayerDefinition.GeometryType;
import io.microscape.atlas.LayerDefinition.Source;
import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.SnapshotFeature;
import io.microscape.study.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** A client that hangs up stops the drawing; one that waits gets its map, and what it sent ahead is answered next. */
class HangUpTest {
    private static final SlowAtlas ATLAS = new SlowAtlas();
    private static final long PATIENCE_SECONDS = 60;

    private static MapServer server;

    @BeforeAll
    static void start() {
        server = MapServer.start(ATLAS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The layer never ends: without being stopped the drawing would go on for good. The larger map is drawn in bands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GetMap&STYLES=&WIDTH=100&HEIGHT=100",
                "GetMap&STYLES=&WIDTH=2000&HEIGHT=2000",
                "GetFeatureInfo&STYLES=&WIDTH=100&HEIGHT=100&QUERY_LAYERS=study:points&I=5&J=5"
            })
    void hangingUpStopsTheDrawing(String request) throws Exception {
        ATLAS.goOn = () -> true;
        try (Socket socket = send(request)) {
            assertThat(ATLAS.begun.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(ATLAS.ended.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the drawing has ended")
                .isTrue();
        while (ATLAS.begun.availablePermits() > 0) {
            ATLAS.begun.acquire();
            assertThat(ATLAS.ended.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void whoWaitsGetsTheMapAndTheAnswerToWhatItSentAhead() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        ATLAS.goOn = () -> System.nanoTime() < end;
        String first = "GetMap&STYLES=&WIDTH=100&HEIGHT=100";
        try (Socket socket = send(first)) {
            assertThat(ATLAS.begun.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            write(socket, "GetNothing", "close");
            InputStream in = socket.getInputStream();
            String answers = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answers)
                    .startsWith("HTTP/1.1 200")
                    .contains("PNG")
                    .contains("REQUEST GetNothing is not supported");
        }
        assertThat(ATLAS.ended.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        write(socket, request, "keep-alive");
        return socket;
    }

    private static void write(Socket socket, String request, String connection) throws IOException {
        String line = "GET /wms?SERVICE=WMS&VERSION=1.3.0&LAYERS=study:points&CRS=CRS:84&BBOX=0,0,1,1"
                + "&FORMAT=image/png&REQUEST=" + request + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection
                + "\r\n\r\n";
        socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** A layer of one point that comes again and again as long as it is told to go on. */
    private static final class SlowAtlas implements Atlas {
        private static final SnapshotFeature POINT =
                new SnapshotFeature("1", new GeometryFactory().createPoint(new Coordinate(0.5, 0.5)), List.of());

        private final Semaphore begun = new Semaphore(0);
        private final Semaphore ended = new Semaphore(0);
        private volatile BooleanSupplier goOn = () -> false;

        private final PublishedLayer layer = new PublishedLayer(
                "study",
                new LayerDefinition(
                        "points",
                        new LocalizedText("points", null),
                        new LocalizedText(null, null),
                        List.of(),
                        Source.CONTEXT,
                        GeometryType.POINT,
                        List.of(),
                        List.of("points"),
                        true,
                        null),
                new LocalizedText("study", null),
                null,
                "v1",
                Instant.EPOCH,
                new Envelope(0, 1, 0, 1),
                1,
                List.of(),
                null);

        @Override
        public List<PublishedLayer> layers() {
            return List.of(layer);
        }

        @Override
        public Optional<PublishedLayer> layer(String qualifiedName) {
            return Optional.of(layer).filter(it -> it.qualifiedName().equals(qualifiedName));
        }

        @Override
        public long updateSequence() {
            return 1;
        }

        @Override
        public void scan(PublishedLayer scanned, Envelope box, Consumer<? super FeatureView> action) {
            begun.release();
            try {
                while (goOn.getAsBoolean()) {
                    action.accept(FeatureView.of(POINT));
                }
            } finally {
                ended.release();
            }
        }

        @Override
        public String sld(PublishedLayer published, String style) {
            return """
                    <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"><NamedLayer><UserStyle>
                    <FeatureTypeStyle><Rule><PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName></Mark>
                    <Size>8</Size></Graphic></PointSymbolizer></Rule></FeatureTypeStyle>
                    </UserStyle></NamedLayer></StyledLayerDescriptor>
                    """;
        }
    }
}
