package io.microscape.source.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.microscape.source.ImportLimits;
import io.microscape.study.Cover;
import io.microscape.study.Crown;
import io.microscape.study.ImportReport;
import io.microscape.study.InvalidInputException;
import io.microscape.study.MicroSpace;
import io.microscape.study.Progress;
import io.microscape.study.Road;
import io.microscape.study.SourceKind;
import io.microscape.study.SourceSpec;
import io.microscape.study.Surface;
import io.microscape.testing.CollectingSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Small files made by hand, one for each rule. Nodes lie on a grid: node {@code xy} (two digits) is at longitude x and
 * latitude y thousandths of a degree, so that areas can be read off as squares of the grid.
 */
class OsmRulesTest {
    @TempDir
    Path folder;

    private final CollectingSink sink = new CollectingSink();

    @Test
    void closedWaysWithAreaTagsAreAreas() {
        ImportReport report =
                read(way(1, "11 14 44 41 11", "leisure=park", "name=Parc") + way(2, "51 54 55", "leisure=pitch"));
        assertThat(sink.spaces).hasSize(1);
        MicroSpace park = sink.spaces.get(0);
        assertThat(park.code()).isEqualTo("w1");
        assertThat(park.name()).isEqualTo("Parc");
        assertThat(park.sampled()).isTrue();
        assertGeometry(park.geometry(), "POLYGON ((1 1, 1 4, 4 4, 4 1, 1 1))");
        assertThat(sink.surfaces).extracting(Surface::cover).containsExactly(Cover.GREEN);
        assertThat(report.notes()).contains("left out: way 2: it is tagged as a space but not closed");
    }

    @ParameterizedTest
    @CsvSource({
        "highway=pedestrian, 0, 1",
        "highway=pedestrian area=yes, 1, 0",
        "highway=pedestrian area=no, 0, 1",
        "highway=footway surface=asphalt, 0, 1",
        "barrier=hedge, 0, 0",
        "barrier=hedge area=yes, 1, 0",
        "leisure=track, 0, 0",
        "leisure=track area=yes, 1, 0",
        "leisure=park area=no, 0, 0",
        "surface=grass, 0, 0",
        "leisure=park highway=footway, 1, 1",
        "highway=construction area=yes, 0, 0"
    })
    void whatAClosedWayIs(String tags, int surfaces, int roads) {
        read(way(1, "11 14 44 41 11", tags.split(" ")));
        assertThat(sink.surfaces).hasSize(surfaces);
        assertThat(sink.roads).hasSize(roads);
    }

    @ParameterizedTest
    @CsvSource({
        "leisure=garden, GREEN",
        "landuse=village_green, GREEN",
        "landuse=flowerbed, GREEN",
        "natural=scrub, GREEN",
        "leisure=pitch surface=asphalt, HARD",
        "leisure=pitch surface=grass, GREEN",
        "leisure=pitch sport=basketball, HARD",
        "leisure=pitch sport=soccer,",
        "leisure=playground surface=sand, OTHER",
        "amenity=parking, HARD",
        "amenity=parking parking=underground,",
        "amenity=parking parking=multi-storey surface=asphalt,",
        "place=square, HARD",
        "area:highway=footway, HARD",
        "man_made=pier, HARD",
        "building=yes,",
        "natural=water, WATER",
        "natural=water location=underground,",
        "landuse=greenfield, OTHER"
    })
    void coverByTags(String tags, Cover cover) {
        read(way(1, "11 14 44 41 11", tags.split(" ")));
        assertThat(sink.surfaces)
                .extracting(Surface::cover)
                .containsExactlyElementsOf(cover == null ? java.util.List.of() : java.util.List.of(cover));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proposed",
                "construction",
                "abandoned",
                "razed",
                "platform",
                "rest_area",
                "services",
                "elevator",
                "bus_stop",
                "corridor"
            })
    void notRoads(String highway) {
        read(way(1, "11 14 44", "highway=" + highway));
        assertThat(sink.roads).isEmpty();
    }

    @Test
    void roadsKeepTheirTags() {
        ImportReport report =
                read(way(1, "11 14 44", "highway=primary", "name:en=Bridge Road", "name:zh=桥路", "bridge=yes", "layer=1")
                        + way(2, "11 44", "highway=steps", "tunnel=building_passage", "bridge=no", "layer=-1")
                        + way(3, "14 41", "highway=path", "layer=1;2"));
        assertThat(sink.roads).extracting(Road::name).containsExactly("桥路", null, null);
        assertThat(sink.roads).extracting(Road::highway).containsExactly("primary", "steps", "path");
        assertThat(sink.roads).extracting(Road::bridge).containsExactly(true, false, false);
        assertThat(sink.roads).extracting(Road::tunnel).containsExactly(false, true, false);
        assertThat(sink.roads).extracting(Road::level).containsExactly(1, -1, 0);
        assertGeometry(sink.roads.get(0).geometry(), "LINESTRING (1 1, 1 4, 4 4)");
        assertThat(report.notes()).contains("way 3: layer=1;2 is no whole number; 0 was taken");
    }

    @Test
    void ringsAreJoinedFromSeveralWays() {
        read(way(1, "11 14 44")
                + way(2, "41 44")
                + way(3, "11 41")
                + relation(9, "1 outer 2 outer 3 outer", "leisure=park"));
        assertThat(sink.spaces).extracting(MicroSpace::code).containsExactly("r9");
        assertGeometry(sink.spaces.get(0).geometry(), "POLYGON ((1 1, 1 4, 4 4, 4 1, 1 1))");
    }

    @Test
    void severalOutersAndAnInnerWithAnIslandWhateverTheRoles() {
        String ways = way(1, "00 09 99 90 00") + way(2, "11 18 88 81 11") + way(3, "33 35 55 53 33");
        read(ways + relation(9, "1 outer 2 inner 3 outer", "leisure=park"));
        Geometry right = sink.spaces.get(0).geometry();
        assertGeometry(
                right,
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1)), ((3 3, 3 5, 5 5, 5 3, 3 3)))");
        sink.spaces.clear();
        read(ways + relation(9, "1 inner 2 outer 3 ", "leisure=park"));
        assertThat(sink.spaces.get(0).geometry().norm().equalsExact(right.norm()))
                .isTrue();
    }

    @Test
    void innersThatShareAnEdgeAreOneHole() {
        read(way(1, "00 09 99 90 00")
                + way(2, "22 26 46 42 22")
                + way(3, "42 46 66 62 42")
                + relation(9, "1 outer 2 inner 3 inner", "landuse=grass"));
        assertGeometry(
                sink.spaces.get(0).geometry(),
                "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 2 6, 4 6, 6 6, 6 2, 4 2, 2 2))");
    }

    @Test
    void anInnerOnTheOuterIsANotch() {
        read(way(1, "00 02 06 09 99 90 00")
                + way(2, "02 06 36 32 02")
                + relation(9, "1 outer 2 inner", "landuse=grass"));
        assertGeometry(sink.spaces.get(0).geometry(), "POLYGON ((0 0, 0 2, 3 2, 3 6, 0 6, 0 9, 9 9, 9 0, 0 0))");
    }

    @Test
    void anInnerThatTouchesTheOuterAtTwoPlacesCutsItInTwo() {
        read(way(1, "00 04 08 88 84 80 00")
                + way(2, "04 45 84 43 04")
                + relation(9, "1 outer 2 inner", "landuse=grass"));
        assertGeometry(
                sink.spaces.get(0).geometry(),
                "MULTIPOLYGON (((0 0, 0 4, 4 3, 8 4, 8 0, 0 0)), ((0 4, 0 8, 8 8, 8 4, 4 5, 0 4)))");
    }

    @Test
    void ringsThatCrossAreRepairedAndListed() {
        ImportReport report = read(
                way(1, "00 04 44 40 00") + way(2, "22 26 66 62 22") + relation(9, "1 outer 2 outer", "leisure=garden"));
        assertGeometry(
                sink.spaces.get(0).geometry(),
                "MULTIPOLYGON (((0 0, 0 4, 2 4, 2 2, 4 2, 4 0, 0 0)), ((2 4, 2 6, 6 6, 6 2, 4 2, 4 4, 2 4)))");
        assertThat(report.repaired()).hasSize(1);
        assertThat(report.repaired().get(0).feature()).isEqualTo("relation 9");
        assertThat(report.repaired().get(0).problem()).contains("cross at 0.00");
        // 2 × (16 − 4) squares of 0.001°, each 111.32 m by 110.57 m near the equator
        assertThat(report.repaired().get(0).areaAfter()).isCloseTo(24 * 111.3195 * 110.5743, withinPercentage(0.01));
    }

    @Test
    void aBowTieIsRepairedAndListed() {
        ImportReport report = read(way(1, "00 44 40 04 00", "leisure=park"));
        assertGeometry(sink.spaces.get(0).geometry(), "MULTIPOLYGON (((0 0, 0 4, 2 2, 0 0)), ((2 2, 4 4, 4 0, 2 2)))");
        assertThat(report.repaired()).hasSize(1);
        assertThat(report.repaired().get(0).problem()).startsWith("Self-intersection at 0.002");
        assertThat(report.repaired().get(0).areaAfter()).isCloseTo(8 * 111.3195 * 110.5743, withinPercentage(0.01));
    }

    @Test
    void whatEnclosesNothingIsLeftOut() {
        ImportReport report = read(way(1, "00 44 00 44 00", "leisure=park") + way(2, "11 12 11", "leisure=garden"));
        assertThat(sink.spaces).isEmpty();
        assertThat(report.notes()).anyMatch(note -> note.startsWith("left out: way 1: "));
        assertThat(report.notes()).anyMatch(note -> note.startsWith("left out: way 2: "));
    }

    @Test
    void anUntaggedRelationTakesTheTagsOfItsOuterWays() {
        read(way(1, "00 09 99 90 00", "leisure=park", "name=Alt")
                + way(2, "22 26 66 62 22", "natural=water")
                + relation(9, "1 outer 2 inner"));
        assertThat(sink.spaces).extracting(MicroSpace::code).containsExactly("r9");
        assertThat(sink.spaces.get(0).name()).isEqualTo("Alt");
        assertThat(sink.spaces.get(0).geometry().getArea() * 1e6).isCloseTo(81 - 16, within(1e-9));
        assertThat(sink.surfaces).extracting(Surface::cover).containsExactlyInAnyOrder(Cover.GREEN, Cover.WATER);
    }

    @Test
    void anOuterWayWithTheTagsOfItsRelationIsCountedOnce() {
        String ways = way(1, "00 09 99 90 00", "leisure=park") + way(2, "22 26 66 62 22");
        ImportReport report = read(ways + relation(9, "1 outer 2 inner", "leisure=park"));
        assertThat(sink.spaces).extracting(MicroSpace::code).containsExactly("r9");
        assertThat(sink.surfaces).hasSize(1);
        assertThat(report.notes())
                .contains("outer ring and relation with the same tags were counted once (1): way 1 of relation 9");

        sink.spaces.clear();
        read(ways + relation(9, "1 outer 2 inner", "leisure=garden"));
        assertThat(sink.spaces).extracting(MicroSpace::code).containsExactly("r9", "w1");
    }

    @Test
    void incompleteAndOpenRelationsAreLeftOutAndListed() {
        ImportReport report = read(way(1, "11 14 44") + way(2, "44 41 11")
                + relation(7, "1 outer 2 outer 5 outer", "leisure=park", "name=Rand")
                + relation(8, "1 outer", "leisure=park")
                + "<way id='3'><nd ref='11'/><nd ref='777'/><nd ref='44'/><nd ref='11'/><tag k='landuse' v='grass'/></way>"
                + relation(9, "3 outer", "leisure=park")
                + relation(10, "", "leisure=park"));
        assertThat(sink.spaces).isEmpty();
        assertThat(report.notes())
                .contains(
                        "left out: relation 7 (Rand): 1 of its 3 ways are not in the file",
                        "left out: relation 9: nodes of its ways are not in the file",
                        "left out: way 3: some of its nodes are not in the file",
                        "left out: relation 10: 0 of its 0 ways are not in the file");
        assertThat(report.notes())
                .anyMatch(note -> note.startsWith("left out: relation 8: its ring is not closed at 0.00"));
        assertThat(report.rejected()).isEmpty();
    }

    @Test
    void relationsOfOtherTypesAreNoAreas() {
        ImportReport report = read(way(1, "11 14 44 41 11")
                + relation(9, "1 outer", "leisure=park").replace("multipolygon", "site"));
        assertThat(sink.spaces).isEmpty();
        assertThat(report.read()).isZero();
    }

    @Test
    void roadsAreTakenAsFarAsTheExtractHasThem() {
        ImportReport report = read(
                "<way id='1'><nd ref='11'/><nd ref='14'/><nd ref='777'/><nd ref='44'/><nd ref='41'/><nd ref='778'/>"
                        + "<tag k='highway' v='service'/></way>"
                        + "<way id='2'><nd ref='11'/><nd ref='777'/><tag k='highway' v='service'/></way>");
        assertThat(sink.roads).hasSize(1);
        assertGeometry(sink.roads.get(0).geometry(), "MULTILINESTRING ((1 1, 1 4), (4 4, 4 1))");
        assertThat(report.notes())
                .contains("roads that leave the extract were taken as far as it has their nodes (1): way 1")
                .anyMatch(note -> note.startsWith("left out: way 2: "));
    }

    @Test
    void exactDuplicatesAreRemovedAndListed() {
        ImportReport report = read(way(1, "11 14 44 41 11", "leisure=park")
                + way(2, "44 41 11 14 44", "leisure=park")
                + way(3, "11 44", "highway=path")
                + way(4, "44 11", "highway=footway")
                + way(5, "11 14 44 41 11", "leisure=park", "name=other"));
        assertThat(sink.spaces).extracting(MicroSpace::code).containsExactly("w1", "w5");
        assertThat(sink.surfaces).hasSize(1);
        assertThat(sink.roads).hasSize(1);
        assertThat(report.duplicates()).contains("space way 2 is the same as way 1", "road way 4 is the same as way 3");
    }

    @Test
    void negativeIdsDeletedElementsAndOrder() {
        String deleted = way(2, "11 14 44 41 11", "leisure=garden").replace("<way id", "<way visible='false' id")
                + way(3, "11 14 44 41 11", "leisure=pitch").replace("<way id", "<way action='delete' id");
        String newWay =
                "<way id='-1'><nd ref='-1'/><nd ref='-2'/><nd ref='-3'/><nd ref='-1'/><tag k='leisure' v='park'/><tag k='name' v='neu'/></way>";
        String nodes = node(-1, 1, 1) + node(-2, 1, 4) + node(-3, 4, 4);
        // relation before way before nodes: the reverse of what files usually have
        read(relation(9, "-1 outer", "landuse=grass") + deleted + newWay + nodes);
        assertThat(sink.spaces).extracting(MicroSpace::code).containsExactlyInAnyOrder("r9", "w-1");
        assertGeometry(sink.spaces.get(0).geometry(), "POLYGON ((1 1, 1 4, 4 4, 1 1))");
    }

    @Test
    void ofSeveralVersionsTheLastCounts() {
        read("<way id='1' version='1'><nd ref='11'/><nd ref='14'/><tag k='highway' v='path'/></way>"
                + "<way id='1' version='3'><nd ref='11'/><nd ref='44'/><tag k='highway' v='steps'/></way>"
                + "<way id='1' version='2'><nd ref='11'/><nd ref='41'/><tag k='highway' v='track'/></way>"
                + "<way id='2' version='1'><nd ref='11'/><nd ref='14'/><tag k='highway' v='path'/></way>"
                + "<way id='2' version='2' visible='false'/>");
        assertThat(sink.roads).extracting(Road::highway).containsExactly("steps");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "4, 4",
                "4 m, 4",
                "4.5m, 4.5",
                "`4,5 m`, 4.5",
                "13 ft, 3.9624",
                "13', 3.9624",
                "13'6\", 4.1148",
                "350 cm, 3.5",
                "6 米, 6"
            })
    void crownDiametersWithUnits(String text, double metres) {
        assertThat(CrownDiameter.parse(text).orElseThrow()).isCloseTo(metres, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "large", "4-6", "0", "-3", "1000", "4 km", "NaN", "4 m wide"})
    void whatIsNoCrownDiameter(String text) {
        assertThat(CrownDiameter.parse(text)).isEmpty();
    }

    @Test
    void treesTakeTheirCrownOrTheStatedDefault() {
        ImportReport report = read(node(101, 1, 1, "natural=tree", "diameter_crown=4.5m", "species=Ginkgo biloba")
                + node(102, 1, 2, "natural=tree")
                + node(103, 1, 3, "natural=tree", "diameter_crown=big")
                + node(104, 1, 4, "natural=tree", "diameter_crown=13 ft", "genus=Tilia"));
        assertThat(sink.crowns).extracting(Crown::diameterM).containsExactly(4.5, 5.0, 5.0, 13 * 0.3048);
        assertThat(sink.crowns).extracting(Crown::species).containsExactly("Ginkgo biloba", null, null, "Tilia");
        assertGeometry(sink.crowns.get(0).geometry(), "POINT (1 1)");
        assertThat(report.notes())
                .contains("2 of 4 trees have no usable diameter_crown; the tag table's 5.0 m was taken")
                .contains("node 103: diameter_crown=big is no length between 0 and 100 m; 5.0 m was taken");
    }

    @Test
    void treeRowsArePlantedAtEqualGapsWithATreeAtEachEnd() {
        ImportReport report = read(way(1, "11 14 44", "natural=tree_row", "diameter_crown=8"));
        double length = distance(0.001, 0.001, 0.001, 0.004) + distance(0.001, 0.004, 0.004, 0.004);
        int gaps = (int) Math.round(length / 6);
        assertThat(sink.crowns).hasSize(gaps + 1).extracting(Crown::diameterM).containsOnly(8.0);
        assertGeometry(sink.crowns.get(0).geometry(), "POINT (1 1)");
        assertGeometry(sink.crowns.get(gaps).geometry(), "POINT (4 4)");
        int corner = (int) (distance(0.001, 0.001, 0.001, 0.004) / (length / gaps));
        for (int i = 1; i <= gaps; i++) {
            Coordinate a = sink.crowns.get(i - 1).geometry().getCoordinate();
            Coordinate b = sink.crowns.get(i).geometry().getCoordinate();
            if (i != corner + 1) {
                assertThat(distance(a.x, a.y, b.x, b.y)).isCloseTo(length / gaps, within(1e-6));
            }
        }
        assertThat(report.notes()).anyMatch(note -> note.contains("6.0 m"));
    }

    @Test
    void aClosedTreeRowHasOneTreeWhereItsEndsMeet() {
        read(way(1, "11 14 44 41 11", "natural=tree_row"));
        double length = 2 * distance(0.001, 0.001, 0.001, 0.004)
                + distance(0.001, 0.004, 0.004, 0.004)
                + distance(0.001, 0.001, 0.004, 0.001);
        assertThat(sink.crowns).hasSize((int) Math.round(length / 6));
        assertThat(sink.surfaces).isEmpty();
    }

    @Test
    void noTreeIsSetBesideOneThatIsMapped() {
        ImportReport report = read(node(201, 2, 1, "natural=tree") + node(202, 2, 4, "natural=tree")
                + "<way id='1'><nd ref='201'/><nd ref='202'/><tag k='natural' v='tree_row'/></way>");
        int gaps = (int) Math.round(distance(0.002, 0.001, 0.002, 0.004) / 6);
        assertThat(sink.crowns).hasSize(gaps - 1 + 2);
        assertThat(report.duplicates()).isEmpty();
        assertThat(report.notes())
                .contains("along rows whose trees are mapped one by one none was set beside a mapped one (1): way 1");
    }

    @Test
    void aTagTableOfTheUsersOwn() throws IOException {
        Files.writeString(folder.resolve("my.yml"), """
                areas: [{amenity: "*"}]
                spaces: [{amenity: school, not: {access: private}}]
                surfaces: [{cover: hard, tags: [{amenity: school, fenced: yes}]}]
                roads: []
                trees: {tags: [{natural: tree}], crown_diameter_m: 7}
                tree_rows: {tags: [{natural: tree_row}], crown_diameter_m: 3, spacing_m: 10}
                """);
        Path file = write(way(1, "11 14 44 41 11", "amenity=school", "fenced=yes")
                + way(2, "11 14 44 11", "amenity=school", "access=private")
                + way(3, "11 14", "highway=path")
                + node(101, 1, 1, "natural=tree"));
        ImportReport report = OsmSource.read(spec(file, "my.yml"), ImportLimits.DEFAULTS, sink, Progress.NONE);
        assertThat(sink.spaces).extracting(MicroSpace::code).containsExactly("w1");
        assertThat(sink.surfaces).extracting(Surface::cover).containsExactly(Cover.HARD);
        assertThat(sink.roads).isEmpty();
        assertThat(sink.crowns).extracting(Crown::diameterM).containsExactly(7.0);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("by tag table my.yml: 1 spaces"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lakes: []                          | unknown section \"lakes\"",
                "spaces: {leisure: park}            | spaces is no list",
                "areas: [{leisure: }]               | areas: leisure has no plain value",
                "areas: [{not: {leisure: park}}]    | a rule of areas names no tag",
                "areas: [                           | cannot be read",
                "- leisure                          | the table is not made of"
            })
    void aTagTableThatIsNotUnderstoodIsNamed(String content, String problem) throws IOException {
        Files.writeString(folder.resolve("my.yml"), content);
        Path file = write("");
        assertThatThrownBy(() -> OsmSource.read(spec(file, "my.yml"), ImportLimits.DEFAULTS, sink, Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(": tag table my.yml: ")
                .hasMessageContaining(problem);
    }

    @Test
    void aTagTableThatIsNotThereIsNamed() throws IOException {
        Path file = write("");
        assertThatThrownBy(() -> OsmSource.read(spec(file, "none.yml"), ImportLimits.DEFAULTS, sink, Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.yml")
                .hasMessageContaining("\"urban\"");
    }

    @Test
    void settingsThatOsmFilesDoNotKnowAreRefused() throws IOException {
        Path file = write("");
        SourceSpec filtered = new SourceSpec(
                SourceKind.OSM,
                file,
                null,
                null,
                null,
                Map.of("name", "title"),
                "a = 1",
                null,
                null,
                null,
                null,
                false);
        assertThatThrownBy(() -> OsmSource.read(filtered, ImportLimits.DEFAULTS, sink, Progress.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no fields, where");
    }

    private ImportReport read(String elements) {
        try {
            return OsmSource.read(spec(write(elements), null), ImportLimits.DEFAULTS, sink, Progress.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path write(String elements) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?><osm version='0.6'>");
        for (int x = 0; x < 10; x++) {
            for (int y = 0; y < 10; y++) {
                xml.append(node(10L * x + y, x, y));
            }
        }
        return Files.writeString(
                folder.resolve("hand.osm"), xml.append(elements).append("</osm>"), StandardCharsets.UTF_8);
    }

    private static SourceSpec spec(Path file, String preset) {
        return new SourceSpec(SourceKind.OSM, file, null, null, null, Map.of(), null, null, null, null, preset, false);
    }

    private static String node(long id, int x, int y, String... tags) {
        return "<node id='" + id + "' lon='0.00" + x + "' lat='0.00" + y + "'>" + tags(tags) + "</node>";
    }

    private static String way(long id, String nodes, String... tags) {
        StringBuilder way = new StringBuilder("<way id='" + id + "'>");
        for (String node : nodes.split(" ")) {
            way.append("<nd ref='").append(Integer.parseInt(node)).append("'/>");
        }
        return way + tags(tags) + "</way>";
    }

    /** @param members "id role id role …" */
    private static String relation(long id, String members, String... tags) {
        StringBuilder relation = new StringBuilder("<relation id='" + id + "'><tag k='type' v='multipolygon'/>");
        String[] parts = members.isEmpty() ? new String[0] : members.split(" ", -1);
        for (int i = 0; i < parts.length; i += 2) {
            relation.append("<member type='way' ref='" + parts[i] + "' role='" + parts[i + 1] + "'/>");
        }
        return relation + tags(tags) + "</relation>";
    }

    private static String tags(String... tags) {
        StringBuilder xml = new StringBuilder();
        for (String tag : tags) {
            String[] pair = tag.split("=", 2);
            xml.append("<tag k='")
                    .append(pair[0])
                    .append("' v=\"")
                    .append(pair[1].replace("\"", "&quot;"))
                    .append("\"/>");
        }
        return xml.toString();
    }

    /** @param thousandths expected geometry in thousandths of a degree */
    private static void assertGeometry(Geometry actual, String thousandths) {
        Geometry scaled = actual.copy();
        scaled.apply((org.locationtech.jts.geom.CoordinateFilter) coordinate -> {
            coordinate.x *= 1000;
            coordinate.y *= 1000;
        });
        try {
            Geometry expected = new WKTReader().read(thousandths);
            assertThat(scaled.norm().equalsExact(expected.norm(), 1e-9))
                    .as("%s should be %s", scaled, expected)
                    .isTrue();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static double distance(double lon1, double lat1, double lon2, double lat2) {
        return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12;
    }
}
