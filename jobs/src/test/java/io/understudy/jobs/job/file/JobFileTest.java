package io.understudy.jobs.job.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.ColumnOverride.Kind;
import io.understudy.jobs.job.ColumnOverride.Role;
import io.understudy.jobs.job.GateChoice;
import io.understudy.jobs.job.GateChoice.Bound;
import io.understudy.jobs.job.GateChoice.Preset;
import io.understudy.jobs.job.GateChoice.Rule;
import io.understudy.jobs.job.Holdout;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.ModelChoice;
import io.understudy.jobs.job.Options;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFileTest {
    private static final Path REFERENCE = Path.of("..", "conf", "reference.yaml");

    @TempDir
    Path folder;

    @Test
    void inputAndOutputAreEnough() {
        Job job = Written.in(folder).read(Written.MINIMAL);

        assertThat(job)
                .isEqualTo(new Job(
                        Optional.empty(),
                        0,
                        Source.ofPath(folder.resolve("in.parquet").toString(), Optional.of("parquet")),
                        new Holdout(0.2, List.of(), Optional.empty()),
                        10,
                        Map.of(),
                        new ModelChoice(ModelChoice.Type.BAYESIAN_NETWORK, 0.5, Optional.empty()),
                        new Output(
                                Output.Kind.PATH,
                                folder.resolve("out").toString(),
                                Output.Format.DELTA,
                                Output.Mode.ERROR,
                                Optional.empty(),
                                OptionalLong.empty()),
                        new GateChoice(Preset.DEFAULT, List.of(), false),
                        folder.resolve("out.understudy/work").toString(),
                        folder.resolve("out.understudy").toString()));
    }

    @Test
    void theReferenceSpellsOutTheDefaults() {
        Job reference = JobFile.read(REFERENCE, List.of(), Map.of());
        Job minimal = Written.in(folder)
                .read("input: { path: %s }\noutput: { path: %s }"
                        .formatted(reference.input().from(), reference.output().to()));

        assertThat(reference).isEqualTo(minimal);
        assertThat(reference.hash()).isEqualTo(minimal.hash());
        assertThat(reference.input().from())
                .isEqualTo(REFERENCE
                        .toAbsolutePath()
                        .normalize()
                        .resolveSibling("data/customers.parquet")
                        .toString());
    }

    @Test
    void everythingThatIsWrittenIsRead() {
        Job job = Written.in(folder).read("""
                version: 1
                run-id: 2026-01-31
                seed: -7
                input: { path: raw, format: csv, options: { header: true, sep: ";", maxColumns: 7 } }
                holdout: { path: held.csv, options: { header: true }, key: [customer, region] }
                k: 0x14
                columns:
                  customer: { kind: identifier }
                  net.income: { kind: number, extremes: keep, rare: replace }
                  remark: { role: drop }
                  2020: { kind: ordinal, role: synthesise }
                model: { type: gaussian-copula, closeness: 1, path: /models/a }
                output:
                  path: s3a://bucket/out
                  mode: replace-where
                  replace-where: "day = '2026-01-31'"
                  rows: 1000
                gate:
                  preset: strict
                  rules:
                    - { finding: privacy.closer-to-train, bound: low, max: 0.52 }
                    - { finding: quality.shape, min: -1, max: 1e-2 }
                  quarantine: true
                work: { path: hdfs://name/work }
                report: { path: evidence }
                """);

        assertThat(job.runId()).contains("2026-01-31");
        assertThat(job.seed()).isEqualTo(-7);
        assertThat(job.input().format()).contains("csv");
        assertThat(job.input().options().values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("header", "true", "sep", ";", "maxColumns", "7"));
        assertThat(job.holdout().key()).containsExactly("customer", "region");
        assertThat(job.holdout().table())
                .contains(new Source(
                        Source.Kind.PATH,
                        folder.resolve("held.csv").toString(),
                        Optional.of("csv"),
                        new Options(Map.of("header", "true"), Map.of("header", "true")),
                        Optional.empty()));
        assertThat(job.k()).isEqualTo(20);
        assertThat(job.columns())
                .containsOnly(
                        Map.entry("customer", new ColumnOverride(Optional.of(Kind.IDENTIFIER), Role.SYNTHESISE)),
                        Map.entry(
                                "net.income",
                                new ColumnOverride(
                                        Optional.of(Kind.NUMBER),
                                        Role.SYNTHESISE,
                                        Optional.of(ColumnOverride.Rare.REPLACE),
                                        ColumnOverride.Extremes.KEEP,
                                        Optional.empty())),
                        Map.entry("remark", new ColumnOverride(Optional.empty(), Role.DROP)),
                        Map.entry("2020", new ColumnOverride(Optional.of(Kind.ORDINAL), Role.SYNTHESISE)));
        assertThat(job.model())
                .isEqualTo(new ModelChoice(ModelChoice.Type.GAUSSIAN_COPULA, 1, Optional.of("/models/a")));
        assertThat(job.output())
                .isEqualTo(new Output(
                        Output.Kind.PATH,
                        "s3a://bucket/out",
                        Output.Format.DELTA,
                        Output.Mode.REPLACE_WHERE,
                        Optional.of("day = '2026-01-31'"),
                        OptionalLong.of(1000)));
        assertThat(job.gate())
                .isEqualTo(new GateChoice(
                        Preset.STRICT,
                        List.of(
                                new Rule(
                                        "privacy.closer-to-train",
                                        Bound.LOW,
                                        OptionalDouble.of(0.52),
                                        OptionalDouble.empty()),
                                new Rule("quality.shape", Bound.VALUE, OptionalDouble.of(0.01), OptionalDouble.of(-1))),
                        true));
        assertThat(job.work()).isEqualTo("hdfs://name/work");
        assertThat(job.report()).isEqualTo(folder.resolve("evidence").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "data/a.parquet, parquet",
        "data/a.PARQUET/, parquet",
        "data/a.csv, csv",
        "data/a.json, json",
        "data/a.orc, orc",
        "data/a, delta",
        "data/parquet, delta",
        "s3a://bucket/a.v2, delta"
    })
    void aPathTellsItsFormatByItsEnding(String path, String format) {
        Job job = Written.in(folder).read("input: { path: '%s' }\noutput: { path: out }".formatted(path));

        assertThat(job.input().format()).contains(format);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b, /a/b.understudy",
        "/a/b//, /a/b//, /a/b.understudy",
        "s3a://bucket/a/, s3a://bucket/a/, s3a://bucket/a.understudy",
        "file:/a/b, file:/a/b, file:/a/b.understudy"
    })
    void absolutePathsAndUrisStayAsTheyAre(String path, String resolved, String report) {
        Job job = Written.in(folder).read("input: { path: in }\noutput: { path: '%s' }".formatted(path));

        assertThat(job.output().to()).isEqualTo(resolved);
        assertThat(job.report()).isEqualTo(report);
        assertThat(job.work()).isEqualTo(report + "/work");
    }

    @Test
    void relativePathsStartAtTheFolderOfTheFile() {
        Job job = Written.in(folder).read("input: { path: ../in dir/*.csv }\noutput: { path: ./a/../out/ }");

        assertThat(job.input().from())
                .isEqualTo(folder.resolveSibling("in dir/*.csv").toString());
        assertThat(job.output().to()).isEqualTo(folder.resolve("out").toString());
    }

    @Test
    void tablesOfTheCatalogKeepTheirNames() {
        Job job = Written.in(folder)
                .read("input: { table: lake.sales, version: 12 }\noutput: { table: lake.`sales-syn` }");

        assertThat(job.input())
                .isEqualTo(
                        new Source(Source.Kind.TABLE, "lake.sales", Optional.empty(), Options.NONE, Optional.of("12")));
        assertThat(job.output().kind()).isEqualTo(Output.Kind.TABLE);
        assertThat(job.output().to()).isEqualTo("lake.`sales-syn`");
        assertThat(job.report())
                .isEqualTo(folder.resolve("lake.sales-syn.understudy").toString());
    }

    @Test
    void aQueryCanBeTheInput() {
        Job job =
                Written.in(folder).read("input: { query: 'select * from sales', options: {} }\noutput: { path: out }");

        assertThat(job.input())
                .isEqualTo(new Source(
                        Source.Kind.QUERY, "select * from sales", Optional.empty(), Options.NONE, Optional.empty()));
    }

    @Test
    void aKeyThatIsNullCountsAsLeftOut() {
        Job job = Written.in(folder)
                .read(
                        "input: { path: in.parquet, table: null, format: ~ }\noutput: { path: out, rows: }\ngate:\nk: null");

        assertThat(job).isEqualTo(Written.in(folder).read(Written.MINIMAL));
    }

    @Test
    void anAnchorCanBeUsedAgain() {
        Job job = Written.in(folder).read("""
                input: { path: in.csv, options: &csv { header: true } }
                holdout: { path: held.csv, options: *csv }
                output: { path: out }
                """);

        assertThat(job.holdout().table().map(Source::options))
                .contains(job.input().options());
    }
}
