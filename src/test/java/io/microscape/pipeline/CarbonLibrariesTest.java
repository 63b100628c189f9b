package io.microscape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.carbon.CarbonLibrary;
import io.microscape.carbon.EmissionFactor;
import io.microscape.source.ImportLimits;
import io.microscape.source.csv.CsvTable;
import io.microscape.study.InvalidInputException;
import io.microscape.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries that are packed with the program, and a study's own over them. */
class CarbonLibrariesTest {
    private static final ImportLimits LIMITS = ImportLimits.DEFAULTS;

    @TempDir
    private Path folder;

    @Test
    void carriesThePublishedFactorsWithTheirSourcesAndNotes() throws IOException {
        List<EmissionFactor> factors = library().factors().factors();
        List<String> problems = new ArrayList<>();
        CsvTable published = CsvTable.read(SharedData.path("published/factors_secondary.csv"), LIMITS, problems);
        assertThat(published.rows()).hasSize(31);
        for (CsvTable.Row row : published.rows()) {
            assertThat(factors).anySatisfy(factor -> {
                assertThat(factor.item()).isEqualTo(row.text("item"));
                assertThat(factor.kgCo2ePerUnit()).isEqualTo(row.number("kg_co2e_per_unit"));
                assertThat(factor.unitText()).isEqualTo(row.text("unit"));
                assertThat(factor.source()).isEqualTo(row.text("source"));
                assertThat(factor.note()).isEqualTo(row.text("note"));
            });
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everythingBuiltInHasASource() {
        CarbonLibrary library = library();
        assertThat(library.factors().factors())
                .allMatch(factor -> !factor.source().isBlank());
        assertThat(library.allometry().equations())
                .hasSize(9)
                .allMatch(equation -> !equation.source().isBlank());
        assertThat(library.methods().methods()).hasSize(16);
    }

    @Test
    void aStudysOwnFactorReplacesTheBuiltInOne() throws IOException {
        Path own = write("own.csv", "item,unit,kg_co2e_per_unit,source\nCement,t,700,our supplier\n");
        assertThat(CarbonLibraries.read(List.of(own), List.of(), LIMITS).factors().factors().stream()
                        .filter(factor -> factor.item().equalsIgnoreCase("cement")))
                .singleElement()
                .satisfies(factor -> assertThat(factor.kgCo2ePerUnit()).isEqualTo(700));
    }

    @Test
    void twoFactorsForTheSameThingAreRefused() throws IOException {
        Path one = write("one.csv", "item,unit,kg_co2e_per_unit,source\nmud,t,1,survey\n");
        Path other = write("other.csv", "item,unit,kg_co2e_per_unit,source\nmud,t,2,survey\n");
        assertThatThrownBy(() -> CarbonLibraries.read(List.of(one, other), List.of(), LIMITS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("other.csv, row 2")
                .hasMessageContaining("one.csv, row 2");
    }

    private static CarbonLibrary library() {
        return CarbonLibraries.read(List.of(), List.of(), LIMITS);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
