package io.microscape.cli;

import io.microscape.carbon.AccountLine;
import io.microscape.carbon.EmissionFactor;
import io.microscape.carbon.SpaceAccount;
import io.microscape.pipeline.AccountViews;
import io.microscape.pipeline.Workspace;
import io.microscape.study.CarbonComponent;
import io.microscape.study.CarbonValue;
import io.microscape.study.InvalidInputException;
import io.microscape.study.Study;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows carbon accounts with every number that they are made of. */
@Command(
        name = "carbon",
        description = "Show the carbon accounts of a study with their breakdown: quantities, factors, sources.")
final class CarbonCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Parameters(index = "1", arity = "0..1", paramLabel = "CODE", description = "Code of one space.")
    private String code;

    @Option(names = "--factors", description = "List the factors that were used, and for what.")
    private boolean factors;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(home.settings())) {
            Study found = workspace.pipeline().study(study);
            List<SpaceAccount> accounts = workspace.pipeline().accounts(found).stream()
                    .filter(account -> code == null || account.code().equals(code))
                    .toList();
            if (code != null && accounts.isEmpty()) {
                throw InvalidInputException.of(
                        "space " + code,
                        "it has neither an account nor anything to compute one from",
                        "check the code, or import carbon, inventory, or plants with sizes");
            }
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonMapper.builder().build().writeValueAsString(document(found, accounts)));
            } else if (factors) {
                printFactors(accounts, out);
            } else {
                accounts.forEach(account -> print(account, out));
            }
            out.flush();
        }
        return 0;
    }

    private Map<String, Object> document(Study found, List<SpaceAccount> accounts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("study", found.key());
        if (factors) {
            document.put("factors", AccountViews.factorsUsed(accounts));
        } else {
            document.put(
                    "accounts", accounts.stream().map(AccountViews::account).toList());
        }
        return document;
    }

    private static void print(SpaceAccount account, PrintWriter out) {
        out.println(account.code() + ": net " + kg(account.account().netCarbonKg()) + " over "
                + number(account.periodYears()) + " years");
        for (CarbonComponent component : CarbonComponent.values()) {
            CarbonValue value = account.account().value(component);
            out.println("  " + component.key() + ": " + kg(value.kg()) + provenance(value));
            if (value.reason() != null) {
                out.println("    " + value.reason());
            }
            account.lines().stream()
                    .filter(line -> line.component() == component)
                    .forEach(line -> out.println("    " + text(line)));
        }
    }

    private static String provenance(CarbonValue value) {
        if (value.kg() == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(" (")
                .append(value.origin().name().toLowerCase(Locale.ROOT))
                .append(value.method() == null ? "" : ", " + value.method());
        if (value.year() != null) {
            text.append(", ").append(value.year());
        }
        if (value.uncertaintyPercent() != null) {
            text.append(", ± ").append(number(value.uncertaintyPercent())).append(" %");
        }
        return text.append(')').toString();
    }

    private static String text(AccountLine line) {
        String what = (line.activity() == null ? "" : line.activity().key() + ", ") + line.item();
        return line.kg() == null
                ? what + ": " + line.reason()
                : what + ": " + line.working() + " = " + kg(line.kg()) + " [" + line.source()
                        + (line.factor() == null || line.factor().note() == null
                                ? ""
                                : "; " + line.factor().note())
                        + "]";
    }

    private static void printFactors(List<SpaceAccount> accounts, PrintWriter out) {
        Map<EmissionFactor, Set<String>> uses = new LinkedHashMap<>();
        for (SpaceAccount account : accounts) {
            for (AccountLine line : account.lines()) {
                if (line.factor() != null) {
                    uses.computeIfAbsent(line.factor(), any -> new TreeSet<>())
                            .add(account.code() + (line.place() == null ? "" : " (" + line.place() + ")"));
                }
            }
        }
        uses.forEach((factor, places) -> {
            out.println(factor.item() + ": " + number(factor.kgCo2ePerUnit()) + " kg CO2e/" + factor.unitText()
                    + (factor.region() == null ? "" : ", " + factor.region())
                    + (factor.year() == null ? "" : ", " + factor.year())
                    + " [" + factor.source() + (factor.note() == null ? "" : "; " + factor.note()) + "]");
            out.println("  used for " + String.join(", ", places));
        });
    }

    private static String kg(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.4f kg", value);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
