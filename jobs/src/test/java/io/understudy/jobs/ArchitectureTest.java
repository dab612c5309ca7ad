package io.understudy.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the Spark side may see: its own layers downwards, and no name that the job jar hides from the cluster. */
class ArchitectureTest {
    private static final JavaClasses JOBS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.understudy.jobs");

    /** Who sees whom, from the top down; the core is below all of them. */
    private static final Map<String, Set<String>> SEES = Map.ofEntries(
            Map.entry("cli", Set.of("stage", "job")),
            Map.entry("api", Set.of("stage", "fitted", "table", "io", "job")),
            Map.entry("source", Set.of("fitted", "table", "io", "job")),
            Map.entry("stage", Set.of("fitted", "table", "io", "seal", "learn", "quickstart", "personal", "job")),
            Map.entry("fitted", Set.of("io", "seal", "personal", "job")),
            Map.entry("table", Set.of("job")),
            Map.entry("seal", Set.of("io", "job")),
            Map.entry("io", Set.of("job")),
            Map.entry("quickstart", Set.of("table", "job")),
            Map.entry("personal", Set.of("job")),
            Map.entry("learn", Set.of()),
            Map.entry("job", Set.of()));

    @Test
    void layersSeeOnlyLayersBelow() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String layer : SEES.keySet()) {
            layers = layers.layer(layer).definedBy(packages(layer));
        }
        for (Map.Entry<String, Set<String>> row : SEES.entrySet()) {
            String[] below = row.getValue().toArray(String[]::new);
            layers = below.length == 0
                    ? layers.whereLayer(row.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(row.getKey()).mayOnlyAccessLayers(below);
        }
        layers.allowEmptyShould(true).check(JOBS);
    }

    @Test
    void everyClassLivesInALayer() {
        String[] layers = SEES.keySet().stream().map(ArchitectureTest::packages).toArray(String[]::new);
        classes().should().resideInAnyPackage(layers).allowEmptyShould(true).check(JOBS);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.understudy.jobs.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(JOBS);
    }

    @Test
    void onlyTheCommandLineKnowsItsParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packages("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .allowEmptyShould(true)
                .check(JOBS);
    }

    /** Scala is compatible within 2.12 or 2.13 only, and Spark 3.5 to 4.2 are built for both. */
    @Test
    void whatTheDataSourceCallsNamesNoTypeOfScala() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("source"), packages("fitted"), packages("seal"))
                .or()
                .haveNameMatching(".*[.](Cell|Key|Text)Vector")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("scala..")
                .check(JOBS);
    }

    /** Executors and a person's own session live in the same JVM as the driver: only the command line may end it. */
    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packages("cli"))
                .should()
                .callMethod(System.class, "exit", int.class)
                .allowEmptyShould(true)
                .check(JOBS);
    }

    private static String packages(String layer) {
        return "io.understudy.jobs." + layer + "..";
    }
}
