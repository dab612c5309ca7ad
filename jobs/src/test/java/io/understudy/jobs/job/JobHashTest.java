package io.understudy.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.GateChoice.Bound;
import io.understudy.jobs.job.GateChoice.Preset;
import io.understudy.jobs.job.GateChoice.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobHashTest {
    private static final Source INPUT = Source.ofPath("/in.csv", Optional.empty());
    private static final Holdout HOLDOUT = new Holdout(0.2, List.of("id"), Optional.empty());
    private static final ModelChoice MODEL =
            new ModelChoice(ModelChoice.Type.BAYESIAN_NETWORK, 0.5, Optional.of("/model"));
    private static final Output OUTPUT = new Output(
            Output.Kind.PATH,
            "/out",
            Output.Format.DELTA,
            Output.Mode.REPLACE_WHERE,
            Optional.of("day = 1"),
            OptionalLong.of(1000));
    private static final GateChoice GATE = new GateChoice(
            Preset.STRICT, List.of(new Rule("a.b", Bound.LOW, OptionalDouble.of(100), OptionalDouble.of(-0.5))), false);
    private static final ColumnOverride DROPPED = new ColumnOverride(Optional.empty(), ColumnOverride.Role.DROP);
    private static final ColumnOverride NUMBER =
            new ColumnOverride(Optional.of(ColumnOverride.Kind.NUMBER), ColumnOverride.Role.SYNTHESISE);
    private static final Job JOB = new Job(
            Optional.of("run"), 7, INPUT, HOLDOUT, 10, Map.of("a", DROPPED), MODEL, OUTPUT, GATE, "/work", "/report");

    @Test
    void theCanonicalFormIsJsonWithSortedKeysAndExactNumbers() {
        assertThat(Canonical.json(JOB))
                .isEqualTo("{\"columns\":{\"a\":{\"role\":\"drop\"}},"
                        + "\"gate\":{\"preset\":\"strict\",\"quarantine\":false,"
                        + "\"rules\":[{\"bound\":\"low\",\"finding\":\"a.b\",\"max\":1E+2,\"min\":-0.5}]},"
                        + "\"holdout\":{\"fraction\":0.200000000000000011102230246251565404236316680908203125,"
                        + "\"key\":[\"id\"]},"
                        + "\"input\":{\"format\":\"csv\",\"options\":{},\"path\":\"/in.csv\"},"
                        + "\"k\":10,"
                        + "\"model\":{\"closeness\":0.5,\"path\":\"/model\",\"type\":\"bayesian-network\"},"
                        + "\"output\":{\"format\":\"delta\",\"mode\":\"replace-where\",\"path\":\"/out\","
                        + "\"replace-where\":\"day = 1\",\"rows\":1000},"
                        + "\"seed\":7,\"version\":1}");
    }

    @Test
    void theHashIsTheSha256OfTheCanonicalForm() {
        assertThat(JOB.hash()).isEqualTo("5da184c8feff5e48947c6a9227450589d6b2c6a7a6d824671bb6b51bbed699e9");
    }

    @Test
    void theOrderOfColumnsAndOptionsDoesNotCount() {
        Map<String, ColumnOverride> forth = new LinkedHashMap<>();
        forth.put("a", NUMBER);
        forth.put("b", DROPPED);
        Map<String, ColumnOverride> back = new LinkedHashMap<>();
        back.put("b", DROPPED);
        back.put("a", NUMBER);

        assertThat(withColumns(forth).hash()).isEqualTo(withColumns(back).hash());
    }

    @Test
    void runIdAndFoldersOfArtifactsDoNotCount() {
        Job moved =
                new Job(Optional.empty(), 7, INPUT, HOLDOUT, 10, Map.of("a", DROPPED), MODEL, OUTPUT, GATE, "/w", "/r");

        assertThat(moved.hash()).isEqualTo(JOB.hash());
    }

    @Test
    void everythingElseCounts() {
        Source table = new Source(Source.Kind.TABLE, "/in.csv", Optional.empty(), Options.NONE, Optional.of("1"));
        Source withOption = new Source(
                Source.Kind.PATH,
                "/in.csv",
                Optional.of("csv"),
                new Options(Map.of("a", "b"), Map.of("a", "b")),
                Optional.empty());
        Holdout apart = new Holdout(0.2, List.of("id"), Optional.of(table));
        ModelChoice copula = new ModelChoice(ModelChoice.Type.GAUSSIAN_COPULA, 0.5, Optional.of("/model"));
        Output same = new Output(
                Output.Kind.PATH,
                "/out",
                Output.Format.DELTA,
                Output.Mode.REPLACE_WHERE,
                Optional.of("day = 1"),
                OptionalLong.empty());
        GateChoice open = new GateChoice(Preset.STRICT, List.of(), false);

        List<String> hashes = Stream.of(
                        JOB,
                        new Job(JOB.runId(), 8, INPUT, HOLDOUT, 10, JOB.columns(), MODEL, OUTPUT, GATE, "", ""),
                        new Job(JOB.runId(), 7, table, HOLDOUT, 10, JOB.columns(), MODEL, OUTPUT, GATE, "", ""),
                        new Job(JOB.runId(), 7, withOption, HOLDOUT, 10, JOB.columns(), MODEL, OUTPUT, GATE, "", ""),
                        new Job(JOB.runId(), 7, INPUT, apart, 10, JOB.columns(), MODEL, OUTPUT, GATE, "", ""),
                        new Job(JOB.runId(), 7, INPUT, HOLDOUT, 11, JOB.columns(), MODEL, OUTPUT, GATE, "", ""),
                        withColumns(Map.of("a", NUMBER)),
                        new Job(JOB.runId(), 7, INPUT, HOLDOUT, 10, JOB.columns(), copula, OUTPUT, GATE, "", ""),
                        new Job(JOB.runId(), 7, INPUT, HOLDOUT, 10, JOB.columns(), MODEL, same, GATE, "", ""),
                        new Job(JOB.runId(), 7, INPUT, HOLDOUT, 10, JOB.columns(), MODEL, OUTPUT, open, "", ""),
                        weighted())
                .map(Job::hash)
                .toList();

        assertThat(hashes).doesNotHaveDuplicates();
    }

    private static Job weighted() {
        return new Job(
                JOB.runId(),
                7,
                INPUT,
                HOLDOUT,
                10,
                JOB.columns(),
                MODEL,
                OUTPUT,
                GATE,
                "",
                "",
                Job.Outliers.KEEP,
                Sensitive.NONE,
                Optional.of("w"));
    }

    private static Job withColumns(Map<String, ColumnOverride> columns) {
        return new Job(JOB.runId(), 7, INPUT, HOLDOUT, 10, columns, MODEL, OUTPUT, GATE, "/work", "/report");
    }
}
