package io.microscape.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of docs/architecture.md and the one direction of flow between them. */
class LayeringTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.microscape");

    /** Room to the rooms it may import, as in the table of docs/architecture.md. */
    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("study", List.of()),
            Map.entry("crs", List.of("study")),
            Map.entry("source", List.of("study", "crs")),
            Map.entry("store", List.of("study")),
            Map.entry("landscape", List.of("study")),
            Map.entry("carbon", List.of("study")),
            Map.entry("statistics", List.of("study")),
            Map.entry("atlas", List.of("study", "store")),
            Map.entry("portrayal", List.of("study", "crs", "atlas")),
            Map.entry("report", List.of("study", "atlas", "portrayal", "statistics")),
            Map.entry("tiles", List.of("study", "crs", "atlas", "portrayal")),
            Map.entry("ogc", List.of("study", "crs", "atlas", "portrayal", "tiles")),
            Map.entry("export", List.of("study", "crs", "store", "atlas", "portrayal", "tiles")),
            Map.entry("sample", List.of("study", "crs", "landscape")),
            Map.entry(
                    "pipeline",
                    List.of(
                            "study",
                            "crs",
                            "source",
                            "store",
                            "landscape",
                            "carbon",
                            "statistics",
                            "report",
                            "atlas",
                            "portrayal",
                            "tiles",
                            "ogc",
                            "export")),
            Map.entry(
                    "api",
                    List.of(
                            "study",
                            "store",
                            "carbon",
                            "statistics",
                            "atlas",
                            "portrayal",
                            "tiles",
                            "export",
                            "pipeline",
                            "ogc")),
            Map.entry(
                    "cli",
                    List.of(
                            "study",
                            "store",
                            "carbon",
                            "statistics",
                            "atlas",
                            "portrayal",
                            "export",
                            "sample",
                            "pipeline",
                            "ogc",
                            "api"))));

    @TestFactory
    Stream<DynamicTest> eachRoomImportsOnlyWhatItMay() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String room = packageOf(entry.getKey());
                    String[] allowed = Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())
                            .map(LayeringTest::packageOf)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(room)
                            .should()
                            .dependOnClassesThat(resideInAPackage("io.microscape..")
                                    .and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                            .check(CLASSES);
                }));
    }

    @Test
    void everyClassLivesInARoomOfTheTable() {
        classes()
                .should()
                .resideInAnyPackage(MAY_IMPORT.keySet().stream()
                        .map(LayeringTest::packageOf)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching("io.microscape.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void readersOfFormatsAreFreeOfCycles() {
        slices().matching("io.microscape.source.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theDomainKnowsNoFramework() {
        classes()
                .that()
                .resideInAPackage("io.microscape.study..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.locationtech.jts..", "io.microscape.study.."))
                .check(CLASSES);
    }

    @Test
    void theEnginesKnowNeitherSpringNorDatabase() {
        DescribedPredicate<JavaClass> frameworks =
                resideInAnyPackage("org.springframework..", "jakarta.persistence..", "org.hibernate..", "java.sql..");
        noClasses()
                .that()
                .resideInAnyPackage("io.microscape.landscape..", "io.microscape.carbon..")
                .should()
                .dependOnClassesThat(frameworks)
                .check(CLASSES);
    }

    private static String packageOf(String room) {
        return "io.microscape." + room + "..";
    }
}
