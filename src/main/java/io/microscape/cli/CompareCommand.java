package io.microscape.cli;

import static io.microscape.cli.TextTable.number;

import io.microscape.carbon.ScenarioComparison;
import io.microscape.carbon.ScenarioComparison.Alternative;
import io.microscape.carbon.ScenarioComparison.Outcome;
import io.microscape.pipeline.Workspace;
import io.microscape.study.CarbonComponent;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts as they are and after scenarios, side by side. */
@Command(
        name = "compare",
        description =
                "Carbon accounts as they are and after scenarios, side by side: by stage, by space, and the year from"
                        + " which on a space is carbon-positive. The study is not changed.")
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SCENARIO.yml", description = "Scenario files.")
    private List<Path> scenarios;

    @Option(names = "--json", description = "Print all numbers as JSON.")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the amounts by year to a CSV file.")
    private Path csv;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(home.settings())) {
            Study found = workspace.pipeline().study(study);
            ScenarioComparison comparison = workspace.pipeline().compare(found, scenarios);
            if (csv != null) {
                write(comparison);
            }
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(comparison.toJson());
            } else {
                print(comparison, out);
            }
            out.flush();
        }
        return 0;
    }

    private void write(ScenarioComparison comparison) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("scenario", "code", "year", "emission_kg", "sink_kg", "cumulative_net_kg")
                .get();
        try (Writer writer = Files.newBufferedWriter(csv);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            for (Object[] row : comparison.rowsByYear()) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new InvalidInputException(csv + ": cannot be written (" + e.getMessage() + "); check the path", e);
        }
    }

    private static void print(ScenarioComparison comparison, PrintWriter out) {
        out.println("kg CO2 over " + number(comparison.periodYears(), 0) + " years, all spaces");
        TextTable totals = new TextTable(1);
        totals.add(header("", comparison));
        for (CarbonComponent component : CarbonComponent.values()) {
            totals.add(row(component.column(), comparison, alternative -> amount(alternative, component.column())));
        }
        totals.add(row("net_carbon_kg", comparison, alternative -> amount(alternative, "net_carbon_kg")));
        totals.add(row("carbon_positive_from_year", comparison, alternative -> year(alternative.total())));
        totals.print(out);
        out.println("(n) where only n of "
                + comparison.alternatives().get(0).spaces().size() + " spaces have a value");
        out.println();
        out.println("net_carbon_kg of each space, and the year from which on it is carbon-positive");
        TextTable spaces = new TextTable(1);
        spaces.add(header("code", comparison));
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (Alternative alternative : comparison.alternatives()) {
            for (Outcome outcome : alternative.spaces()) {
                cells.computeIfAbsent(outcome.code(), code -> new ArrayList<>(List.of(code)))
                        .add(number(outcome.kg().get("net_carbon_kg"), 2) + " / " + year(outcome));
            }
        }
        cells.values().forEach(spaces::add);
        spaces.print(out);
        for (Alternative alternative : comparison.alternatives()) {
            alternative.notes().forEach(note -> out.println("note: " + note));
        }
    }

    private static List<String> header(String first, ScenarioComparison comparison) {
        List<String> header = new ArrayList<>(List.of(first));
        comparison.alternatives().forEach(alternative -> header.add(alternative.key()));
        return header;
    }

    private static List<String> row(String name, ScenarioComparison comparison, Function<Alternative, String> cell) {
        List<String> row = new ArrayList<>(List.of(name));
        comparison.alternatives().forEach(alternative -> row.add(cell.apply(alternative)));
        return row;
    }

    private static String amount(Alternative alternative, String column) {
        int spaces = alternative.total().spaces().get(column);
        boolean partly = spaces > 0 && spaces < alternative.spaces().size();
        return number(alternative.total().kg().get(column), 2) + (partly ? " (" + spaces + ")" : "");
    }

    private static String year(Outcome outcome) {
        return outcome.carbonPositiveFromYear() == null ? "never" : "year " + outcome.carbonPositiveFromYear();
    }
}
