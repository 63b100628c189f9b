package io.microscape.ogc;

import io.microscape.portrayal.MapDrawing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A service over the fake atlas, and requests to it that are right until a test changes one parameter. */
final class TestWms {
    static final String SERVICE_URL = "https://maps.example.org/wms";
    static final WmsSettings SETTINGS = new WmsSettings(
            null,
            null,
            List.of(),
            new WmsSettings.Contact("A. Planner", "Office", null, null, "重庆", null, null, "CN", null, "a@example.org"),
            null,
            "none",
            "none",
            4096,
            4096,
            4_000_000,
            20,
            100,
            200_000,
            20,
            0);

    private static final FakeAtlas ATLAS = new FakeAtlas();
    static final WebMapService SERVICE = new WebMapService(ATLAS, new FakePortrayal(ATLAS), SETTINGS);

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private TestWms() {}

    /** The same service with real drawing. */
    static final WebMapService DRAWN_SERVICE = new WebMapService(ATLAS, new MapDrawing(ATLAS), SETTINGS);

    static WmsController controller() {
        return new WmsController(ATLAS, new FakePortrayal(ATLAS), SETTINGS);
    }

    /** Both spaces and the road, 104 pixels for 0.0052 degrees. */
    static TestWms getMap() {
        return new TestWms()
                .with("SERVICE", "WMS")
                .with("VERSION", "1.3.0")
                .with("REQUEST", "GetMap")
                .with("LAYERS", FakeAtlas.SPACES)
                .with("STYLES", "")
                .with("CRS", "CRS:84")
                .with("BBOX", "106.3990,29.7990,106.4040,29.8030")
                .with("WIDTH", "100")
                .with("HEIGHT", "80")
                .with("FORMAT", "image/png");
    }

    /** The same map in version 1.1.1. */
    static TestWms getMap111() {
        return getMap().with("VERSION", "1.1.1").without("CRS").with("SRS", "EPSG:4326");
    }

    /** A point in the middle of space A01. */
    static TestWms getFeatureInfo() {
        return getMap().with("REQUEST", "GetFeatureInfo")
                .with("QUERY_LAYERS", FakeAtlas.SPACES)
                .with("INFO_FORMAT", "application/json")
                .with("I", "30")
                .with("J", "50");
    }

    static TestWms getCapabilities(String version) {
        return new TestWms()
                .with("SERVICE", "WMS")
                .with("REQUEST", "GetCapabilities")
                .with("VERSION", version);
    }

    static TestWms getLegendGraphic() {
        return new TestWms()
                .with("SERVICE", "WMS")
                .with("VERSION", "1.3.0")
                .with("REQUEST", "GetLegendGraphic")
                .with("LAYER", FakeAtlas.SPACES)
                .with("FORMAT", "image/png");
    }

    static WmsController drawnController() {
        return new WmsController(ATLAS, new MapDrawing(ATLAS), SETTINGS);
    }

    TestWms with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    TestWms without(String name) {
        parameters.remove(name);
        return this;
    }

    String query() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    WmsResponse answer() {
        return answer(query(), null, null);
    }

    WmsResponse answer(String acceptLanguage, String ifNoneMatch) {
        return answer(query(), acceptLanguage, ifNoneMatch);
    }

    String text() {
        return new String(answer().body(), StandardCharsets.UTF_8);
    }

    static WmsResponse answer(String query, String acceptLanguage, String ifNoneMatch) {
        return SERVICE.answer(new WmsCall(RequestParameters.parse(query), SERVICE_URL, acceptLanguage, ifNoneMatch));
    }
}
