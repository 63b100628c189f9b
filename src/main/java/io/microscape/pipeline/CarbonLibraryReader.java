package io.microscape.pipeline;

import io.microscape.carbon.AllometricEquation;
import io.microscape.carbon.EmissionFactor;
import io.microscape.carbon.MeasurementMethod;
import io.microscape.carbon.MeasurementUnits;
import io.microscape.carbon.Taxon;
import io.microscape.source.ImportLimits;
import io.microscape.source.csv.CsvTable;
import io.microscape.study.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.measure.Unit;

/** Reads tables of factors, equations, taxa and methods; gathers what is wrong with them. */
final class CarbonLibraryReader {
    private final ImportLimits limits;
    private final List<String> problems = new ArrayList<>();
    private final List<AllometricEquation> equations = new ArrayList<>();
    private final List<Taxon> taxa = new ArrayList<>();
    private final List<MeasurementMethod> methods = new ArrayList<>();
    private List<EmissionFactor> factors = new ArrayList<>();

    CarbonLibraryReader(ImportLimits limits) {
        this.limits = limits;
    }

    /** The factors read since the last call. */
    List<EmissionFactor> takeFactors() {
        List<EmissionFactor> taken = factors;
        factors = new ArrayList<>();
        return taken;
    }

    /** The equations; those read last come first, so that a study's own go before the built-in ones. */
    List<AllometricEquation> equations() {
        return equations;
    }

    List<Taxon> taxa() {
        return taxa;
    }

    List<MeasurementMethod> methods() {
        return methods;
    }

    /** Ends in one list of everything that is wrong. */
    void requireSound() {
        if (!problems.isEmpty()) {
            String headline =
                    problems.get(0) + (problems.size() > 1 ? " (and " + (problems.size() - 1) + " more problems)" : "");
            throw problems.size() == 1
                    ? new InvalidInputException(headline)
                    : InvalidInputException.of(headline, problems);
        }
    }

    void factors(Path file) {
        CsvTable table = table(file);
        if (!table.requireColumns("item", "unit", "kg_co2e_per_unit", "source")) {
            return;
        }
        for (CsvTable.Row row : table.rows()) {
            String item = row.required("item");
            Unit<?> unit = unit(row);
            double kg = row.requiredNumber("kg_co2e_per_unit");
            if (kg < 0) {
                row.problem("kg_co2e_per_unit is " + kg + ": must not be negative");
            }
            String source = row.text("source");
            if (source == null) {
                row.problem("the factor " + (item == null ? "" : "\"" + item + "\" ")
                        + "has no source; a factor without source is not used");
            }
            Integer year = year(row);
            Double density = positive(row, "density_kg_per_m3");
            Double maxYears = positive(row, "max_years");
            if (row.isSound()) {
                List<String> names = new ArrayList<>(row.list("item_zh"));
                names.addAll(row.list("synonyms"));
                factors.add(new EmissionFactor(
                        item,
                        names,
                        kg,
                        row.text("unit"),
                        unit,
                        row.text("stage"),
                        row.text("region"),
                        year,
                        source,
                        row.text("note"),
                        density,
                        maxYears,
                        row.place()));
            }
        }
    }

    /** Two rows for the same item, region and year contradict each other. */
    void requireDistinctFactors() {
        Map<List<String>, EmissionFactor> seen = new HashMap<>();
        for (EmissionFactor factor : factors) {
            List<String> identity = List.of(
                    factor.item().toLowerCase(Locale.ROOT),
                    String.valueOf(factor.region()).toLowerCase(Locale.ROOT),
                    String.valueOf(factor.year()));
            EmissionFactor first = seen.putIfAbsent(identity, factor);
            if (first != null) {
                problems.add(factor.place() + ": the factor \"" + factor.item() + "\" was given before in "
                        + first.place() + "; keep one of them, or give them different regions or years");
            }
        }
    }

    /** Equations, or taxa where the table has a growth_form. */
    void allometry(Path file) {
        CsvTable table = table(file);
        if (table.has("growth_form")) {
            if (table.requireColumns("taxon")) {
                table.rows().forEach(this::taxon);
            }
        } else if (table.requireColumns(
                "name", "taxa", "region", "form", "a", "b", "min_dbh_cm", "max_dbh_cm", "root_to_shoot", "source")) {
            List<AllometricEquation> own = new ArrayList<>();
            table.rows().forEach(row -> equation(row).ifPresent(own::add));
            equations.addAll(0, own);
        }
    }

    void methods(Path file) {
        CsvTable table = table(file);
        if (!table.requireColumns("indicator", "techniques_or_models", "scale_from", "scale_to")) {
            return;
        }
        for (CsvTable.Row row : table.rows()) {
            MeasurementMethod.Scale from = scale(row, "scale_from");
            MeasurementMethod.Scale to = scale(row, "scale_to");
            String indicator = row.required("indicator");
            if (row.isSound()) {
                methods.add(new MeasurementMethod(
                        indicator,
                        row.list("techniques_or_models"),
                        from,
                        to,
                        row.text("data_needed"),
                        row.text("strength"),
                        row.text("weakness")));
            }
        }
    }

    private void taxon(CsvTable.Row row) {
        String name = row.required("taxon");
        Double density = positive(row, "wood_density_g_per_cm3");
        if (density != null && row.text("source") == null) {
            row.problem("the wood density has no source");
        }
        if (row.isSound()) {
            taxa.add(new Taxon(name, row.list("taxon_zh"), row.text("growth_form"), density, row.text("source")));
        }
    }

    private static Optional<AllometricEquation> equation(CsvTable.Row row) {
        String name = row.required("name");
        row.required("taxa");
        String region = row.required("region");
        AllometricEquation.Form form = form(row);
        double a = row.requiredNumber("a");
        double b = row.requiredNumber("b");
        double minDbh = row.requiredNumber("min_dbh_cm");
        double maxDbh = row.requiredNumber("max_dbh_cm");
        double rootToShoot = row.requiredNumber("root_to_shoot");
        String source = row.required("source");
        Double minHeight = row.number("min_height_m");
        Double maxHeight = row.number("max_height_m");
        return row.isSound()
                ? Optional.of(new AllometricEquation(
                        name,
                        row.list("taxa"),
                        region,
                        form,
                        a,
                        b,
                        minDbh,
                        maxDbh,
                        minHeight,
                        maxHeight,
                        rootToShoot,
                        source,
                        row.text("note")))
                : Optional.empty();
    }

    private static AllometricEquation.Form form(CsvTable.Row row) {
        String text = row.required("form");
        if (text == null) {
            return null;
        }
        return Arrays.stream(AllometricEquation.Form.values())
                .filter(form -> form.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> {
                    row.problem("form is \"" + text + "\", but there are: "
                            + Arrays.stream(AllometricEquation.Form.values())
                                    .map(form -> form.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
                    return null;
                });
    }

    private static MeasurementMethod.Scale scale(CsvTable.Row row, String column) {
        String text = row.required(column);
        if (text == null) {
            return null;
        }
        return MeasurementMethod.Scale.of(text).orElseGet(() -> {
            row.problem(column + " is \"" + text + "\", but there are: plant, plot, park, city, region");
            return null;
        });
    }

    private static Unit<?> unit(CsvTable.Row row) {
        String text = row.required("unit");
        Unit<?> unit = text == null ? null : MeasurementUnits.of(text).orElse(null);
        if (text != null && unit == null) {
            row.problem("the unit \"" + text + "\" is not known");
        }
        return unit;
    }

    private static Integer year(CsvTable.Row row) {
        Double year = row.number("year");
        if (year != null && (year != Math.rint(year) || year < 0 || year > 9999)) {
            row.problem("year is " + year);
        }
        return year == null ? null : year.intValue();
    }

    private static Double positive(CsvTable.Row row, String column) {
        Double number = row.number(column);
        if (number != null && !(number > 0)) {
            row.problem(column + " is " + number + ": must be more than 0");
        }
        return number;
    }

    private CsvTable table(Path file) {
        try {
            return CsvTable.read(file, limits, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
