package io.microscape.portrayal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes the functions of Symbology Encoding 1.1 (OGC 05-077r4, 11) as {@code ogc:Function} elements of the functions that
 * GeoTools has, because its parser of expressions knows no others: Categorize, Interpolate, Recode, Concatenate, ChangeCase,
 * Trim, Substring, StringLength, StringPosition and FormatNumber. Where what they look up is absent they give their
 * fallbackValue, or nothing: an absent value is in no class. The functions {@code in}, {@code in2} … {@code in10} and
 * {@code notEqualTo} of GeoTools hold 25 and 25.0 for different: they are written by means of others, which do not.
 */
final class SymbologyFunctions {
    private static final String OGC = "http://www.opengis.net/ogc";
    /** The attribute as the standard's schema spells it, and as everybody else does. */
    private static final List<String> BELONGS = List.of("threshholdsBelongTo", "thresholdsBelongTo");

    private static final Pattern IN = Pattern.compile("in([2-9]|10)?", Pattern.CASE_INSENSITIVE);

    /** Nested functions copy what they look up, each level twice: a few dozen levels would not fit into memory. */
    private static final int MOST_COPIED = 100_000;

    private final Document document;
    private int copied;

    private SymbologyFunctions(Document document) {
        this.document = document;
    }

    /**
     * Rewrites all such elements of a document.
     *
     * @throws io.microscape.study.InvalidInputException if one lacks a part
     */
    static void rewrite(Document document) {
        new SymbologyFunctions(document).rewrite(document.getDocumentElement());
    }

    private void rewrite(Element element) {
        StyleXml.children(element, null).forEach(this::rewrite);
        Element function = switch (element.getLocalName()) {
            case "Categorize" -> categorize(element);
            case "Interpolate" -> interpolate(element);
            case "Recode" -> recode(element);
            case "Concatenate" -> concatenate(element);
            case "ChangeCase" ->
                function(
                        element.getAttribute("direction").equals("toLower") ? "strToLowerCase" : "strToUpperCase",
                        part(element, "StringValue"));
            case "Trim" -> function("strTrim", part(element, "StringValue"));
            case "Substring" -> substring(element);
            case "StringLength" -> function("strLength", part(element, "StringValue"));
            case "StringPosition" ->
                operation(
                        "Add",
                        literal("1"),
                        function("strIndexOf", part(element, "StringValue"), part(element, "LookupString")));
            case "FormatNumber" -> function("numberFormat", part(element, "Pattern"), part(element, "NumericValue"));
            case "Function" -> comparison(element);
            default -> null;
        };
        if (function != null) {
            element.getParentNode().replaceChild(function, element);
        }
    }

    private Element comparison(Element element) {
        String name = element.getAttribute("name");
        Node[] arguments = StyleXml.children(element, null).map(this::copy).toArray(Node[]::new);
        if (name.equalsIgnoreCase("notEqualTo")) {
            return function("not", function("equalTo", arguments));
        }
        if (!IN.matcher(name).matches() || arguments.length < 2) {
            return null;
        }
        List<Node> items = new ArrayList<>(List.of(arguments[0]));
        for (Node item : List.of(arguments).subList(1, arguments.length)) {
            items.add(item);
            items.add(literal("true"));
        }
        return function("not", function("isNull", function("Recode", items.toArray(new Node[0]))));
    }

    private Element categorize(Element element) {
        List<Node> arguments = new ArrayList<>(List.of(part(element, "LookupValue")));
        StyleXml.children(element, null)
                .filter(child -> Stream.of("Value", "Threshold").anyMatch(child.getLocalName()::equals))
                .forEach(child -> arguments.add(content(child)));
        if (arguments.size() < 2 || arguments.size() % 2 != 0) {
            throw StyleXml.mistake(
                    element, "values and thresholds do not take turns", "write Value, Threshold, Value … Value");
        }
        String belongs = BELONGS.stream()
                .map(element::getAttribute)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("succeeding");
        arguments.add(literal(belongs));
        return unlessAbsent(element, function("Categorize", arguments.toArray(new Node[0])));
    }

    private Element interpolate(Element element) {
        List<Node> arguments = new ArrayList<>(List.of(part(element, "LookupValue")));
        StyleXml.children(element, "InterpolationPoint").forEach(point -> {
            arguments.add(part(point, "Data"));
            arguments.add(part(point, "Value"));
        });
        String method = element.getAttribute("method");
        String mode = element.getAttribute("mode");
        arguments.add(literal(method.isEmpty() ? "numeric" : method));
        arguments.add(literal(mode.isEmpty() ? "linear" : mode));
        return unlessAbsent(element, function("Interpolate", arguments.toArray(new Node[0])));
    }

    private Element recode(Element element) {
        List<Node> arguments = new ArrayList<>(List.of(part(element, "LookupValue")));
        StyleXml.children(element, "MapItem").forEach(item -> {
            arguments.add(part(item, "Data"));
            arguments.add(part(item, "Value"));
        });
        Element recoded = function("Recode", arguments.toArray(new Node[0]));
        String fallback = element.getAttribute("fallbackValue");
        return fallback.isEmpty()
                ? recoded
                : function("if_then_else", function("isNull", copy(recoded)), literal(fallback), recoded);
    }

    private Element concatenate(Element element) {
        return function(
                "Concatenate",
                StyleXml.children(element, "StringValue").map(this::content).toArray(Node[]::new));
    }

    /** Positions of the standard count from 1, those of GeoTools from 0. */
    private Element substring(Element element) {
        Node text = part(element, "StringValue");
        Node start = StyleXml.child(element, "Position")
                .map(position -> operation("Sub", content(position), literal("1")))
                .orElseGet(() -> literal("0"));
        return StyleXml.child(element, "Length")
                .map(length ->
                        function("strSubstring", text, start, operation("Add", start.cloneNode(true), content(length))))
                .orElseGet(() -> function("strSubstringStart", text, start));
    }

    private Element unlessAbsent(Element element, Element function) {
        return function(
                "if_then_else",
                function("isNull", part(element, "LookupValue")),
                literal(element.getAttribute("fallbackValue")),
                function);
    }

    /** The expression in a child of that name. */
    private Node part(Element element, String name) {
        return StyleXml.child(element, name)
                .map(this::content)
                .orElseThrow(() -> StyleXml.mistake(element, "has no " + name, "give it one"));
    }

    private Node content(Element element) {
        return StyleXml.children(element, null)
                .findFirst()
                .<Node>map(this::copy)
                .orElseGet(() -> literal(element.getTextContent().strip()));
    }

    private Node copy(Element element) {
        copied += 1 + element.getElementsByTagName("*").getLength();
        if (copied > MOST_COPIED) {
            throw StyleXml.mistake(
                    element, "functions are nested too deep to be worked out", "look up an attribute, not functions");
        }
        return element.cloneNode(true);
    }

    private Element literal(String text) {
        Element literal = document.createElementNS(OGC, "ogc:Literal");
        literal.setTextContent(text);
        return literal;
    }

    private Element operation(String name, Node one, Node other) {
        Element operation = document.createElementNS(OGC, "ogc:" + name);
        operation.appendChild(one);
        operation.appendChild(other);
        return operation;
    }

    private Element function(String name, Node... arguments) {
        Element function = document.createElementNS(OGC, "ogc:Function");
        function.setAttribute("name", name);
        for (Node argument : arguments) {
            function.appendChild(argument);
        }
        return function;
    }
}
