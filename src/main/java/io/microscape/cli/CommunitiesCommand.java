package io.microscape.cli;

import static io.microscape.cli.TextTable.number;

import io.microscape.carbon.CommunityAccount.PerYear;
import io.microscape.pipeline.CommunityReport;
import io.microscape.pipeline.Workspace;
import io.microscape.study.CommunityCarbonGroup.Term;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunitySummary.Total;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The communities of a study as tables or JSON. */
@Command(
        name = "communities",
        description =
                "What the micro-spaces of each community add up to, the communities' own carbon accounts and their"
                        + " renovations.")
final class CommunitiesCommand implements Callable<Integer> {
    private static final List<String> INDICES =
            List.of("green_ratio", "canopy_cover", "road_density_in_radius", "connectivity", "species_richness");
    private static final double T_PER_10KT = 10_000;
    private static final double KG_PER_T = 1000;

    @Parameters(paramLabel = "STUDY", description = "Study key or study file.")
    private String study;

    @Option(names = "--json", description = "Print all numbers as JSON.")
    private boolean json;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace = Workspace.open(home.settings())) {
            CommunityReport report =
                    workspace.pipeline().communities(workspace.pipeline().study(study));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(report.toJson());
            } else {
                printRollUp(report, out);
                printAccounts(report, out);
                printRenovations(report, out);
                report.remarks().forEach(member -> out.println(remark(member)));
            }
            out.flush();
        }
        return 0;
    }

    private static String remark(CommunityMembership member) {
        return "space " + member.code() + " " + member.note();
    }

    /** The count beside a number is that of the spaces it holds for, where not all sampled ones have a value. */
    private static void printRollUp(CommunityReport report, PrintWriter out) {
        if (report.communities().isEmpty()) {
            out.println("study " + report.study() + " has no communities: import some, or give spaces a community");
            return;
        }
        TextTable table = new TextTable(2);
        List<String> header = new ArrayList<>(List.of("code", "name", "spaces", "sampled", "area_m2"));
        header.addAll(INDICES);
        header.addAll(List.of("net_carbon_kg", "kg_per_m2", "carbon_positive"));
        table.add(header);
        for (CommunityReport.Entry entry : report.communities()) {
            List<String> row = new ArrayList<>(List.of(
                    entry.code(),
                    entry.name() == null ? "" : entry.name(),
                    Integer.toString(entry.spaces()),
                    Integer.toString(entry.sampledSpaces()),
                    number(entry.areaM2(), 1)));
            INDICES.forEach(column -> row.add(cell(entry, entry.indices().get(column), 4)));
            row.add(cell(entry, entry.carbon().get("net_carbon_kg"), 2));
            row.add(number(entry.netCarbonKgPerM2(), 3));
            row.add(
                    entry.carbonPositiveShare() == null
                            ? "-"
                            : entry.carbonPositiveSpaces() + " of "
                                    + entry.carbon().get("net_carbon_kg").spaces());
            table.add(row);
        }
        table.print(out);
        out.println("sampled spaces only; indices weighted by area, accounts summed over "
                + number(report.periodYears(), 0) + " years; (n) where only n of the sampled spaces have a value");
    }

    private static String cell(CommunityReport.Entry entry, Total total, int decimals) {
        if (total == null) {
            return "-";
        }
        boolean partly = total.value() != null && total.spaces() < entry.sampledSpaces();
        return number(total.value(), decimals) + (partly ? " (" + total.spaces() + ")" : "");
    }

    private static void printAccounts(CommunityReport report, PrintWriter out) {
        List<CommunityReport.Entry> accounted = report.communities().stream()
                .filter(entry -> entry.account() != null)
                .toList();
        if (accounted.isEmpty()) {
            return;
        }
        out.println();
        out.println("E = Ee + Em + Ei - Eg, t CO2 per person and year (what greenery takes up is negative)");
        TextTable table = new TextTable(2);
        List<String> header = new ArrayList<>(List.of("code", "name"));
        for (Term term : Term.values()) {
            header.add(term.symbol());
        }
        header.addAll(List.of("E", "kg_per_m2_floor", "t_in_all"));
        table.add(header);
        for (CommunityReport.Entry entry : accounted) {
            List<String> row = new ArrayList<>(List.of(entry.code(), entry.name() == null ? "" : entry.name()));
            for (Term term : Term.values()) {
                PerYear perYear = entry.account().terms().get(term.symbol());
                row.add(number(perYear == null ? null : perYear.tPerPerson(), 3));
            }
            PerYear total = entry.account().total();
            row.add(number(total.tPerPerson(), 3));
            row.add(number(total.kgPerM2(), 2));
            row.add(number(total.kg() == null ? null : total.kg() / KG_PER_T, 1));
            table.add(row);
        }
        table.print(out);
        accounted.forEach(entry -> {
            entry.account().notes().forEach(note -> out.println(entry.code() + ": " + note));
            entry.account().parts().stream()
                    .filter(part -> part.perYear().kg() == null)
                    .forEach(part -> out.println(part.place() + ": " + part.component() + " " + part.reason()));
        });
    }

    private static void printRenovations(CommunityReport report, PrintWriter out) {
        TextTable table = new TextTable(3);
        table.add(List.of("code", "name", "period", "renovation_10kt"));
        boolean any = false;
        for (CommunityReport.Entry entry : report.communities()) {
            for (CommunityReport.Renovation renovation : entry.renovations()) {
                any = true;
                table.add(List.of(
                        entry.code(),
                        entry.name() == null ? "" : entry.name(),
                        renovation.period() == null ? "" : renovation.period(),
                        number(renovation.totalT() == null ? null : renovation.totalT() / T_PER_10KT, 2)));
            }
        }
        if (any) {
            out.println();
            table.print(out);
        }
    }
}
