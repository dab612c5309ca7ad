package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.TestSpark;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows far from all others can be left out or drawn in before anything is learned. */
class OutliersInJobsTest {
    @TempDir
    Path folder;

    /** A line, and at most one row in three hundred far off it, on either side of the others. */
    private Dataset<Row> published(String outliers) {
        Path input = folder.resolve("in-" + outliers + ".parquet");
        TestSpark.session()
                .sql(
                        "select x, if(far, 100 - x, x) + rand(3) as y, if(far, 'far', 'near') as place from (select id % 300 = 7 as far,"
                                + " if(rand(1) < 0.5, 10 * rand(2), 90 + 10 * rand(2)) as x from range(6000))")
                .write()
                .parquet(input.toString());
        TestJob job = TestJob.of(
                folder,
                "path: " + input,
                "k: 5",
                "outliers: " + outliers,
                "gate: { preset: report-only }",
                "output: { path: out, mode: overwrite }");
        TestJob.Ended ended = job.run("run", "--verbose");
        assertThat(ended.code()).as(ended.err()).isZero();
        if (outliers.equals("keep")) {
            assertThat(job.verdict().get("notes"))
                    .noneMatch(note -> note.asText().startsWith("Outliers"));
        } else {
            String expected = outliers.equals("drop")
                    ? "left out of what was learned"
                    : "learned with their numbers and dates drawn in to the middle 98 % of their columns";
            assertThat(job.verdict().get("notes").get(0).asText())
                    .matches("Outliers: \\d+ of 4,\\d{3} rows to learn from lie far from all others; they were "
                            + expected + "\\. Checks compare with all rows\\.");
            assertThat(ended.err()).contains("note: Outliers: ");
        }
        assertThat(job.published().count()).isEqualTo(6_000);
        return job.published();
    }

    @Test
    void areLeftOutOrKept() {
        assertThat(published("keep").filter("place = 'far'").count()).isBetween(5L, 45L);
        assertThat(published("drop").filter("place = 'far'").count()).isZero();
    }

    @Test
    void areDrawnInToTheInnerRange() {
        assertThat(published("clip").filter("place = 'far'").count()).isBetween(5L, 45L);
    }
}
