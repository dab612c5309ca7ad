package io.understudy.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.fitted.ModelPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fitted model read as a table. The oracle is what the job drew and wrote. */
class DataSourceTest {
    @TempDir
    static Path folder;

    private static FittedClaims claims;
    private static List<Row> whole;

    @BeforeAll
    static void fitOnce() throws IOException {
        claims = FittedClaims.sealed(folder);
        whole = claims.drawn().collectAsList();
        claims.drawnByTheJob().createOrReplaceTempView("written");
        claims.drawn().createOrReplaceTempView("drawn");
    }

    private static SparkSession spark() {
        return TestSpark.session();
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static String plan(Dataset<Row> rows) {
        return rows.queryExecution().executedPlan().toString();
    }

    @Test
    void theRowsAreThoseThatTheJobDrew() {
        assertThat(sorted(claims.drawn())).hasSize(FittedClaims.ROWS).isEqualTo(sorted(claims.drawnByTheJob()));
        assertThat(plan(claims.drawn())).doesNotContain("by chance");
    }

    /** A model that is not encrypted does not hold which values are real, so made-up ones may be. */
    @Test
    void ofAModelThatIsNotEncryptedMadeUpValuesAreOthers(@TempDir Path other) throws IOException {
        FittedClaims plain = FittedClaims.in(other);
        List<String> madeUp =
                new ModelPlace(plain.model(), Optional.empty()).read(spark()).unguarded();
        assertThat(madeUp).contains("claim_id").hasSizeLessThan(whole.get(0).size() / 2);
        String[] names = madeUp.toArray(String[]::new);
        assertThat(sorted(plain.drawn().drop(names)))
                .hasSize(FittedClaims.ROWS)
                .isEqualTo(sorted(plain.drawnByTheJob().drop(names)));
        assertThat(plan(plain.drawn())).contains("made-up values may be real ones by chance");
        assertThat(sorted(plain.drawnByTheJob()))
                .as("a job's rows do not depend on whether its model is encrypted")
                .isEqualTo(sorted(claims.drawnByTheJob()));
    }

    @Test
    void theSchemaIsTheInputsWithItsComments() {
        assertThat(claims.drawn().schema().json())
                .isEqualTo(spark().read()
                        .parquet(folder.resolve("claims.parquet").toString())
                        .schema()
                        .json());
        assertThat(claims.drawn().schema().apply("is_fraud").getComment().get())
                .isEqualTo("Was the claim found to be fraudulent");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 5_000})
    void anyNumberOfPartitionsGivesTheSameRowsInTheSameOrder(int partitions) {
        Dataset<Row> rows = claims.source()
                .option("model", claims.model())
                .option("seed", FittedClaims.SEED)
                .option("partitions", partitions)
                .load();
        assertThat(rows.collectAsList()).isEqualTo(whole);
        assertThat(rows.javaRDD().getNumPartitions()).isEqualTo(Math.min(partitions, FittedClaims.ROWS));
    }

    @Test
    void sqlReadsAModelThroughAView() {
        spark().sql("CREATE OR REPLACE TEMPORARY VIEW through_sql USING understudy OPTIONS (`key-file` '" + claims.key()
                + "', model '" + claims.model() + "', rows '" + FittedClaims.ROWS + "', seed '" + FittedClaims.SEED
                + "')");
        assertThat(spark().table("through_sql").collectAsList()).isEqualTo(whole);
        assertThat(spark().sql("SELECT count(*) FROM through_sql").head().getLong(0))
                .isEqualTo(FittedClaims.ROWS);
    }

    /** A few columns at a time, in any order: what is left out is not drawn, and changes nothing. */
    @Test
    void aFewColumnsAreThoseOfTheWholeTable() {
        Random random = new Random(1);
        List<String> names = new ArrayList<>(List.of(claims.drawn().columns()));
        for (int i = 0; i < names.size(); i++) {
            List<String> some = new ArrayList<>(List.of(names.get(i)));
            List<String> others = new ArrayList<>(names);
            others.remove(i);
            Collections.shuffle(others, random);
            some.addAll(others.subList(0, i % 3));
            String columns = String.join(", ", some);
            assertThat(sorted(spark().sql("SELECT " + columns + " FROM drawn")))
                    .as(columns)
                    .isEqualTo(sorted(spark().sql("SELECT " + columns + " FROM written")));
        }
    }

    @Test
    void aLimitDrawsTheFirstRowsAndNoMore() {
        Dataset<Row> first = claims.drawn().limit(10);
        assertThat(first.collectAsList()).isEqualTo(whole.subList(0, 10));
        assertThat(plan(first)).contains(", 10 rows with seed 5").doesNotContain("GlobalLimit");
        Dataset<Row> filtered = claims.drawn().filter("is_fraud").limit(10);
        assertThat(filtered.collectAsList())
                .isEqualTo(whole.stream()
                        .filter(row -> row.getBoolean(row.fieldIndex("is_fraud")))
                        .limit(10)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is_fraud",
                "NOT is_fraud",
                "vehicle_year >= 2015",
                "2015 > vehicle_year",
                "witnesses IN (1, 3)",
                "credit_score <> 999 AND is_fraud",
                "NOT (vehicle_year < 2012 OR policy_type = 'comprehensive')",
                "policy_type IN ('comprehensive', 'none of these')",
                "region > 'N'",
                "city <= 'M'",
                "police_report IS NULL",
                "police_report IS NOT NULL AND NOT police_report",
                "NOT (police_report = true AND vehicle_year > 2015)",
                "police_report <=> NULL OR witnesses = 2",
                "birth_date BETWEEN DATE'1960-03-01' AND DATE'1985-09-30'",
                "incident_at >= TIMESTAMP'2023-06-01 00:00:00'",
                "claim_amount > 2500.00",
                "annual_income IN (30000.00, 41000.00) OR annual_income < 20000.00",
                "telematics_score >= 70.5D",
                "harsh_braking < CAST(2 AS FLOAT)",
                "harsh_braking > CAST('-Infinity' AS FLOAT) AND telematics_score < double('NaN')",
                "email < 'm'",
                "full_name >= 'K' AND is_fraud",
                "customer_id IS NULL",
                "customer_id > 0"
            })
    void aFilterThatIsPushedDownLeavesExactlyTheRowsOfAFilter(String filter) {
        Dataset<Row> drawn = spark().sql("SELECT * FROM drawn WHERE " + filter);
        assertThat(plan(drawn)).as(filter).doesNotContain("Filter ").contains("filtered while drawn");
        assertThat(sorted(drawn)).isEqualTo(sorted(spark().sql("SELECT * FROM written WHERE " + filter)));
        assertThat(sorted(spark().sql("SELECT claim_id FROM drawn WHERE " + filter)))
                .isEqualTo(sorted(spark().sql("SELECT claim_id FROM written WHERE " + filter)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "length(region) = 5",
                "vehicle_year % 2 = 0",
                "region LIKE '%o%'",
                "witnesses + 2000 < vehicle_year"
            })
    void whatCannotBeToldExactlyIsLeftToSpark(String filter) {
        Dataset<Row> drawn = spark().sql("SELECT * FROM drawn WHERE " + filter);
        assertThat(plan(drawn)).contains("Filter ");
        assertThat(sorted(drawn)).isEqualTo(sorted(spark().sql("SELECT * FROM written WHERE " + filter)));
    }

    @Test
    void sparkIsToldHowMuchThereIs() {
        var statistics = claims.drawn().queryExecution().optimizedPlan().stats();
        assertThat(statistics.rowCount().get().toLong()).isEqualTo(FittedClaims.ROWS);
        assertThat(statistics.sizeInBytes().toLong()).isBetween(FittedClaims.ROWS * 100L, FittedClaims.ROWS * 1_000L);
    }

    @Test
    void noRowsAreATableToo() {
        Dataset<Row> none = claims.source().option("rows", 0).load(claims.model());
        assertThat(none.collectAsList()).isEmpty();
        assertThat(none.schema()).isEqualTo(claims.drawn().schema());
    }

    @Test
    void whereEveryCopyOfAModelLiesItIsFound() {
        for (String place :
                List.of("out.understudy", "out.understudy/work", "out.understudy/work/model/model.understudy")) {
            assertThat(claims.source()
                            .option("rows", 3)
                            .load(folder.resolve(place).toString())
                            .count())
                    .isEqualTo(3);
        }
    }
}
