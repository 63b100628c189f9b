package io.microscape.ogc;

import io.microscape.study.LocalizedText;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says of the map service ({@code microscape.wms.*}).
 *
 * @param title title of the service
 * @param description abstract of the service
 * @param keywords keywords
 * @param contact whom to ask; null if nobody is named
 * @param attribution whom to credit for the data; null if nobody is named
 * @param fees fees, "none" by default
 * @param accessConstraints constraints, "none" by default
 * @param maxWidth widest picture in pixels
 * @param maxHeight highest picture in pixels
 * @param maxPixels largest picture, width times height
 * @param maxLayers most layers in a map, the layers of a group counted one by one
 * @param maxFeatures most features that GetFeatureInfo gives for a layer
 * @param maxBodyBytes most bytes of a request that is posted, and so of a style sheet that comes with one
 * @param maxRules most rules in a style that comes with a request
 * @param cacheSeconds how long a picture may be used without asking whether it has changed
 */
@ConfigurationProperties("microscape.wms")
public record WmsSettings(
        LocalizedText title,
        LocalizedText description,
        List<String> keywords,
        Contact contact,
        LocalizedText attribution,
        @DefaultValue("none") String fees,
        @DefaultValue("none") String accessConstraints,
        @DefaultValue("5000") int maxWidth,
        @DefaultValue("5000") int maxHeight,
        @DefaultValue("33554432") long maxPixels,
        @DefaultValue("200") int maxLayers,
        @DefaultValue("1000") int maxFeatures,
        @DefaultValue("1048576") int maxBodyBytes,
        @DefaultValue("1000") int maxRules,
        @DefaultValue("0") int cacheSeconds) {

    public WmsSettings {
        title = title != null ? title : new LocalizedText("Microscape maps", "Microscape 小微空间地图");
        description = description != null
                ? description
                : new LocalizedText("Landscape indices and carbon accounts of urban micro-spaces", "城市小微空间的景观指数与碳账户");
        keywords = keywords != null && !keywords.isEmpty()
                ? List.copyOf(keywords)
                : List.of("micro-space", "landscape index", "carbon", "小微空间", "景观指数", "碳汇");
    }

    /**
     * The person or office responsible for the service. Each part may be null.
     *
     * @param province state or province
     */
    public record Contact(
            String person,
            String organization,
            String position,
            String address,
            String city,
            String province,
            String postcode,
            String country,
            String phone,
            String email) {}
}
