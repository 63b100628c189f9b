package io.microscape.portrayal;

import io.microscape.atlas.PublishedLayer;
import io.microscape.atlas.StyleCheck;
import io.microscape.study.InvalidInputException;
import io.microscape.study.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.factory.CommonFactoryFinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/**
 * Reads and prepares a style as for a map. What is wrong with it is an error; what it has and maps will not show, and
 * attributes that the layer does not have, are remarks in the log.
 */
public final class DrawableStyleCheck implements StyleCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DrawableStyleCheck.class);

    private final Consumer<String> remarks;

    /** A check whose remarks go to the log. */
    public DrawableStyleCheck() {
        this(LOG::warn);
    }

    DrawableStyleCheck(Consumer<String> remarks) {
        this.remarks = remarks;
    }

    @Override
    public void check(String file, String sld, List<String> attributes) {
        List<PublishedLayer.Attribute> columns = attributes.stream()
                .map(name -> new PublishedLayer.Attribute(name, String.class, "", new LocalizedText(name, null)))
                .toList();
        try {
            ParsedStyle parsed = ParsedStyle.of(sld);
            PreparedStyle.of(parsed.at(1, StyleCache.LEGEND_SCALE), columns, StyleCache.LEGEND_SCALE)
                    .atScale(StyleCache.LEGEND_SCALE);
            List<String> all = new ArrayList<>(parsed.remarks());
            all.addAll(unknownAttributes(sld, attributes));
            all.forEach(remark -> remarks.accept(file + ": " + remark));
        } catch (InvalidInputException e) {
            throw e.in(file);
        }
    }

    private static List<String> unknownAttributes(String sld, List<String> attributes) {
        List<String> unknown = new ArrayList<>();
        for (Element element : StyleXml.descendants(StyleXml.document(sld).getDocumentElement(), "PropertyName")) {
            PropertyName property = CommonFactoryFinder.getFilterFactory()
                    .property(element.getTextContent().strip());
            String name = AttributeBinder.localName(property);
            if (!attributes.contains(name) && !AttributeBinder.isGeometry(name)) {
                unknown.add(StyleXml.place(element) + " names " + name
                        + ", which the layer does not have: it counts as absent");
            }
        }
        return unknown;
    }
}
