package io.understudy.jobs.stage;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.job.GateChoice;
import io.understudy.jobs.job.Holdout;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.ModelChoice;
import io.understudy.jobs.job.Options;
import io.understudy.jobs.job.Output;
import io.understudy.jobs.job.Source;
import io.understudy.jobs.job.Spelling;
import io.understudy.schema.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** A job file for a table that nobody has looked at yet: what each column seems to be and why, for a person to correct. */
public final class Draft {
    /** Below this confidence a person is asked to look. */
    private static final double SURE = 0.65;

    private static final double CLOSENESS = 0.5;
    private static final int K = 10;
    private static final double HELD_OUT = 0.2;
    private static final String CSV = "csv";

    private final String table;
    private final Optional<String> format;
    private final Console console;

    /**
     * @param table  a path or the name of a table of the catalog
     * @param format of a path; empty: told by its ending
     */
    public Draft(String table, Optional<String> format, Console console) {
        this.table = table;
        this.format = format;
        this.console = console;
    }

    /** Reads the table once and writes the job file. It tells names, counts and shares, never a value. */
    public String yaml() {
        SparkSession spark = Sessions.open();
        Source source = source(spark);
        ProfileFile profile = new Stopwatch(console)
                .time(
                        "profile",
                        () -> new Profiling(new Inputs(spark, job(source))).profile(),
                        read -> String.format(
                                Locale.ROOT,
                                "%,d rows, %d columns",
                                read.train() + read.holdout(),
                                read.columns().size()),
                        read -> read.train() + read.holdout());
        return text(source, profile);
    }

    private Source source(SparkSession spark) {
        boolean path = table.contains("/")
                || format.isPresent()
                || Path.of(table).toFile().exists();
        if (!path && spark.catalog().tableExists(table)) {
            return new Source(Source.Kind.TABLE, table, Optional.empty(), Options.NONE, Optional.empty());
        }
        boolean absolute = table.matches("(?s)(/|[A-Za-z][A-Za-z0-9+.-]*:).*");
        Source plain = Source.ofPath(
                absolute ? table : Path.of(table).toAbsolutePath().normalize().toString(), format);
        Map<String, String> options =
                plain.format().equals(Optional.of(CSV)) ? Map.of("header", "true", "inferSchema", "true") : Map.of();
        return new Source(plain.kind(), plain.from(), plain.format(), new Options(options, options), plain.version());
    }

    private static Job job(Source source) {
        return new Job(
                Optional.empty(),
                0,
                source,
                new Holdout(HELD_OUT, List.of(), Optional.empty()),
                K,
                Map.of(),
                new ModelChoice(ModelChoice.Type.BAYESIAN_NETWORK, CLOSENESS, Optional.empty()),
                new Output(
                        Output.Kind.PATH,
                        "",
                        Output.Format.DELTA,
                        Output.Mode.ERROR,
                        Optional.empty(),
                        OptionalLong.empty()),
                new GateChoice(GateChoice.Preset.DEFAULT, List.of(), false),
                "",
                "");
    }

    private static String text(Source source, ProfileFile profile) {
        List<ProfileFile.Entry> columns = profile.columns();
        boolean unsure = columns.stream().anyMatch(column -> column.confidence() < SURE);
        return """
                # A proposal by understudy init: read it, correct it, keep it under version control. Every key is
                # explained in conf/reference.yaml; what is left out is proposed anew from the data in every run.
                version: 1
                input:
                %sholdout:
                  fraction: 0.2
                  # key: [%s]           # where a person has several rows: keeps them on one side
                output:
                %s
                # What each column seems to be, why, and how sure that is (0 to 1). Names of persons, addresses and numbers
                # that lead to them never leave: treatment is fake | pseudonymise | mask | generalise | perturb | drop.
                %scolumns:
                %s""".formatted(
                input(source)
                        + columns.stream()
                                .filter(Draft::weighs)
                                .findFirst()
                                .map(Draft::weight)
                                .orElse(""),
                columns.stream()
                        .filter(column -> repeats(column, profile.train()))
                        .map(column -> quoted(column.name()))
                        .findFirst()
                        .orElse("COLUMN"),
                output(source),
                unsure ? "# Some are ambiguous: look for \"please look\".\n" : "",
                columns.stream().map(column -> column(column, profile.train())).collect(Collectors.joining()));
    }

    private static String input(Source source) {
        String options = source.options().values().isEmpty() ? "" : "  options: { header: true, inferSchema: true }\n";
        String read = source.format()
                .map(format -> "  format: " + quoted(format) + "\n")
                .orElse("");
        return "  " + Spelling.of(source.kind()) + ": " + filledIn(source.from()) + "\n" + read + options;
    }

    /** Whether a column is named like a sampling weight; it may be a body's or a parcel's, so that no more is said than that. */
    private static boolean weighs(ProfileFile.Entry entry) {
        return entry.kind().ordered() && entry.name().matches("(?i)(.*[_. -])?(weights?|wgt|wt)|fnlwgt|perwt|pwgtp");
    }

    private static String weight(ProfileFile.Entry entry) {
        return String.format(
                Locale.ROOT,
                "  # weight: %s           # if it says how many rows of a population each row stands for; then leave it out of columns\n",
                quoted(entry.name()));
    }

    private static String output(Source source) {
        if (source.kind() == Source.Kind.TABLE) {
            return "  table: " + filledIn(source.from() + "_synthetic") + "\n";
        }
        String stem = source.from().replaceFirst("/+$", "").replaceFirst("(?i)\\.(parquet|csv|json|orc|delta)$", "");
        return "  path: " + filledIn(stem + "-synthetic") + "\n  format: delta\n";
    }

    /** Whether a column names something that has several rows: what a job file declares an identifier must not. */
    private static boolean repeats(ProfileFile.Entry entry, long rows) {
        return entry.kind() == Kind.IDENTIFIER && entry.distinct() < rows - entry.missing();
    }

    private static String column(ProfileFile.Entry entry, long rows) {
        if (repeats(entry, rows)) {
            return String.format(
                    Locale.ROOT,
                    "  %s: { role: synthesise }  # please look: an identifier that repeats, of persons or contracts? %s (%.2f)\n",
                    quoted(entry.name()),
                    entry.reason().replaceAll("\\s+", " "),
                    entry.confidence());
        }
        String treatment = entry.kind().personal() ? ", treatment: fake" : "";
        return String.format(
                Locale.ROOT,
                "  %s: { kind: %s%s }  # %s%s (%.2f)\n",
                quoted(entry.name()),
                Spelling.of(entry.kind()),
                treatment,
                entry.confidence() < SURE ? "please look: " : "",
                entry.reason().replaceAll("\\s+", " "),
                entry.confidence());
    }

    /** A value, of which the environment fills in nothing. */
    private static String filledIn(String value) {
        return quoted(value).replace("${", "$${");
    }

    /** A text as YAML: as it is where that is safe, else in double quotes. */
    private static String quoted(String text) {
        boolean plain = text.matches("[A-Za-z_][A-Za-z0-9_]*") && !text.matches("(?i)null|true|false");
        return plain ? text : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
