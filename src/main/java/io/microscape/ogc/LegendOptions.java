package io.microscape.ogc;

import static io.microscape.ogc.RequestParameters.echo;

import io.microscape.portrayal.LegendLook;
import io.microscape.portrayal.LegendLook.Grid;
import io.microscape.portrayal.LegendLook.Lettering;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * LEGEND_OPTIONS of GetLegendGraphic, named and meant as GeoServer has them: {@code fontSize:14;layout:horizontal}. Options
 * that are not known, or mean nothing for legends of features, change nothing and are reported.
 */
final class LegendOptions {
    private static final Set<String> KNOWN = Set.of(
            "fontname",
            "fontstyle",
            "fontsize",
            "fontcolor",
            "fontantialiasing",
            "bgcolor",
            "dpi",
            "forcelabels",
            "forcetitles",
            "countmatched",
            "hideemptyrules",
            "layout",
            "columns",
            "rows",
            "border",
            "bordercolor");

    private static final int LARGEST_FONT = 100;
    private static final int MOST_COLUMNS = 1000;

    private final Map<String, String> options = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    LegendOptions(String value) {
        for (String part : value == null ? new String[0] : value.split(";")) {
            String[] pair = part.split(":", 2);
            String name = pair[0].strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            if (KNOWN.contains(name) && pair.length == 2 && !pair[1].isBlank()) {
                options.put(name, pair[1].strip());
            } else {
                warnings.add(SuppliedStyles.warning("LEGEND_OPTIONS " + echo(part) + " changes nothing; there are "
                        + KNOWN.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    /** What the client is to be told of options that it asks for in vain. */
    List<String> warnings() {
        return warnings;
    }

    /** The density that is asked for; null for none. */
    String dpi() {
        return options.get("dpi");
    }

    /** Whether rules without features in the view are left out. */
    boolean hideEmptyRules(boolean otherwise) {
        return truth("hideEmptyRules", otherwise);
    }

    boolean countMatched() {
        return truth("countMatched", false);
    }

    /**
     * How the legend is to look.
     *
     * @param background colour behind it when the options name none; null for none
     * @throws ServiceException for an option that cannot be used
     */
    LegendLook look(String language, int leastWidth, int leastHeight, Color background) {
        return new LegendLook(
                language,
                leastWidth,
                leastHeight,
                background == null ? null : color("bgColor", background),
                new Lettering(
                        options.get("fontname"),
                        fontStyle(),
                        number("fontSize", Lettering.PLAIN.pixels(), LARGEST_FONT),
                        color("fontColor", Lettering.PLAIN.color()),
                        truth("fontAntiAliasing", true)),
                truth("forceTitles", true),
                truth("forceLabels", true),
                countMatched(),
                grid(),
                truth("border", false) ? color("borderColor", Color.BLACK) : null);
    }

    private Grid grid() {
        String layout = options.getOrDefault("layout", "vertical").toLowerCase(Locale.ROOT);
        if (!layout.equals("vertical") && !layout.equals("horizontal")) {
            throw mistake("layout", "vertical or horizontal");
        }
        boolean listed =
                !options.containsKey("layout") && !options.containsKey("columns") && !options.containsKey("rows");
        return listed
                ? Grid.LIST
                : new Grid(layout.equals("horizontal"), (int) number("columns", 0, MOST_COLUMNS), (int)
                        number("rows", 0, MOST_COLUMNS));
    }

    private int fontStyle() {
        return switch (options.getOrDefault("fontstyle", "plain").toLowerCase(Locale.ROOT)) {
            case "plain", "normal" -> Font.PLAIN;
            case "bold" -> Font.BOLD;
            case "italic" -> Font.ITALIC;
            case "bold-italic" -> Font.BOLD | Font.ITALIC;
            default -> throw mistake("fontStyle", "plain, bold, italic or bold-italic");
        };
    }

    private double number(String name, double otherwise, int most) {
        String value = options.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            return otherwise;
        }
        double number = RequestParameters.number("LEGEND_OPTIONS " + name, value);
        if (!(number >= 1 && number <= most)) {
            throw mistake(name, "a number from 1 to " + most);
        }
        return number;
    }

    private Color color(String name, Color otherwise) {
        String value = options.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("(?i)(0x|#)?[0-9a-f]{6}")) {
            throw mistake(name, "0xRRGGBB");
        }
        return new Color(Integer.parseInt(value.substring(value.length() - 6), 16));
    }

    private boolean truth(String name, boolean otherwise) {
        String value = options.getOrDefault(name.toLowerCase(Locale.ROOT), Boolean.toString(otherwise));
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on" -> true;
            case "false", "off" -> false;
            default -> throw mistake(name, "true or false");
        };
    }

    private ServiceException mistake(String name, String wanted) {
        return new ServiceException(
                ServiceException.Code.INVALID_PARAMETER_VALUE,
                "LEGEND_OPTIONS " + name + " must be " + wanted + ", not "
                        + echo(options.get(name.toLowerCase(Locale.ROOT))));
    }
}
