package io.microscape.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.Community;
import io.microscape.study.CommunityCarbonGroup;
import io.microscape.study.CommunityCarbonItem;
import io.microscape.study.RenovationCase;
import io.microscape.study.RenovationMeasure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The published accounts of five communities and of three renovations. */
class PublishedCommunitiesTest {
    private static final Path PUBLISHED = Path.of("sample-data/published");
    /** The components are printed with two decimals. */
    private static final double ROUNDING = 0.02;

    private static final double ROUND_OFF = 1e-9;

    private final Map<String, CSVRecord> published = byCommunity("communities.csv");
    private final Map<String, CommunityAccount> accounts = accounts();

    PublishedCommunitiesTest() throws IOException {}

    @Test
    void componentsAddUpToThePublishedTotals() {
        assertThat(accounts).hasSize(5);
        accounts.forEach((name, account) -> {
            CSVRecord row = published.get(name);
            assertThat(account.parts()).as(name).hasSize(9);
            assertThat(account.total().tPerPerson())
                    .as("%s, t per person", name)
                    .isCloseTo(number(row, "published_total_t_per_person_year"), within(ROUNDING + ROUND_OFF));
            assertThat(account.total().kgPerM2())
                    .as("%s, kg per m²", name)
                    .isCloseTo(number(row, "published_total_kg_per_m2_year"), within(ROUNDING + ROUND_OFF));
        });
    }

    /** By hand: 0.02 + 0.94 + 0.12 = 1.08; 0.64; 0.17 + 0.04 + 0.08 + 0.26 = 0.55; −0.07. Together 2.20. */
    @Test
    void summandsOfTheAccount() {
        CommunityAccount account = accounts.get("世博家园");
        assertThat(account.term(CommunityCarbonGroup.Term.ENERGY_USE).tPerPerson())
                .isEqualTo(1.08);
        assertThat(account.term(CommunityCarbonGroup.Term.TRAVEL).tPerPerson()).isEqualTo(0.64);
        assertThat(account.term(CommunityCarbonGroup.Term.DAILY_LIFE).tPerPerson())
                .isEqualTo(0.55);
        assertThat(account.term(CommunityCarbonGroup.Term.FIXATION).tPerPerson())
                .isEqualTo(-0.07);
        assertThat(account.total().tPerPerson()).isEqualTo(2.2);
        assertThat(account.total().kgPerM2()).isEqualTo(58.67);
        assertThat(account.total().kg()).isCloseTo(10_119 * 2200.0, within(1e-3));
    }

    @Test
    void differencesThatAreRoundingAreNotedAsSuch() {
        assertThat(accounts.get("世博家园").notes())
                .containsExactly("the parts add up to 58.67 kg per m² of floor a year, stated is 58.68: the rounding of"
                        + " the parts");
        assertThat(accounts.get("东塘社区").notes()).hasSize(2).allMatch(note -> note.contains("rounding"));
        assertThat(accounts.get("和一社区").notes()).hasSize(1);
    }

    /**
     * Both columns of the published table tell the floor area of a person; within the rounding of its two decimals every
     * component tells the same.
     */
    @Test
    void bothColumnsAreAboutTheSameFloorArea() {
        accounts.forEach((name, account) -> {
            double m2 = 1000
                    * number(published.get(name), "published_total_t_per_person_year")
                    / number(published.get(name), "published_total_kg_per_m2_year");
            assertThat(account.parts())
                    .as(name)
                    .allSatisfy(part -> assertThat(part.perYear().tPerPerson())
                            .as(part.component())
                            .isCloseTo(part.perYear().kgPerM2() * m2 / 1000, within(0.0075)));
        });
    }

    @Test
    void renovationTotalsToTheLastDigit() throws IOException {
        RenovationAccounting accounting = new RenovationAccounting(renovationFactors());
        Map<String, String> totals = new LinkedHashMap<>();
        for (CSVRecord row : rows("renovation_cases.csv")) {
            RenovationCase renovation = renovation(row);
            Double totalT = accounting.compute(renovation).totalT();
            totals.put(row.get("community"), String.format(Locale.ROOT, "%.2f", totalT / 10_000));
            assertThat(accounting.problems(renovation)).as(row.get("community")).isEmpty();
        }
        assertThat(totals)
                .containsExactly(Map.entry("红育坡社区", "3.17"), Map.entry("和一社区", "3.89"), Map.entry("东塘社区", "3.04"));
    }

    @Test
    void aRenovationWhoseStatedTotalDisagreesIsAProblem() throws IOException {
        CSVRecord row = rows("renovation_cases.csv").get(0);
        RenovationCase renovation = renovation(row);
        RenovationCase wrong =
                new RenovationCase(renovation.community(), null, renovation.areasM2(), 3.18, null, renovation.place());
        assertThat(new RenovationAccounting(renovationFactors()).problems(wrong))
                .containsExactly("total_10kt is 3.18, but areas × factors are 3.17");
    }

    @Test
    void aMeasureOfUnknownAreaLeavesTheTotalOpen() throws IOException {
        Map<RenovationMeasure, Double> areas = new EnumMap<>(Map.of(RenovationMeasure.NEW_BUILD, 100.0));
        RenovationAccount account = new RenovationAccounting(renovationFactors())
                .compute(new RenovationCase("x", null, areas, null, null, "renovation.csv, row 2"));
        assertThat(account.totalT()).isNull();
        assertThat(account.lines().get(0).t()).isEqualTo(60.0);
        assertThat(account.lines().get(1).reason()).isEqualTo("the area is not known");
    }

    private Map<String, CommunityAccount> accounts() throws IOException {
        Map<String, List<CommunityCarbonItem>> items = rows("community_carbon.csv").stream()
                .map(PublishedCommunitiesTest::item)
                .collect(
                        Collectors.groupingBy(CommunityCarbonItem::community, LinkedHashMap::new, Collectors.toList()));
        CommunityAccounting accounting = new CommunityAccounting(new FactorLibrary(List.of()), null);
        Map<String, CommunityAccount> byName = new LinkedHashMap<>();
        items.forEach((name, rows) -> byName.put(name, accounting.compute(community(published.get(name)), rows)));
        return byName;
    }

    private static Community community(CSVRecord row) {
        return new Community(
                row.get("community"),
                row.get("community"),
                null,
                new Community.Facts(
                        number(row, "persons"),
                        number(row, "households"),
                        null,
                        number(row, "published_total_t_per_person_year"),
                        number(row, "published_total_kg_per_m2_year")));
    }

    private static CommunityCarbonItem item(CSVRecord row) {
        return new CommunityCarbonItem(
                row.get("community"),
                CommunityCarbonGroup.of(row.get("group")).orElseThrow(),
                row.get("component"),
                new CommunityCarbonItem.Given(number(row, "t_per_person_year"), number(row, "kg_per_m2_floor_year")),
                null,
                null,
                "community_carbon.csv, row " + (row.getRecordNumber() + 1));
    }

    private static RenovationCase renovation(CSVRecord row) {
        Map<RenovationMeasure, Double> areas = new EnumMap<>(RenovationMeasure.class);
        for (RenovationMeasure measure : RenovationMeasure.values()) {
            areas.put(measure, number(row, measure.key() + "_m2"));
        }
        return new RenovationCase(
                row.get("community"),
                row.get("period"),
                areas,
                number(row, "published_total_10kt"),
                null,
                "renovation_cases.csv, row " + (row.getRecordNumber() + 1));
    }

    private static FactorLibrary renovationFactors() throws IOException {
        return new FactorLibrary(rows("renovation_factors.csv").stream()
                .map(row -> CarbonSamples.factor(
                        "renovation " + row.get("stage"),
                        List.of(),
                        1000 * number(row, "t_co2_per_m2_floor"),
                        "m2",
                        null,
                        null))
                .toList());
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static Map<String, CSVRecord> byCommunity(String file) throws IOException {
        return rows(file).stream().collect(Collectors.toMap(row -> row.get("community"), row -> row));
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(PUBLISHED.resolve(file), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
