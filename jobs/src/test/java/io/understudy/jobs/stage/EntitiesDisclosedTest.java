package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 300 customers of ten claims each, few of whom share town and year of birth: rare people, though no row is rare. */
class EntitiesDisclosedTest {
    private static final String SENSITIVE = "sensitive: { columns: [ill], quasi-identifiers: [town, born] }";
    private static final String KEY = "holdout: { key: [customer], fraction: 0.4 }";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void write() {
        claims().repartition(5).write().parquet(shared.resolve("claims.parquet").toString());
    }

    private static Dataset<Row> claims() {
        return TestSpark.session()
                .sql("select concat('C', 1000 + who) as customer, concat('town ', who % 15) as town,"
                        + " 1950 + cast(who / 15 as int) % 12 as born, if(who % 7 < 2, 'yes', 'no') as ill,"
                        + " cast(100 * rand(1) as int) as amount, 1 as w"
                        + " from (select id % 300 as who from range(3000))");
    }

    private TestJob ran(String name, String input, String... lines) {
        Path own = folder.resolve(name);
        assertThat(own.toFile().mkdirs()).isTrue();
        String[] all = new String[lines.length + 2];
        all[0] = "gate: { preset: report-only }";
        all[1] = SENSITIVE;
        System.arraycopy(lines, 0, all, 2, lines.length);
        TestJob job = TestJob.of(own, input, all);
        job.succeeds("run");
        return job;
    }

    private static String claimed() {
        return "path: " + shared.resolve("claims.parquet");
    }

    private static List<JsonNode> findings(TestJob job) {
        List<String> of = List.of(
                "replicated-uniques",
                "rare-combinations",
                "rare-combinations-count",
                "attribute-disclosure",
                "k-anonymity",
                "l-diversity",
                "t-closeness");
        return StreamSupport.stream(job.verdict().get("findings").spliterator(), false)
                .filter(finding -> of.contains(finding.get("metric").asText()))
                .toList();
    }

    private static double baseline(TestJob job, String metric) {
        return findings(job).stream()
                .filter(finding -> finding.get("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow()
                .get("baseline")
                .asDouble();
    }

    @Test
    void rareAreThosePeopleThatFewResemble() {
        TestJob byRows = ran("rows", claimed());
        assertThat(baseline(byRows, "k-anonymity"))
                .as("rows of rare combinations")
                .isZero();

        TestJob byPeople = ran("people", claimed(), KEY);
        assertThat(baseline(byPeople, "k-anonymity"))
                .as("people of rare combinations")
                .isOne();
        assertThat(findings(byPeople)).hasSize(7);

        Path other = folder.resolve("other.parquet");
        claims().orderBy("amount").repartition(3).write().parquet(other.toString());
        assertThat(findings(ran("moved", "path: " + other, KEY)))
                .as("wherever rows lie")
                .isEqualTo(findings(byPeople));
    }

    /** What people are known by is looked at before it is made the same for all. */
    @Test
    void treatmentsDoNotMakeOneOfMany() {
        TestJob masked = ran(
                "masked",
                claimed(),
                KEY,
                "columns: { customer: { kind: category, treatment: mask }, w: { role: drop } }");
        assertThat(masked.published().select("customer").distinct().count()).isOne();
        assertThat(baseline(masked, "l-diversity"))
                .as("some share town and year, not the illness")
                .isBetween(0.2, 0.99);
        assertThat(baseline(masked, "k-anonymity")).isOne();
    }

    @Test
    void rowsWithWeightsArePeoplesToo() {
        TestJob weighted = ran("weighted", claimed() + ", weight: w", KEY);
        assertThat(baseline(weighted, "k-anonymity")).isOne();
    }

    /** Of rows without a key every one is somebody's of his own. */
    @Test
    void rowsOfNobodyAreStrangers() {
        String query =
                "query: \"SELECT * EXCEPT (customer, w), if(ill = 'no', customer, NULL) AS customer FROM parquet.`"
                        + shared.resolve("claims.parquet") + "`\"";
        long rare = IntStream.range(0, 300)
                .filter(who -> IntStream.range(0, 300)
                        .filter(other -> town(other) == town(who) && born(other) == born(who))
                        .allMatch(EntitiesDisclosedTest::known))
                .count();
        long known =
                IntStream.range(0, 300).filter(EntitiesDisclosedTest::known).count();
        assertThat(rare).isBetween(100L, 200L);
        assertThat(baseline(ran("some", query, KEY), "k-anonymity"))
                .as("among people who are known, and rows of others")
                .isCloseTo((double) rare / (known + 10 * (300 - known)), within(1e-9));
    }

    private static int town(int who) {
        return who % 15;
    }

    private static int born(int who) {
        return who / 15 % 12;
    }

    private static boolean known(int who) {
        return who % 7 >= 2;
    }
}
