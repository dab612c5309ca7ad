package io.understudy.jobs.job.file;

import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.ColumnOverride.Extremes;
import io.understudy.jobs.job.ColumnOverride.Kind;
import io.understudy.jobs.job.ColumnOverride.Rare;
import io.understudy.jobs.job.ColumnOverride.Role;
import io.understudy.jobs.job.GateChoice;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.ModelChoice;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.job.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a whole job: the contract's keys level by level, with their defaults. */
record JobReader(Locations locations) {
    private static final List<String> KEYS = List.of(
            "version",
            "run-id",
            "seed",
            "input",
            "holdout",
            "k",
            "columns",
            "outliers",
            "sensitive",
            "constraints",
            "sequence",
            "model",
            "privacy",
            "output",
            "gate",
            "work",
            "report");
    private static final String[] COLUMN_KEYS = Stream.concat(
                    Stream.of("kind", "role", "extremes", "rare"), TreatmentReader.KEYS.stream())
            .toArray(String[]::new);
    private static final String[] MODEL = {"type", "closeness", "condition-on", "segment", "path", "key"};
    private static final long DEFAULT_K = 10;
    private static final double DEFAULT_CLOSENESS = 0.5;

    Job read(Tree tree) {
        Section top = Section.of(KeyPath.ROOT, tree, KEYS);
        top.value("version").ifPresent(JobReader::checkVersion);
        refuseNotYet(top);
        SourceReader sources = new SourceReader(locations);
        Section in = top.section("input", "path", "table", "query", "format", "options", "version", "weight");
        Source input = sources.input(in);
        Section holdout = top.section("holdout", "fraction", "key", "path", "format", "options");
        Section out = top.section(
                "output",
                "path",
                "table",
                "format",
                "mode",
                "replace-where",
                "rows",
                "conditions",
                "rebalance",
                "augment",
                "provenance",
                "impute");
        Output output = new OutputReader(locations).read(out);
        Map<String, ColumnOverride> columns = columns(top);
        Job job = new Job(
                top.value("run-id").map(Value::text),
                top.value("seed").map(JobReader::seed).orElse(0L),
                input,
                sources.holdout(holdout),
                top.value("k").map(JobReader::k).orElse(DEFAULT_K).intValue(),
                columns,
                model(top.section("model", MODEL)),
                output,
                GateReader.read(top.section("gate", "preset", "rules", "quarantine")),
                folder(top.section("work", "path"), locations.beside(output) + "/work"),
                folder(top.section("report", "path"), locations.beside(output)),
                top.value("outliers")
                        .map(value -> value.choice(Job.Outliers.class))
                        .orElse(Job.Outliers.KEEP),
                new SensitiveReader(columns).read(top.section("sensitive", "columns", "quasi-identifiers", "target")),
                in.value(WeightReader.KEY).map(Value::text));
        Overlap.refuse(job);
        refuseSegmentsOfCopula(job, top);
        refuseOtherRows(job, out);
        refuseConditionsBesideKept(job, out);
        refuseImputingBesideKept(job, out);
        refuseImputing(job, out);
        in.value(WeightReader.KEY).ifPresent(weight -> WeightReader.refuse(weight, job));
        return job;
    }

    private static void refuseSegmentsOfCopula(Job job, Section top) {
        if (job.model().segment().isPresent() && job.model().type() == ModelChoice.Type.GAUSSIAN_COPULA) {
            throw top.section("model", MODEL)
                    .value("segment")
                    .orElseThrow()
                    .conflict("needs model.type bayesian-network; a gaussian-copula is one for all rows");
        }
    }

    /** Kept columns are those of the real rows: there are as many rows as these. */
    private static void refuseOtherRows(Job job, Section out) {
        job.keptColumns().stream()
                .filter(name -> job.output().rows().isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw out.value("rows")
                            .orElseThrow()
                            .conflict("cannot be a number because columns." + name
                                    + ".role is keep, which passes on every real row once; write same");
                });
    }

    /** Every real row once, or rows as they are asked for: not both. */
    private static void refuseConditionsBesideKept(Job job, Section out) {
        if (!job.keptColumns().isEmpty() && !job.output().conditions().isEmpty()) {
            throw out.value("conditions")
                    .or(() -> out.value("rebalance"))
                    .orElseThrow()
                    .conflict("asks for rows, but"
                            + " columns." + job.keptColumns().get(0)
                            + ".role is keep, which passes on every real row once;"
                            + " leave out one of the two");
        }
    }

    private static void refuseImputingBesideKept(Job job, Section out) {
        if (!job.keptColumns().isEmpty() && job.output().real() instanceof RealRows.Imputed) {
            throw out.value("impute")
                    .orElseThrow()
                    .conflict("publishes real rows with what is missing filled, but columns."
                            + job.keptColumns().get(0)
                            + ".role is keep, which draws all other columns anew; leave out one of the two");
        }
    }

    private static void refuseImputing(Job job, Section out) {
        if (!(job.output().real() instanceof RealRows.Imputed)) {
            return;
        }
        Value impute = out.value("impute").orElseThrow();
        Output.Mode mode = job.output().mode();
        if (mode == Output.Mode.APPEND || mode == Output.Mode.REPLACE_WHERE) {
            throw impute.conflict(
                    "publishes real rows, and output.mode would put them among the rows of a table that is there"
                            + " already, where nothing tells them apart; publish to a place of their own");
        }
        if (job.model().type() != ModelChoice.Type.BAYESIAN_NETWORK) {
            throw impute.conflict("needs model.type: bayesian-network; a copula cannot draw given just any columns");
        }
        if (job.gate().preset() != GateChoice.Preset.REPORT_ONLY) {
            throw impute.conflict(
                    "publishes real rows, of which the rules of a gate for synthetic ones can say nothing; set"
                            + " gate.preset: report-only, and add rules of your own on quality if you like");
        }
    }

    private static void checkVersion(Value version) {
        version.whole(Job.VERSION, Job.VERSION, Job.VERSION + ", the only version of job files so far");
    }

    private static void refuseNotYet(Section top) {
        top.notYetUnlessEmpty("constraints");
        top.notYet("sequence");
        top.notYet("privacy");
    }

    private static long seed(Value value) {
        return value.whole(Long.MIN_VALUE, Long.MAX_VALUE, "a whole number of at most 64 bits");
    }

    private static long k(Value value) {
        return value.whole(1, Integer.MAX_VALUE, "a whole number >= 1");
    }

    private Map<String, ColumnOverride> columns(Section top) {
        Map<String, ColumnOverride> overrides = new LinkedHashMap<>();
        top.value("columns")
                .map(value -> Section.open(value.path(), value.tree()).values())
                .orElse(Map.of())
                .forEach((name, value) -> overrides.put(name, column(value)));
        return overrides;
    }

    private ColumnOverride column(Value value) {
        Section column = value.section(COLUMN_KEYS);
        return new ColumnOverride(
                column.value("kind").map(kind -> kind.choice(Kind.class)),
                role(column),
                column.value("rare").map(rare -> rare.choice(Rare.class)),
                column.value("extremes")
                        .map(extremes -> extremes.choice(Extremes.class))
                        .orElse(Extremes.PROTECT),
                new TreatmentReader(locations).read(column));
    }

    private static Role role(Section column) {
        Role role = column.value("role").map(value -> value.choice(Role.class)).orElse(Role.SYNTHESISE);
        if (role == Role.KEEP) {
            column.value("treatment").ifPresent(treatment -> {
                throw treatment.conflict(
                        "contradicts role: keep, which passes on real values as they are; leave out one");
            });
        }
        return role;
    }

    private ModelChoice model(Section model) {
        return new ModelChoice(
                model.value("type")
                        .map(type -> type.choice(ModelChoice.Type.class, "aim", "mst"))
                        .orElse(ModelChoice.Type.BAYESIAN_NETWORK),
                model.value("closeness")
                        .map(value -> value.number(0, 1, "a number from 0 to 1"))
                        .orElse(DEFAULT_CLOSENESS),
                model.value("condition-on").map(Value::texts).orElse(List.of()),
                model.value("segment").map(Value::text),
                model.value("path").map(locations::resolve),
                model.value("key").map(new KeyReader(locations, "leave it out to keep the model unencrypted")::read));
    }

    private String folder(Section section, String otherwise) {
        return section.value("path").map(locations::resolve).orElse(otherwise);
    }
}
