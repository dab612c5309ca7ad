package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.ColumnOverride.Kind;
import io.understudy.jobs.job.ColumnOverride.Role;
import io.understudy.jobs.job.Job;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @TempDir
    Path folder;

    @Test
    void aSettingTakesThePlaceOfAKey() {
        Job job = Written.in(folder)
                .read(
                        Written.MINIMAL + "k: 5\nmodel: { closeness: 0.1, type: gaussian-copula }",
                        "k=7",
                        "model.closeness=0.9",
                        "output.rows=12");

        assertThat(job.k()).isEqualTo(7);
        assertThat(job.model().closeness()).isEqualTo(0.9);
        assertThat(job.model().type()).hasToString("GAUSSIAN_COPULA");
        assertThat(job.output().rows()).hasValue(12);
    }

    @Test
    void theLastOfTwoSettingsCounts() {
        assertThat(Written.in(folder).read(Written.MINIMAL, "seed=1", "seed=2").seed())
                .isEqualTo(2);
    }

    @Test
    void theValueIsYaml() {
        Job job = Written.in(folder)
                .read(
                        Written.MINIMAL,
                        "holdout={ fraction: 0.5, key: [a, 'b, c'] }",
                        "gate.rules=[{finding: x=y, max: 1}]",
                        "run-id=a=b");

        assertThat(job.holdout().key()).containsExactly("a", "b, c");
        assertThat(job.gate().rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.finding()).isEqualTo("x=y"));
        assertThat(job.runId()).contains("a=b");
    }

    @Test
    void anEmptyValueLeavesTheKeyOut() {
        Job job = Written.in(folder).read(Written.MINIMAL + "run-id: a", "run-id=", "output.path=", "output.table=t");

        assertThat(job.runId()).isEmpty();
        assertThat(job.output().to()).isEqualTo("t");
    }

    @Test
    void quotesHoldANameWithDotsTogether() {
        Job job = Written.in(folder)
                .read(
                        Written.MINIMAL + "columns: null",
                        "columns.\"net.in come\".kind=number",
                        "columns.a b.kind=text");

        assertThat(job.columns())
                .containsOnly(
                        Map.entry("net.in come", new ColumnOverride(Optional.of(Kind.NUMBER), Role.SYNTHESISE)),
                        Map.entry("a b", new ColumnOverride(Optional.of(Kind.TEXT), Role.SYNTHESISE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k             | --set \"k\" is not path=value; write it like --set output.rows=1000",
                "=5            | --set \"=5\" is not path=value; write it like --set output.rows=1000",
                "a..b=5        | --set \"a..b=5\" is not path=value; write it like --set output.rows=1000",
                "k=[1          | the value of --set k is not valid YAML at line 1, column 3:"
                        + " expected ',' or ']', but got <stream end>",
                "k=0           | k must be a whole number >= 1, got 0 in --set",
                "outptu.rows=5 | unknown key \"outptu\" in --set; did you mean \"output\"?",
                "output.rosw=5 | unknown key \"output.rosw\" in --set; did you mean \"output.rows\"?",
                "output.table=t"
                        + " | output needs exactly one of path, table; path at line 2 and table in --set are given",
                "input.path.format=a"
                        + " | --set cannot go below input.path, which holds \"in.parquet\" at line 1; set input.path as a whole",
            })
    void aWrongSettingIsNamedWithTheRemedy(String setting, String message) {
        Written.in(folder).refusal(Written.MINIMAL, setting).hasMessage(message);
    }
}
