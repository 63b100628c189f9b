package io.microscape.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A thousand mutated requests: each is answered with a valid document or picture, or a valid service exception. */
class WmsFuzzTest {
    private static final int REQUESTS = 1000;
    private static final long SEED = 20261121;

    private static final List<String> VALUES = List.of(
            "",
            "-1",
            "0",
            "1",
            "99999999999999999999999",
            "1e400",
            "-1e308,-1e308,1e308,1e308",
            "1e-300,0,2e-300,1",
            "NaN",
            "0x",
            "%",
            "%E5%8C%97",
            "%B1%B1",
            "%00",
            "%F0%9F%8C%B3",
            "..%2F..%2Fetc",
            "'%20OR%201=1--",
            "%3Cscript%3E",
            "${jndi:x}",
            "beibei",
            "beibei,beibei,beibei",
            ",,,,,,,,",
            "EPSG:3857",
            "EPSG:4544",
            "EPSG:4326",
            "CRS:84",
            "EPSG:",
            "AUTO2:42001,1,0,0",
            "1.1.1",
            "1.3.0",
            "9.9",
            "image/jpeg",
            "INIMAGE",
            "BLANK",
            "TRUE",
            "0xFF00FF",
            "zh",
            "application/vnd.ogc.gml",
            "text/html",
            "-180,-90,180,90",
            "-20037508,-20037508,20037508,20037508",
            "1".repeat(3000),
            "500",
            "GetMap",
            "GetFeatureInfo",
            "GetLegendGraphic",
            "GetCapabilities");

    private enum Answer {
        PICTURE,
        EXCEPTION,
        CAPABILITIES,
        INFORMATION
    }

    static Stream<WebMapService> services() {
        return Stream.of(TestWms.SERVICE, TestWms.DRAWN_SERVICE);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyAnswerIsValid(WebMapService service) throws Exception {
        Random random = new Random(SEED);
        Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
        for (int i = 0; i < REQUESTS; i++) {
            String query = mutated(random);
            WmsResponse answer = service.answer(new WmsCall(
                    RequestParameters.parse(query), TestWms.SERVICE_URL, random.nextBoolean() ? "zh" : null, null));
            assertThat(answer.status()).as(query).isEqualTo(200);
            counts.merge(kindOf(answer, query), 1, Integer::sum);
        }
        assertThat(counts).as("requests of every outcome").containsOnlyKeys(Answer.values());
        assertThat(counts.get(Answer.PICTURE)).isGreaterThan(REQUESTS / 20);
        assertThat(counts.get(Answer.EXCEPTION)).isGreaterThan(REQUESTS / 5);
    }

    private static String mutated(Random random) {
        List<TestWms> seeds = List.of(
                TestWms.getMap(),
                TestWms.getMap111(),
                TestWms.getMap().with("EXCEPTIONS", "INIMAGE"),
                TestWms.getFeatureInfo(),
                TestWms.getLegendGraphic(),
                TestWms.getCapabilities("1.3.0"));
        List<String> pairs = new ArrayList<>(
                Arrays.asList(seeds.get(random.nextInt(seeds.size())).query().split("&")));
        for (int mutations = 1 + random.nextInt(2); mutations > 0; mutations--) {
            int at = random.nextInt(pairs.size());
            String pair = pairs.get(at);
            String name = pair.substring(0, pair.indexOf('='));
            String value = VALUES.get(random.nextInt(VALUES.size()));
            switch (random.nextInt(5)) {
                case 0 -> pairs.remove(at);
                case 1 -> pairs.add(name.toLowerCase(java.util.Locale.ROOT) + "=" + value);
                case 2 -> pairs.set(at, scrambled(pair, random));
                default -> pairs.set(at, name + "=" + value);
            }
        }
        return String.join("&", pairs);
    }

    /** One character replaced by any other of the lower code page, the equals sign kept. */
    private static String scrambled(String pair, Random random) {
        StringBuilder text = new StringBuilder(pair);
        int value = pair.indexOf('=') + 1;
        if (value < pair.length()) {
            text.setCharAt(value + random.nextInt(pair.length() - value), (char) random.nextInt(256));
        }
        return text.toString();
    }

    private static Answer kindOf(WmsResponse answer, String query) throws Exception {
        String type = answer.contentType().split(";", 2)[0];
        if (type.startsWith("image/")) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(image).as(query).isNotNull();
            return Answer.PICTURE;
        }
        if (type.equals("application/json")) {
            assertThat(new JsonMapper().readTree(answer.body()).get("type").asString())
                    .isEqualTo("FeatureCollection");
            return Answer.INFORMATION;
        }
        if (type.equals("text/plain") || type.equals("text/html")) {
            return Answer.INFORMATION;
        }
        String root = OgcSchemas.parse(answer.body()).getDocumentElement().getLocalName();
        return switch (root) {
            case "ServiceExceptionReport" -> Answer.EXCEPTION;
            case "WMS_Capabilities", "WMT_MS_Capabilities" -> Answer.CAPABILITIES;
            case "FeatureCollection" -> Answer.INFORMATION;
            default -> throw new AssertionError(root + " for " + query);
        };
    }
}
