package io.understudy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the core may see: its own layers downwards, and nothing whose answer depends on when or where it is asked. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.understudy");

    /** Who sees whom, from the top down; what a row does not name it may not see. */
    private static final Map<String, Set<String>> SEES = Map.ofEntries(
            Map.entry("gate", Set.of("check", "domain", "schema")),
            Map.entry("report", Set.of("check", "domain", "schema")),
            Map.entry("check", Set.of("neighbour", "stat", "domain", "schema", "random")),
            Map.entry("neighbour", Set.of("stat", "domain", "schema", "random")),
            Map.entry("model", Set.of("codec", "stat", "domain", "schema", "random")),
            Map.entry("codec", Set.of("stat", "domain", "raw", "schema", "random")),
            Map.entry("stat", Set.of("domain", "schema", "random")),
            Map.entry("domain", Set.of("schema", "random")),
            Map.entry("raw", Set.of("schema", "random")),
            Map.entry("schema", Set.of("random")),
            Map.entry("random", Set.of()));

    /** Methods of {@link Math} whose last bit is the platform's choice; {@link StrictMath} has them bit for bit. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

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
        layers.check(CORE);
    }

    @Test
    void everyClassLivesInALayer() {
        String[] layers = SEES.keySet().stream().map(ArchitectureTest::packages).toArray(String[]::new);
        classes().should().resideInAnyPackage(layers).check(CORE);
    }

    @Test
    void modelFamiliesSeeNeitherEachOtherNorACodec() {
        slices().matching("io.understudy.model.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage("io.understudy.model.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.understudy.codec..")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void checkFamiliesDoNotSeeEachOther() {
        slices().matching("io.understudy.check.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.understudy.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void coreKnowsNoEngineAndNoFormat() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache..", "io.delta..", "scala..", "com.fasterxml..", "picocli..", "org.snakeyaml..")
                .check(CORE);
    }

    @Test
    void coreReadsNoClock() {
        noClasses()
                .should()
                .accessTargetWhere(target("reads the clock", target -> {
                    String owner = target.getOwner().getName();
                    return owner.equals("java.time.Clock")
                            || (owner.startsWith("java.time.")
                                    && target.getName().equals("now"))
                            || (owner.equals("java.lang.System")
                                    && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()))
                            || (owner.equals("java.util.Date")
                                    && target.getName().equals("<init>"));
                }))
                .check(CORE);
    }

    @Test
    void coreDrawsFromNoGeneratorOfThePlatform() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(util\\.(Random|SplittableRandom|random\\..*|concurrent\\.ThreadLocalRandom)|security\\.SecureRandom)")
                .orShould()
                .accessTargetWhere(target("draws a random number or identifier", target -> {
                    String call = target.getOwner().getName() + "." + target.getName();
                    return call.equals("java.lang.Math.random")
                            || call.equals("java.lang.StrictMath.random")
                            || call.equals("java.util.UUID.randomUUID")
                            || call.equals("java.util.Collections.shuffle");
                }))
                .check(CORE);
    }

    @Test
    void whatInfluencesAFitOrASampleUsesStrictMath() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("model"), packages("codec"), packages("stat"), packages("random"))
                .should()
                .accessTargetWhere(target(
                        "is a function of Math that differs between platforms",
                        target -> target.getOwner().isEquivalentTo(Math.class) && INEXACT.contains(target.getName())))
                .check(CORE);
    }

    private static String packages(String layer) {
        return "io.understudy." + layer + "..";
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, Predicate<AccessTarget> is) {
        return describe(description, access -> is.test(access.getTarget()));
    }
}
