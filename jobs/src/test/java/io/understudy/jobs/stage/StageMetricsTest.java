package io.understudy.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.jobs.TestSpark;
import io.understudy.jobs.api.Understudy;
import io.understudy.jobs.quickstart.InsuranceClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark's own CSV sink writes of a job, in a session that the caller made. */
class StageMetricsTest {
    @TempDir
    Path folder;

    /** The last value of every metric of ours, by its name. */
    private static Map<String, String> reported() {
        SparkEnv.get().metricsSystem().report();
        String ours = ".driver." + StageMetrics.NAME + ".";
        try (Stream<Path> files = Files.list(TestSpark.METRICS)) {
            return files.filter(file -> file.toString().contains(ours)
                            && file.toString().contains(SparkEnv.get().conf().getAppId()))
                    .collect(Collectors.toMap(StageMetricsTest::metric, StageMetricsTest::value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String metric(Path file) {
        return file.getFileName().toString().replaceFirst(".*[.]" + StageMetrics.NAME + "[.](.*)[.]csv", "$1");
    }

    /** Lines are a time and a value. */
    private static String value(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.get(lines.size() - 1).replaceFirst("^\\d+,", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSinkShowsWhatEveryStageOfAJobHasDone() {
        String claims = folder.resolve("claims").toString();
        InsuranceClaims.table(TestSpark.session(), 1_000, 1)
                .select("city", "policy_type", "credit_score")
                .write()
                .parquet(claims);
        TestJob job = TestJob.of(
                folder,
                "path: claims, format: parquet",
                "output: { path: out, rows: 700 }",
                "gate: { preset: report-only }");
        job.succeeds("run");

        Map<String, String> reported = reported();
        for (String stage : List.of("profile", "fit", "sample", "assess", "publish")) {
            assertThat(reported).containsEntry(stage + ".done", "1").containsEntry(stage + ".percent", "100");
            assertThat(Double.parseDouble(reported.get(stage + ".seconds"))).isPositive();
        }
        assertThat(reported)
                .containsEntry("profile.rows", "1000")
                .containsEntry("sample.rows", "700")
                .containsEntry("assess.rows", "700")
                .containsEntry("publish.rows", "700")
                .containsEntry("stage", "")
                .containsEntry("step", "");
        assertThat(Long.parseLong(reported.get("fit.rows"))).isBetween(700L, 900L);
    }

    @Test
    void aStageThatRunsIsNamedAndOneThatFailsIsNotDone() {
        Stopwatch stopwatch = new Stopwatch(line -> {});
        assertThatThrownBy(() -> stopwatch.time(
                        "fit",
                        () -> {
                            assertThat(reported()).containsEntry("stage", "fit").containsEntry("fit.done", "0");
                            throw new IllegalStateException("no");
                        },
                        nothing -> "",
                        nothing -> 0))
                .hasMessage("no");

        assertThat(reported())
                .containsEntry("stage", "")
                .containsEntry("fit.done", "0")
                .containsEntry("fit.rows", "0")
                .containsEntry("fit.percent", "0");
    }

    @Test
    void theLibrarysStagesAreShownAsWell() {
        new Understudy(TestSpark.session())
                .fit(InsuranceClaims.table(TestSpark.session(), 1_200, 1).select("city", "policy_type"));

        assertThat(reported()).containsEntry("profile.rows", "1200").containsEntry("fit.done", "1");
    }
}
