package io.microscape.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;

/** Every function that styles may use, and every condition, with a value worked by hand. */
class StyleFunctionsTest {
    /** What is drawn: a square of a degree, with value 25, name "Green yard", nothing null, day "2026-11-21". */
    private static final String SQUARE = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";

    private static final Pattern OPERATION = Pattern.compile("(\\w+) ([-+*/]) (\\w+)");

    private static final String VALUES = """
            abs(-3) = 3
            ceil(2.1) = 3
            floor(2.9) = 2
            round(2.5) = 3
            rint(2.5) = 2
            roundDouble(2.4) = 2
            sqrt(value) = 5
            pow(2, 10) = 1024
            exp(0) = 1
            log(1) = 0
            min(value, 3) = 3
            max(value, 3) = 25
            modulo(value, 7) = 4
            floor(pow(10, sin(1))) = 6
            round(pow(10, cos(1))) = 3
            round(pow(10, tan(1))) = 36
            round(toDegrees(asin(0.5))) = 30
            round(toDegrees(acos(0.5))) = 60
            round(toDegrees(atan(1))) = 45
            round(toDegrees(atan2(1, -1))) = 135
            round(toDegrees(toRadians(180))) = 180
            toDegrees(pi()) = 180
            floor(pow(10, pi())) = 1385
            parseDouble('2.5') = 2.5
            parseInt('7') = 7
            parseLong('8') = 8
            parseBoolean('true') = true
            numberFormat('0.0', value) = 25.0
            numberFormat2('0.0', value, '-', '.', ',') = 25.0
            Categorize(value, 'small', 10, 'middle', 30, 'large') = middle
            Interpolate(value, 0, 0, 100, 40) = 10
            Recode(name, 'Green yard', 'g', 'other', 'o') = g
            if_then_else(isNull(nothing), 'no', 'yes') = no
            isNull(nothing) = true
            between(value, 20, 30) = true
            in(name, 'x', 'Green yard') = true
            in2(name, 'x', 'Green yard') = true
            in3(value, 1, 2, 25) = true
            in4(value, 1, 2, 3, 25) = true
            in5(value, 1, 2, 3, 4, 25) = true
            in6(value, 1, 2, 3, 4, 5, 25) = true
            in7(value, 1, 2, 3, 4, 5, 6, 25) = true
            in8(value, 1, 2, 3, 4, 5, 6, 7, 25) = true
            in9(value, 1, 2, 3, 4, 5, 6, 7, 8, 25) = true
            in10(value, 1, 2, 3, 4, 5, 6, 7, 8, 9, 25) = true
            equalTo(value, 25) = true
            notEqualTo(value, 25) = false
            lessThan(value, 26) = true
            lessEqualThan(value, 25) = true
            greaterThan(value, 25) = false
            greaterEqualThan(value, 25) = true
            not(isNull(nothing)) = false
            Concatenate(name, '-', '2') = Green yard-2
            strConcat(name, '!') = Green yard!
            strLength(name) = 10
            strToLowerCase(name) = green yard
            strToUpperCase(name) = GREEN YARD
            strCapitalize('green yard') = Green Yard
            strTrim('  a ') = a
            strSubstring(name, 0, 5) = Green
            strSubstringStart(name, 6) = yard
            strIndexOf(name, 'e') = 2
            strLastIndexOf(name, 'e') = 3
            strStartsWith(name, 'Green') = true
            strEndsWith(name, 'Green') = false
            strEqualsIgnoreCase(name, 'GREEN YARD') = true
            strAbbreviate(name, 5, 8, '…') = Green…
            strDefaultIfBlank(nothing, 'none') = none
            dateFormat('yyyy', dateParse('yyyy-MM-dd', day)) = 2026
            strLength(dateFormat('yyyy-MM', dateParse('yyyy-MM-dd', day))) = 7
            Area(geometry) = 1
            geomLength(geometry) = 4
            geometryType(geometry) = Polygon
            dimension(geometry) = 2
            isClosed(exteriorRing(geometry)) = true
            numPoints(geometry) = 5
            getX(centroid(geometry)) = 0.5
            getY(interiorPoint(geometry)) = 0.5
            getX(pointN(exteriorRing(geometry), 2)) = 1
            getY(startPoint(exteriorRing(geometry))) = 0
            getX(endPoint(exteriorRing(geometry))) = 0
            round(startAngle(exteriorRing(geometry))) = 0
            endAngle(exteriorRing(geometry)) = 90
            geometryType(vertices(geometry)) = MultiPoint
            geometryType(boundary(geometry)) = LinearRing
            geometryType(exteriorRing(geometry)) = LinearRing
            Area(envelope(geometry)) = 1
            Area(convexHull(geometry)) = 1
            round(Area(buffer(geometry, 1))) = 8
            getX(centroid(offset(geometry, 2, 3))) = 2.5
            env('nothing', 4) = 4
            value + 1 = 26
            value - 1 = 24
            value * 2 = 50
            value / 5 = 5
            """;

    /** The first with 100 %, 50 % and so on of another colour, of its light or of its saturation, by the HSL wheel. */
    private static final String COLOURS = """
            darken('#808080', '50%') = #000000
            lighten('#808080', '50%') = #ffffff
            saturate('#bf4040', '50%') = #ff0000
            desaturate('#ff0000', '50%') = #bf4040
            grayscale('#ff0000') = #808080
            spin('#ff0000', 120) = #00ff00
            mix('#ff0000', '#0000ff', 0.5) = #800080
            tint('#ff0000', 0.5) = #ff8080
            shade('#ff0000', 0.5) = #800000
            contrast('#000000', '#ffffff', '#222222', '50%') = #ffffff
            Recode(Concatenate(name, ' ', '2'), 'Green yard 2', '#ff0000') = #ff0000
            hsl(120, '100%', '50%') = #00ff00
            """;

    /** Each holds for the square. */
    private static final String CONDITIONS = """
            <ogc:PropertyIsEqualTo>VALUE<ogc:Literal>25</ogc:Literal></ogc:PropertyIsEqualTo>
            <ogc:PropertyIsNotEqualTo>VALUE<ogc:Literal>26</ogc:Literal></ogc:PropertyIsNotEqualTo>
            <ogc:PropertyIsLessThan>VALUE<ogc:Literal>25.1</ogc:Literal></ogc:PropertyIsLessThan>
            <ogc:PropertyIsLessThanOrEqualTo>VALUE<ogc:Literal>25</ogc:Literal></ogc:PropertyIsLessThanOrEqualTo>
            <ogc:PropertyIsGreaterThan>VALUE<ogc:Literal>24</ogc:Literal></ogc:PropertyIsGreaterThan>
            <ogc:PropertyIsGreaterThanOrEqualTo>VALUE<ogc:Literal>25</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            <ogc:PropertyIsBetween>VALUE<ogc:LowerBoundary><ogc:Literal>25</ogc:Literal></ogc:LowerBoundary><ogc:UpperBoundary><ogc:Literal>30</ogc:Literal></ogc:UpperBoundary></ogc:PropertyIsBetween>
            <ogc:PropertyIsLike wildCard="*" singleChar="." escape="!">NAME<ogc:Literal>Gr..n*</ogc:Literal></ogc:PropertyIsLike>
            <ogc:PropertyIsNull><ogc:PropertyName>nothing</ogc:PropertyName></ogc:PropertyIsNull>
            <ogc:And><ogc:PropertyIsNull><ogc:PropertyName>nothing</ogc:PropertyName></ogc:PropertyIsNull><ogc:PropertyIsEqualTo>VALUE<ogc:Literal>25</ogc:Literal></ogc:PropertyIsEqualTo></ogc:And>
            <ogc:Or><ogc:PropertyIsNull>NAME</ogc:PropertyIsNull><ogc:PropertyIsEqualTo>VALUE<ogc:Literal>25</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or>
            <ogc:Not><ogc:PropertyIsNull>NAME</ogc:PropertyIsNull></ogc:Not>
            <ogc:FeatureId fid="f0"/>
            <ogc:FeatureId fid="test.f0"/>
            <ogc:BBOX>GEOMETRY<gml:Box srsName="EPSG:4326"><gml:coordinates>0.9,0.9 3,3</gml:coordinates></gml:Box></ogc:BBOX>
            <ogc:Intersects>GEOMETRY<gml:Point><gml:coordinates>1,1</gml:coordinates></gml:Point></ogc:Intersects>
            <ogc:Disjoint>GEOMETRY<gml:Point><gml:coordinates>2,1</gml:coordinates></gml:Point></ogc:Disjoint>
            <ogc:Contains>GEOMETRY<gml:Point><gml:coordinates>0.5,0.5</gml:coordinates></gml:Point></ogc:Contains>
            <ogc:Within>GEOMETRY<gml:Box><gml:coordinates>-1,-1 3,3</gml:coordinates></gml:Box></ogc:Within>
            <ogc:DWithin>GEOMETRY<gml:Point><gml:coordinates>2,1</gml:coordinates></gml:Point><ogc:Distance units="deg">1.1</ogc:Distance></ogc:DWithin>
            """.replace("VALUE", "<ogc:PropertyName>value</ogc:PropertyName>")
            .replace("NAME", "<ogc:PropertyName>name</ogc:PropertyName>")
            .replace("GEOMETRY", "<ogc:PropertyName>geometry</ogc:PropertyName>");

    @ParameterizedTest
    @MethodSource("conditions")
    void theConditionHolds(String condition) {
        assertThat(colourWhere(condition)).isEqualTo("#ff0000");
        assertThat(colourWhere("<ogc:Not>" + condition + "</ogc:Not>")).isEqualTo("#0000ff");
    }

    @Test
    void everyConditionThatIsNamedIsHere() {
        Set<String> tested = Pattern.compile("<ogc:(\\w+)")
                .matcher(CONDITIONS)
                .results()
                .map(result -> result.group(1))
                .filter(name -> !Set.of("PropertyName", "Literal").contains(name))
                .collect(Collectors.toSet());
        assertThat(tested).isEqualTo(ExpressionParser.conditions());
    }

    static Stream<String> conditions() {
        return CONDITIONS.lines();
    }

    @ParameterizedTest
    @MethodSource("values")
    void theFunctionHasTheValue(String expression, String expected) {
        String filter = "<ogc:PropertyIsEqualTo>" + xml(expression) + "<ogc:Literal>" + expected
                + "</ogc:Literal></ogc:PropertyIsEqualTo>";
        assertThat(colourWhere(filter)).as("red where they are equal").isEqualTo("#ff0000");
        String other = filter.replace(
                "<ogc:Literal>" + expected + "</ogc:Literal></ogc:P", "<ogc:Literal>77</ogc:Literal></ogc:P");
        assertThat(colourWhere(other)).as("blue where not").isEqualTo("#0000ff");
    }

    @ParameterizedTest
    @MethodSource("colours")
    void theFunctionHasTheColour(String expression, String expected) {
        Color drawn = Color.decode(drawn("<Rule>" + polygon(xml(expression)) + "</Rule>"));
        Color asWorked = Color.decode(expected);
        assertThat(List.of(drawn.getRed(), drawn.getGreen(), drawn.getBlue()))
                .zipSatisfy(
                        List.of(asWorked.getRed(), asWorked.getGreen(), asWorked.getBlue()),
                        (is, should) -> assertThat(Math.abs(is - should)).isLessThanOrEqualTo(1));
    }

    @Test
    void everyFunctionThatIsNamedIsHere() {
        Set<String> tested = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Pattern.compile("([A-Za-z_][A-Za-z_0-9]*)\\(")
                .matcher(VALUES + COLOURS)
                .results()
                .forEach(result -> tested.add(result.group(1)));
        assertThat(tested).containsExactlyInAnyOrderElementsOf(ExpressionParser.functions());
    }

    static Stream<String[]> values() {
        return rows(VALUES);
    }

    static Stream<String[]> colours() {
        return rows(COLOURS);
    }

    private static Stream<String[]> rows(String table) {
        return table.lines().map(line -> line.split(" = ", 2));
    }

    private static String colourWhere(String filter) {
        return drawn("<Rule><ogc:Filter>" + filter + "</ogc:Filter>" + polygon("#ff0000") + "</Rule><Rule><ElseFilter/>"
                + polygon("#0000ff") + "</Rule>");
    }

    private static String polygon(String fill) {
        return "<PolygonSymbolizer><Fill><SvgParameter name=\"fill\">" + fill
                + "</SvgParameter></Fill></PolygonSymbolizer>";
    }

    private static String drawn(String rules) {
        SingleLayerAtlas atlas = new SingleLayerAtlas(
                        "<FeatureTypeStyle xmlns=\"http://www.opengis.net/se\" xmlns:ogc=\"http://www.opengis.net/ogc\""
                                + " xmlns:gml=\"http://www.opengis.net/gml\">"
                                + rules + "</FeatureTypeStyle>",
                        SingleLayerAtlas.attribute("value", Double.class),
                        SingleLayerAtlas.attribute("name", String.class),
                        SingleLayerAtlas.attribute("nothing", String.class),
                        SingleLayerAtlas.attribute("day", String.class))
                .with(SQUARE, 25.0, "Green yard", null, "2026-11-21");
        MapImage map = new MapImage(atlas.styled(), "CRS:84", new Envelope(0, 1, 0, 1), 20, 20, false, Color.WHITE);
        return String.format("#%06x", new MapDrawing(atlas).draw(map).getRGB(10, 10) & 0xFFFFFF);
    }

    /** Calls with commas and arithmetic with blanks as styles write them. */
    private static String xml(String expression) {
        Matcher operation = OPERATION.matcher(expression);
        if (operation.matches()) {
            String name = Map.of("+", "Add", "-", "Sub", "*", "Mul", "/", "Div").get(operation.group(2));
            return "<ogc:" + name + ">" + xml(operation.group(1)) + xml(operation.group(3)) + "</ogc:" + name + ">";
        }
        int bracket = expression.indexOf('(');
        if (expression.startsWith("'")) {
            return "<ogc:Literal>" + expression.substring(1, expression.length() - 1) + "</ogc:Literal>";
        } else if (bracket > 0) {
            return "<ogc:Function name=\"" + expression.substring(0, bracket) + "\">"
                    + arguments(expression.substring(bracket + 1, expression.length() - 1)).stream()
                            .map(StyleFunctionsTest::xml)
                            .collect(Collectors.joining())
                    + "</ogc:Function>";
        }
        String element = Character.isLetter(expression.charAt(0)) ? "PropertyName" : "Literal";
        return "<ogc:" + element + ">" + expression + "</ogc:" + element + ">";
    }

    /** Split at the commas that stand in no brackets and no quotes. */
    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            quoted ^= character == '\'';
            depth += quoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && depth == 0 && !quoted) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            arguments.add(last);
        }
        return arguments;
    }
}
