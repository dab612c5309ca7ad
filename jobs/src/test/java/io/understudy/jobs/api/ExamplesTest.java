package io.understudy.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is compiled and run as it stands there. */
class ExamplesTest {
    private static final Path DOCS = Path.of("..", "docs");

    @TempDir
    Path folder;

    private static List<String> examples(String file, String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void theJavaExampleRunsAndItsModelAnswersTheSqlExample() throws Exception {
        Dataset<Row> claims = InsuranceClaims.table(TestSpark.session(), 3_000, 1);
        Path model = folder.resolve("model");

        compiled(examples("api.md", "java").get(0))
                .getMethod("run", SparkSession.class, Dataset.class, String.class)
                .invoke(null, TestSpark.session(), claims, model.toString());

        List<String> statements =
                List.of(examples("data-source.md", "sql").get(0).strip().split(";"));
        TestSpark.session()
                .sql(statements
                        .get(0)
                        .replace("TEMPORARY VIEW claims", "OR REPLACE TEMPORARY VIEW claims")
                        .replace("MODEL", model.toString())
                        .replace("1000000", "5000"));
        Dataset<Row> answer = TestSpark.session().sql(statements.get(1));
        assertThat(answer.collectAsList()).isNotEmpty();
        TestSpark.session().catalog().dropTempView("claims");
    }

    private Class<?> compiled(String body) throws Exception {
        Path source = Files.writeString(folder.resolve("Example.java"), """
                import io.understudy.jobs.api.*;
                import org.apache.spark.sql.*;

                public final class Example {
                    public static void run(SparkSession spark, Dataset<Row> claims, String path) {
                %s
                    }
                }
                """.formatted(body));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(errors).isZero();
        URL[] classes = {folder.toUri().toURL()};
        return new URLClassLoader(classes, getClass().getClassLoader()).loadClass("Example");
    }

    /** Methods that the other languages call on objects of this package, by name. */
    @ParameterizedTest
    @ValueSource(strings = {"python", "scala"})
    void otherLanguagesCallWhatThereIs(String language) throws IOException {
        Set<String> known = Stream.of(Understudy.class, UnderstudyModel.class, Assessment.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        Set<String> others = Set.of("api", "Understudy", "UnderstudyModel", "randomSplit");
        for (String example : examples("api.md", language)) {
            List<String> called = Pattern.compile("\\.([A-Za-z]+)\\(")
                    .matcher(example)
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !others.contains(name))
                    .toList();
            assertThat(called).hasSizeGreaterThan(4).allMatch(known::contains);
        }
    }
}
