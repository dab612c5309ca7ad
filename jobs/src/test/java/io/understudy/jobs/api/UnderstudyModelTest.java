package io.understudy.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.check.Finding;
import io.understudy.jobs.TestSpark;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import py4j.reflection.ReflectionEngine;

/** Understudy as a library, from Java and as Python calls it. */
class UnderstudyModelTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    Path folder;

    private static Dataset<Row> train;
    private static Dataset<Row> holdout;
    private static UnderstudyModel model;

    @BeforeAll
    static void fitOnce() {
        Dataset<Row> claims = InsuranceClaims.table(TestSpark.session(), 3_000, 1);
        train = claims.limit(2_000).cache();
        holdout = claims.offset(2_000).cache();
        model = new Understudy(TestSpark.session())
                .setK(15)
                .setSeed(3)
                .setTreatment("email", "mask")
                .fit(train, holdout);
    }

    private static SparkSession spark() {
        return TestSpark.session();
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    /** Half of the rows stand for nine times as many as the others do. */
    @Test
    void rowsMayHaveWeights() {
        Dataset<Row> rows = spark().sql("select if(id % 2 = 0, 'a', 'b') as letter, cast(rand(1) * 9 as int) as digit,"
                + " if(id % 2 = 0, 0.9, 0.1) as weight from range(4000)");
        Understudy understudy = new Understudy(spark()).set("input.weight", "weight");
        UnderstudyModel weighted = understudy.fit(rows);
        assertThat(weighted.schema().fieldNames()).containsExactly("letter", "digit");
        Dataset<Row> drawn = weighted.sample(10_000, 1);
        assertThat(drawn.filter("letter = 'a'").count()).isBetween(8_800L, 9_200L);
        UnderstudyModel ofTwo = understudy.fit(rows.limit(3_000), rows.offset(3_000));
        assertThat(ofTwo.assess(rows.limit(3_000), rows.offset(3_000), drawn).value("quality.shape-error"))
                .isLessThan(0.03);
    }

    @Test
    void aModelThatWasSavedEncryptedAndLoadedDrawsTheSameRows() throws IOException {
        String path = folder.resolve("model").toString();
        String key = Files.writeString(folder.resolve("key"), "5c".repeat(32)).toString();
        model.save(path, key);

        UnderstudyModel loaded = UnderstudyModel.load(spark(), path, key);
        assertThat(loaded.unguarded()).isEmpty();
        assertThat(sorted(loaded.sample(500, 7))).hasSize(500).isEqualTo(sorted(model.sample(500, 7)));
    }

    @Test
    void aModelThatWasSavedAndLoadedDrawsTheSameRowsButForMadeUpValues() {
        String path = folder.resolve("model").toString();
        model.save(path);

        UnderstudyModel loaded = UnderstudyModel.load(spark(), path);
        assertThat(model.unguarded()).isEmpty();
        String[] madeUp = loaded.unguarded().toArray(String[]::new);
        assertThat(madeUp).contains("claim_id");
        List<String> rows = sorted(loaded.sample(500, 7));
        assertThat(rows).hasSize(500);
        assertThat(sorted(loaded.sample(500, 7).drop(madeUp)))
                .isEqualTo(sorted(model.sample(500, 7).drop(madeUp)));
        assertThat(sorted(spark().read()
                        .format("understudy")
                        .option("rows", 500)
                        .option("seed", 7)
                        .load(path)))
                .isEqualTo(rows);
        assertThat(model.rows()).isEqualTo(2_000);
    }

    @Test
    void aModelIsNeverWrittenOverAnother() {
        String path = folder.resolve("model").toString();
        model.save(path);
        assertThatThrownBy(() -> model.save(path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "there is a model in " + path + " already; save to another folder, or delete that one first");
    }

    @Test
    void anEncryptedModelOpensWithItsKeyAlone() throws IOException {
        String path = folder.resolve("model").toString();
        String key = Files.writeString(folder.resolve("key"), KEY).toString();
        model.save(path, key);

        assertThat(sorted(UnderstudyModel.load(spark(), path, key).sample(50, 1)))
                .isEqualTo(sorted(model.sample(50, 1)));
        assertThat(sorted(spark().read()
                        .format("understudy")
                        .option("rows", 50)
                        .option("seed", 1)
                        .option("key-file", key)
                        .load(path)))
                .isEqualTo(sorted(model.sample(50, 1)));
        assertThatThrownBy(() -> UnderstudyModel.load(spark(), path))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is encrypted, and no key is given");
    }

    @Test
    void someColumnsCanBeGivenAndTheOthersFollow() {
        UnderstudyModel led = new Understudy(spark())
                .setK(15)
                .set("model.condition-on", "[incident_type, severity]")
                .fit(train, holdout);
        for (UnderstudyModel any : List.of(led, model)) {
            Dataset<Row> given = spark().sql(
                            "select if(id < 300, 'major', 'minor') as severity, if(id % 2 = 0, 'glass', 'theft')"
                                    + " as incident_type from range(1000)");
            Dataset<Row> rows = any.complete(given, 7);

            assertThat(rows.schema()).isEqualTo(train.schema());
            assertThat(sorted(rows.select("severity", "incident_type"))).isEqualTo(sorted(given));
            assertThat(sorted(any.complete(given.repartition(5), 7))).isEqualTo(sorted(rows));
            assertThat(median(rows, "severity = 'major'")).isGreaterThan(3 * median(rows, "severity = 'minor'"));
        }
    }

    private static double median(Dataset<Row> rows, String where) {
        return rows.filter(where)
                .selectExpr("percentile(claim_amount, 0.5D)")
                .head()
                .getDouble(0);
    }

    @Test
    void whatCannotBeGivenIsRefusedInWords() {
        refused(
                "select 'major' as sevrity",
                "complete: the model has no column \"sevrity\"; did you mean \"severity\"?");
        refused(
                "select 'x' as household",
                "complete: the model has no column \"household\"; leave it out, and join it");
        refused(
                "select 'yes' as is_fraud",
                "complete: column is_fraud is string and not boolean as in the learned table");
        refused("select 'C' as claim_id", "complete: column claim_id is an identifier, free text, personal or treated");
        assertThatThrownBy(() -> model.complete(train, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("complete: column claim_id is an identifier");
    }

    private static void refused(String sql, String message) {
        assertThatThrownBy(() -> model.complete(spark().sql(sql), 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anAssessmentSaysWhatWasMeasured() {
        Assessment assessment = model.assess(train, holdout, model.sample(2_000, 1));

        assertThat(assessment.findings()).extracting(Finding::check).contains("quality", "privacy");
        assertThat(assessment.value("quality.shape-error")).isBetween(0.0, 0.1);
        assertThat(assessment.value("quality.unheard-of")).isNaN();
        assertThat(assessment.toJson()).contains("\"findings\"", "\"closer-to-train\"");
        assertThat(assessment.passed()).isEqualTo(assessment.breaches().isEmpty());
    }

    @Test
    void aWrongSettingIsNamedWhenATableIsFitted() {
        assertThatThrownBy(
                        () -> new Understudy(spark()).set("model.closness", "1").fit(train))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean");
        assertThatThrownBy(() -> new Understudy(spark())
                        .set("output.rebalance", "{ column: fraud, shares: { true: 0.5 } }")
                        .fit(train))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("output.rebalance says what a job publishes");
        assertThatThrownBy(
                        () -> new Understudy(spark()).setKind("emial", "text").fit(train))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the input has no column \"emial\"; did you mean \"email\"?");
        assertThatThrownBy(() -> new Understudy(spark())
                        .set("holdout.key", "[custumer_id]")
                        .fit(train, holdout))
                .as("entities are heeded beside a holdout of one's own")
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("did you mean \"customer_id\"?");
        assertThatThrownBy(() -> model.sample(0, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("sample needs a number of rows >= 1, got 0");
    }

    @Test
    void nothingOfASessionIsLeftBehind() {
        assertThat(spark().catalog().listTables().collectAsList())
                .noneMatch(table -> table.name().startsWith("understudy_"));
    }

    /** Python's numbers arrive as Integer where they fit, and py4j finds the method by name and number of arguments. */
    @Test
    void pythonCallsEverything() {
        ReflectionEngine python = new ReflectionEngine();
        Object estimator = new Understudy(spark());
        for (Object[] call : List.of(
                new Object[] {"setK", 15},
                new Object[] {"setSeed", 3},
                new Object[] {"setCloseness", 0.5},
                new Object[] {"setModelType", "bayesian-network"},
                new Object[] {"setTreatment", "email", "mask"})) {
            Object[] arguments = Arrays.copyOfRange(call, 1, call.length);
            estimator = python.invoke(estimator, python.getMethod(estimator, (String) call[0], arguments), arguments);
        }
        Object[] tables = {train, holdout};
        Object fitted = python.invoke(estimator, python.getMethod(estimator, "fit", tables), tables);
        Object[] numbers = {20, 7};
        Object rows = python.invoke(fitted, python.getMethod(fitted, "sample", numbers), numbers);

        assertThat(sorted(((Dataset<?>) rows).toDF())).isEqualTo(sorted(model.sample(20, 7)));
    }

    @Test
    void signaturesAreThoseThatEveryLanguageOfSparkCanCall() {
        List<Method> methods = Stream.of(Understudy.class, UnderstudyModel.class, Assessment.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .toList();
        assertThat(methods).hasSizeGreaterThan(20).noneMatch(Method::isVarArgs);
        assertThat(methods)
                .flatExtracting(method -> List.of(method.getParameterTypes()))
                .noneMatch(type -> ((Class<?>) type).getName().startsWith("scala."))
                .noneMatch(type -> ((Class<?>) type).isAnnotationPresent(FunctionalInterface.class));
        for (Method method : methods) {
            assertThat(methods.stream()
                            .filter(other -> other.getDeclaringClass() == method.getDeclaringClass())
                            .filter(other -> other.getName().equals(method.getName()))
                            .filter(other -> other.getParameterCount() == method.getParameterCount()))
                    .as(method.toString())
                    .hasSize(1);
        }
    }
}
