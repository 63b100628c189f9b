package io.microscape.portrayal;

import io.microscape.atlas.PublishedLayer;
import io.microscape.study.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A Styled Layer Descriptor (OGC 02-070, OGC 05-078r4) that a request brings along: styles and features for layers that are
 * published here. It is written by strangers, so its size and what can be made of it are bounded. Immutable.
 */
public final class StyleDocument {
    private static final Set<String> DESCRIPTIVE = Set.of("Name", "Title", "Abstract", "Description");

    private final List<NamedLayer> layers;
    private final List<String> remarks;
    private final int length;

    private StyleDocument(List<NamedLayer> layers, List<String> remarks, int length) {
        this.layers = List.copyOf(layers);
        this.remarks = List.copyOf(remarks);
        this.length = length;
    }

    /**
     * What a document says of a layer.
     *
     * @param name name of a published layer or group
     * @param styles how to draw it, the undermost first; none for its default style
     * @param constraint which features to draw; null for all
     */
    public record NamedLayer(String name, List<NamedStyle> styles, Filter constraint) {
        public NamedLayer {
            styles = List.copyOf(styles);
        }

        /**
         * The features of a layer that the constraint lets through; null for all.
         *
         * @throws InvalidInputException if the constraint names an attribute that the layer does not have
         */
        public FeatureFilter filterOf(PublishedLayer layer) {
            return constraint == null ? null : FeatureFilter.of(constraint, layer);
        }
    }

    /**
     * A style for a layer.
     *
     * @param name its name; null for a user style without one
     * @param byDefault whether it is to be used when no style is asked for by name
     * @param userStyle the style; null for one of the layer's own
     */
    public record NamedStyle(String name, boolean byDefault, UserStyle userStyle) {}

    /**
     * Reads a document.
     *
     * @param bounds how much there may be in a style
     * @throws InvalidInputException if it is no Styled Layer Descriptor, is larger or deeper than can be worked with, or has
     *     something that is not drawn; it names rule and element
     */
    public static StyleDocument parse(String sld, StyleBounds bounds) {
        Document document = StyleXml.document(sld);
        Element root = document.getDocumentElement();
        if (!"StyledLayerDescriptor".equals(root.getLocalName())) {
            throw InvalidInputException.of(
                    "SLD", "begins with " + root.getLocalName(), "write a StyledLayerDescriptor");
        }
        SymbologyFunctions.rewrite(document);
        return new Reader(digest(sld), bounds, sld.length()).read(root);
    }

    /** What it says of layers, the undermost first. */
    public List<NamedLayer> layers() {
        return layers;
    }

    /** What it has and maps will not show, each with its place. */
    public List<String> remarks() {
        return remarks;
    }

    /** Characters of the document. */
    public int length() {
        return length;
    }

    private static String digest(String sld) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(sld.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class Reader {
        private final String digest;
        private final StyleBounds bounds;
        private final int length;
        private final List<String> remarks = new ArrayList<>();
        private int userStyles;

        Reader(String digest, StyleBounds bounds, int length) {
            this.digest = digest;
            this.bounds = bounds;
            this.length = length;
        }

        StyleDocument read(Element root) {
            List<NamedLayer> layers = new ArrayList<>();
            StyleXml.children(root, null).forEach(child -> {
                switch (child.getLocalName()) {
                    case "NamedLayer" -> layers.add(layer(child));
                    case "UserLayer" -> throw refused(child, "features are those of published layers");
                    case "UseSLDLibrary" -> throw refused(child, "documents of other places are not fetched");
                    default -> remarkUnlessDescriptive(child);
                }
            });
            if (layers.isEmpty()) {
                throw InvalidInputException.of("SLD", "has no NamedLayer", "give it one for each layer");
            }
            return new StyleDocument(layers, remarks, length);
        }

        private NamedLayer layer(Element element) {
            String name = name(element);
            List<NamedStyle> styles = new ArrayList<>();
            Filter constraint = null;
            for (Element child : StyleXml.children(element, null).toList()) {
                switch (child.getLocalName()) {
                    case "UserStyle" -> styles.add(userStyle(child));
                    case "NamedStyle" -> styles.add(new NamedStyle(name(child), false, null));
                    case "LayerFeatureConstraints" ->
                        constraint = constraint(child).orElse(null);
                    default -> remarkUnlessDescriptive(child);
                }
            }
            return new NamedLayer(name, styles, constraint);
        }

        private NamedStyle userStyle(Element element) {
            bounds.check(element);
            ParsedStyle parsed = ParsedStyle.of(element);
            bounds.check(parsed);
            checkConstants(parsed);
            remarks.addAll(parsed.remarks());
            boolean byDefault = StyleXml.text(element, "IsDefault")
                    .filter(value -> value.equals("1") || value.equals("true"))
                    .isPresent();
            userStyles++;
            return new NamedStyle(
                    StyleXml.text(element, "Name")
                            .filter(name -> !name.isEmpty())
                            .orElse(null),
                    byDefault,
                    new UserStyle(digest + "#" + userStyles, parsed));
        }

        /** What is constant shows its mistakes when it is prepared, at whatever scale and for whichever layer. */
        private static void checkConstants(ParsedStyle parsed) {
            double scale = StyleCache.LEGEND_SCALE;
            PreparedStyle.of(parsed.at(1, scale), List.of(), scale).atScale(scale);
        }

        /** A published layer has features of one type, so that there is one constraint. */
        private Optional<Filter> constraint(Element element) {
            List<Element> types =
                    StyleXml.children(element, "FeatureTypeConstraint").toList();
            if (types.size() > 1) {
                throw StyleXml.mistake(
                        types.get(1), "is one too many: a layer has features of one type", "join the filters with And");
            }
            return types.stream().findFirst().flatMap(type -> {
                StyleXml.child(type, "Extent").ifPresent(extent -> {
                    throw refused(extent, "ask for the values of dimensions by parameters");
                });
                return StyleXml.child(type, "Filter").flatMap(new ExpressionParser()::filter);
            });
        }

        private static String name(Element element) {
            return StyleXml.text(element, "Name")
                    .filter(name -> !name.isEmpty())
                    .orElseThrow(() -> StyleXml.mistake(element, "has no Name", "give it one"));
        }

        private void remarkUnlessDescriptive(Element element) {
            if (!DESCRIPTIVE.contains(element.getLocalName())) {
                remarks.add(StyleXml.place(element) + " is not known there, and is ignored");
            }
        }

        private static InvalidInputException refused(Element element, String reason) {
            return StyleXml.mistake(element, "is not drawn: " + reason, "take it out of the document");
        }
    }
}
