package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.jobs.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adult as a population that is known, of which a sample is taken with unequal chances. */
@Tag("slow")
class WeightedCensusTest {
    private static final Path ADULT = Path.of(System.getProperty("understudy.data", ""), "adult");
    private static final List<String> COLUMNS = List.of(
            "workclass",
            "education",
            "marital_status",
            "occupation",
            "relationship",
            "race",
            "sex",
            "hours_per_week",
            "income");

    @TempDir
    static Path folder;

    private static Dataset<Row> population = TestSpark.session().emptyDataFrame();

    /** Who earns much is always taken, of the others one in five: of the sample they are 61 %, of the population 24 %. */
    @BeforeAll
    static void sample() {
        assumeTrue(Files.exists(ADULT), "the public tables are not here");
        population = TestSpark.session()
                .read()
                .parquet(
                        ADULT.resolve("train.parquet").toString(),
                        ADULT.resolve("holdout.parquet").toString())
                .drop("fnlwgt", "source_row")
                .cache();
        population
                .selectExpr("*", "if(income like '%>%', 1D, 0.2D) as chance", "rand(5) as draw")
                .filter("draw < chance")
                .selectExpr("* except (chance, draw)", "1 / chance as weight")
                .write()
                .parquet(folder.resolve("sample.parquet").toString());
    }

    private static TestJob published(String name, String input, String... lines) {
        Path own = folder.resolve(name);
        assertThat(own.toFile().mkdirs()).isTrue();
        TestJob job = TestJob.of(own, "path: " + folder.resolve("sample.parquet") + input, lines);
        job.succeeds("run");
        return job;
    }

    /** The mean total variation distance of the columns' tables, each alone or with income. */
    private static double error(Dataset<Row> rows, boolean withIncome) {
        return COLUMNS.stream()
                .filter(name -> !withIncome || !name.equals("income"))
                .mapToDouble(name -> distance(rows, withIncome ? List.of(name, "income") : List.of(name)))
                .average()
                .orElseThrow();
    }

    private static double distance(Dataset<Row> rows, List<String> names) {
        Column[] of = names.stream().map(functions::col).toArray(Column[]::new);
        Dataset<Row> ours = rows.select(of).withColumn("share", functions.lit(1.0 / rows.count()));
        Dataset<Row> theirs = population.select(of).withColumn("share", functions.lit(-1.0 / population.count()));
        return ours.union(theirs)
                .groupBy(of)
                .sum("share")
                .selectExpr("sum(abs(`sum(share)`)) / 2")
                .head()
                .getDouble(0);
    }

    @Test
    void thePopulationIsLearnedOfASampleWithUnequalChances() {
        TestJob weighted = published("weighted", ", weight: weight");
        TestJob plain = published("plain", "", "columns: { weight: { role: drop } }");
        double ours = error(weighted.published(), false);
        double pairs = error(weighted.published(), true);
        assertThat(ours).isLessThan(0.02).isLessThan(error(plain.published(), false) / 5);
        assertThat(pairs).isLessThan(0.03).isLessThan(error(plain.published(), true) / 5);
        assertThat(weighted.verdict().get("notes").toString()).contains("Real rows have weights (weight)");
    }
}
