package io.microscape.ogc;

import io.microscape.atlas.Atlas;
import io.microscape.atlas.PublishedLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The layers of one moment by the names that requests use: {@code study:layer} is a layer, {@code study} the group of all layers of
 * that study. Capabilities list a study's most important layer first; when a group is drawn, that one comes out on top.
 */
final class LayerNames {
    private static final Pattern ESCAPED_COLON = Pattern.compile("%3A", Pattern.CASE_INSENSITIVE);

    /** The style of a group, which its layers inherit: each layer in its own default style. */
    static final String GROUP_STYLE = "default";

    private final List<PublishedLayer> layers;

    /** The layers that are published now; a later publication does not change what the names stand for. */
    LayerNames(Atlas atlas) {
        this.layers = atlas.layers();
    }

    /** The layers of each study, in the order of the atlas. */
    Map<String, List<PublishedLayer>> byStudy() {
        Map<String, List<PublishedLayer>> studies = new LinkedHashMap<>();
        layers.forEach(layer -> studies.computeIfAbsent(layer.study(), study -> new ArrayList<>())
                .add(layer));
        return studies;
    }

    /**
     * The layers that a name stands for, bottom to top; one unless it is a group's.
     *
     * @throws ServiceException LayerNotDefined
     */
    List<PublishedLayer> named(String name) {
        // some clients, the OGC's own test suite among them, escape the colon once for the name and once for the
        // address
        String plain = ESCAPED_COLON.matcher(name).replaceFirst(":");
        boolean single = plain.indexOf(':') >= 0;
        List<PublishedLayer> named = layers.stream()
                .filter(layer -> (single ? layer.qualifiedName() : layer.study()).equals(plain))
                .toList();
        if (named.isEmpty()) {
            throw new ServiceException(
                    ServiceException.Code.LAYER_NOT_DEFINED,
                    "there is no layer " + RequestParameters.echo(name) + "; the capabilities list the layers");
        }
        List<PublishedLayer> drawingOrder = new ArrayList<>(named);
        Collections.reverse(drawingOrder);
        return drawingOrder;
    }

    /**
     * The coordinate systems in which a layer is offered: those of web and GPS maps, China's geodetic system and the
     * study's own.
     */
    static Set<String> coordinateSystems(WmsVersion version, PublishedLayer layer) {
        Set<String> codes = commonCoordinateSystems(version);
        if (layer.studyCrs() != null && layer.studyCrs().startsWith("EPSG:")) {
            codes.add(layer.studyCrs());
        }
        return codes;
    }

    /** The coordinate systems in which every layer is offered. */
    static Set<String> commonCoordinateSystems(WmsVersion version) {
        List<String> geographic = version == WmsVersion.V1_3_0 ? List.of("CRS:84", "EPSG:4326") : List.of("EPSG:4326");
        Set<String> codes = new LinkedHashSet<>(geographic);
        codes.addAll(Arrays.asList("EPSG:3857", "EPSG:4490"));
        return codes;
    }
}
