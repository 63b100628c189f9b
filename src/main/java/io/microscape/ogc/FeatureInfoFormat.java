package io.microscape.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The formats in which GetFeatureInfo answers; the first is the default. */
public enum FeatureInfoFormat {
    TEXT("text/plain", "text/plain;charset=UTF-8", FeatureInfoText::write),
    HTML("text/html", "text/html;charset=UTF-8", FeatureInfoHtml::write),
    JSON("application/json", "application/json", FeatureInfoGeoJson::write),
    GEOJSON("application/geo+json", "application/geo+json", FeatureInfoGeoJson::write),
    GML("application/vnd.ogc.gml", "application/vnd.ogc.gml", FeatureInfoGml::write);

    private final String mimeType;
    private final String contentType;
    private final Function<FeatureInfo, byte[]> writer;

    FeatureInfoFormat(String mimeType, String contentType, Function<FeatureInfo, byte[]> writer) {
        this.mimeType = mimeType;
        this.contentType = contentType;
        this.writer = writer;
    }

    public String mimeType() {
        return mimeType;
    }

    public WmsResponse write(FeatureInfo info) {
        return WmsResponse.of(contentType, writer.apply(info));
    }

    /**
     * The format of that name; case and parameters behind a semicolon do not matter.
     *
     * @throws ServiceException InvalidFormat
     */
    public static FeatureInfoFormat of(String requested) {
        return MediaTypes.find("INFO_FORMAT", requested, values(), FeatureInfoFormat::mimeType);
    }

    public static List<String> mimeTypes() {
        return Arrays.stream(values()).map(FeatureInfoFormat::mimeType).toList();
    }
}
