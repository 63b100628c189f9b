package io.microscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From inventory to account by the commands: the example worked by hand in docs/carbon.md, and what is refused. */
class CarbonCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SPACES = "code,wkt\n"
            + "A,\"POLYGON((106.4000 29.80,106.4002 29.80,106.4002 29.8002,106.4000 29.8002,106.4000 29.80))\"\n";

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @Test
    void theWorkedExampleIsTheProgramsToTheLastDigit() throws IOException {
        assertThat(CommandRun.in(home, "run", "sample-data/inventory-example/study.yml")
                        .exitCode())
                .isZero();
        CommandRun carbon = CommandRun.in(home, "carbon", "inventory_example", "C6", "--json");
        JsonNode account = JSON.readTree(carbon.out()).get("accounts").get(0);

        List<String[]> byHand = table("docs/carbon.md", "| component | line | sum | kg |");
        assertThat(byHand).hasSize(17);
        List<JsonNode> lines = new ArrayList<>();
        account.get("lines").forEach(lines::add);
        for (String[] row : byHand) {
            int decimals = row[4].length() - row[4].indexOf('.') - 1;
            double kg = Double.parseDouble(row[4]);
            JsonNode line = lines.stream()
                    .filter(each -> each.get("component").asString().equals(row[1])
                            && Math.abs(each.get("kg").asDouble() - kg) <= 0.5000001 * Math.pow(10, -decimals))
                    .findFirst()
                    .orElse(null);
            assertThat(line).as("%s: %s = %s", row[1], row[3], row[4]).isNotNull();
            lines.remove(line);
        }
        assertThat(lines).isEmpty();
        assertThat(account.get("net_carbon_kg").asDouble()).isCloseTo(9827.09, within(0.005));
        assertThat(account.get("net_carbon_kg_per_year").asDouble()).isCloseTo(196.54, within(0.005));
        JsonNode cumulative = account.get("cumulative_net_kg");
        assertThat(cumulative).hasSize(51);
        assertThat(cumulative.get(0).asDouble()).isCloseTo(-3574.8072 - 102.594, within(1e-6));
        assertThat(cumulative.get(50).asDouble()).isCloseTo(9827.0944, within(1e-3));
    }

    @Test
    void theFactorsSayWhatTheyWereUsedFor() {
        CommandRun.in(home, "run", "sample-data/inventory-example/study.yml");
        CommandRun factors = CommandRun.in(home, "carbon", "inventory_example", "--factors");
        assertThat(factors.out())
                .contains("grid electricity Chongqing 2023: 0.5581 kg CO2e/kWh, Chongqing, 2023"
                        + " [national announcement 2025 no. 47; province factor]")
                .contains("diesel truck 8 t: 0.179 kg CO2e/t km [GB/T 51366-2019 Appendix E; secondary source; verify]")
                .contains("used for C6 (inventory.csv, row 2), C6 (inventory.csv, row 5)")
                .doesNotContain("southwest");
    }

    @Test
    void everythingWrongIsInOneListAndNothingIsImported() throws IOException {
        write("spaces.csv", SPACES);
        write(
                "plants.csv",
                "code,species,count,dbh_cm,dbh_growth_cm_per_year\nA,樟,2,12,0.5\nA,Triffidus magnus,1,12,0.5\n"
                        + "Z,樟,2,12,0.5\nA,樟,-1,12,0.5\n");
        write(
                "carbon.csv",
                "code,soil_sink_kg,vegetation_sink_kg,material_emission_kg,construction_emission_kg,"
                        + "operation_emission_kg,net_carbon_kg,period_years\nA,1,1,1,1,1,5,\nB,1,1,1,1,1,-1,0\nC,1,1,1,1,1,-1,30\n");
        write(
                "inventory.csv",
                "code,stage,activity,item,quantity,unit,distance_km,vehicle,frequency_per_year,total_kg\n"
                        + "A,material,hard_material_production,unobtainium,1,t,,,,\n"
                        + "Z,material,hard_material_production,cement,1,t,,,,\n"
                        + "A,material,hard_material_production,cement,-1,t,,,,\n"
                        + "A,material,hard_material_production,cement,1,bucket,,,,\n"
                        + "A,material,hard_material_production,cement,1,kWh,,,,\n"
                        + "A,material,hard_material_transport,cement,1,t,,diesel truck 8 t,,\n"
                        + "A,operation,lamps,grid electricity,1,kWh,,,1,\n"
                        + "A,construction,lamps,grid electricity,1,kWh,,,1,\n"
                        + "A,material,hard_material_production,cement,1,t,,,,700\n"
                        + "A,material,juggling,cement,1,t,,,,\n"
                        + "A,material,hard_material_production,cement,many,t,,,,\n"
                        + "A,operation,irrigation,tap water,1,t,,,,\n");
        Path study = study("");

        CommandRun run = CommandRun.in(home, "run", study.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.firstError()).contains("plants.csv, row 5").contains("nothing was imported");
        assertThat(run.err().lines().filter(line -> line.startsWith("  ")).map(String::strip))
                .hasSize(18)
                .anyMatch(line -> line.startsWith("plants.csv, row 5: its count is -1"))
                .anyMatch(line -> line.startsWith("carbon.csv, row 2: code A: net_carbon_kg is 5"))
                .anyMatch(line -> line.startsWith("carbon.csv, row 3: its period_years is 0"))
                .anyMatch(line -> line.startsWith("carbon.csv, row 4: its period_years is 30"))
                .anyMatch(
                        line -> line.startsWith("inventory.csv, row 9: activity lamps belongs to the stage operation"))
                .anyMatch(line -> line.startsWith("inventory.csv, row 11: activity is \"juggling\""))
                .anyMatch(line -> line.startsWith("inventory.csv, row 12: column quantity holds \"many\""))
                .anyMatch(line -> line.startsWith("inventory.csv, row 2: the item \"unobtainium\""))
                .anyMatch(line -> line.equals("inventory.csv, row 3: no space has the code Z"))
                .anyMatch(line -> line.startsWith("inventory.csv, row 4: quantity is -1"))
                .anyMatch(line -> line.startsWith("inventory.csv, row 5: the unit \"bucket\""))
                .anyMatch(line -> line.startsWith("inventory.csv, row 6: is given in kWh"))
                .anyMatch(line -> line.startsWith("inventory.csv, row 7: has no distance_km"))
                .anyMatch(
                        line -> line.startsWith("inventory.csv, row 8: the item \"grid electricity\" has a factor for"))
                .anyMatch(line -> line.startsWith("inventory.csv, row 10: total_kg is 700"))
                .anyMatch(line -> line.startsWith("inventory.csv, row 13: has no frequency_per_year"))
                .anyMatch(line -> line.startsWith("plants.csv, row 3: the species \"Triffidus magnus\""))
                .anyMatch(line -> line.equals("plants.csv, row 4: no space has the code Z"));
        assertThat(CommandRun.in(home, "studies").out()).isEmpty();
    }

    @Test
    void aFactorWithoutSourceOrUnitIsRefusedWithItsRow() throws IOException {
        write("spaces.csv", SPACES);
        write("plants.csv", "code,species,count\nA,樟,2\n");
        write("carbon.csv", "code,soil_sink_kg\nA,1\n");
        write("inventory.csv", "code,activity,item,quantity,unit\nA,earthworks,mud,1,t\n");
        write("own.csv", "item,unit,kg_co2e_per_unit,source\nmud,t,2,\nclay,bucket,2,survey\nloam,t,-1,survey\n");

        CommandRun run = CommandRun.in(
                home, "run", study("carbon: {factors: [own.csv]}\n").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("own.csv, row 2: the factor \"mud\" has no source")
                .contains("own.csv, row 3: the unit \"bucket\" is not known")
                .contains("own.csv, row 4: kg_co2e_per_unit is -1");
        assertThat(CommandRun.in(home, "studies").out()).isEmpty();
    }

    @Test
    void aGivenValueStaysAndTheDifferenceIsSaid() throws IOException {
        write("spaces.csv", SPACES);
        write("plants.csv", "code,species,count\nA,樟,2\n");
        write(
                "carbon.csv",
                "code,construction_emission_kg,soil_sink_kg,soil_sink_method,soil_sink_uncertainty_percent\n"
                        + "A,5,2,CASA,20\n");
        write("inventory.csv", "code,activity,item,quantity,unit\nA,earthworks,mud,3,t\n");
        write("own.csv", "item,unit,kg_co2e_per_unit,source\nmud,t,2,survey\n");
        CommandRun run = CommandRun.in(
                home, "run", study("carbon: {factors: [own.csv]}\n").toString());
        assertThat(run.err())
                .doesNotContain("microscape:")
                .contains("note: the method \"CASA\" is for region, not for micro-spaces (1 accounts)");

        String carbon = CommandRun.in(home, "carbon", "own", "A").out();
        assertThat(carbon)
                .contains("construction_emission: 5.0000 kg (given)")
                .contains("5 as given is kept; computed from inventory, plants and areas it is 6 (difference 1)")
                .contains("soil_sink: 2.0000 kg (given, CASA, ± 20 %)")
                .contains("the method \"CASA\" is used outside its scale: it is for region, the space is a plot")
                .contains("vegetation_sink: -")
                .contains("no tree sizes");
        Path csv = folder.resolve("out.csv");
        CommandRun.in(home, "export", "own", csv.toString());
        assertThat(Files.readString(csv)).contains("5 as given is kept").contains("outside its scale");
        // the study's own factors are kept for what comes after the run
        assertThat(CommandRun.in(home, "analyse", "own").exitCode()).isZero();
        assertThat(CommandRun.in(home, "carbon", "own", "A").out()).isEqualTo(carbon);
    }

    private Path study(String more) throws IOException {
        return write(
                "study.yml",
                "study: own\nsources:\n  spaces: {file: spaces.csv, crs: EPSG:4326}\n  plants: {file: plants.csv}\n"
                        + "  carbon: {file: carbon.csv}\n  inventory: {file: inventory.csv}\n" + more);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Rows of the table with that header in a Markdown file, split at the bars. */
    private static List<String[]> table(String file, String header) throws IOException {
        List<String[]> rows = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.equals(header)) {
                within = true;
            } else if (within && !line.startsWith("|")) {
                break;
            } else if (within && !line.startsWith("|---")) {
                rows.add(line.split("\\s*\\|\\s*"));
            }
        }
        return rows;
    }
}
