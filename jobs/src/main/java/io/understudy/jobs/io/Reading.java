package io.understudy.jobs.io;

import io.understudy.jobs.job.InputException;
import io.understudy.jobs.job.Source;
import java.io.FileNotFoundException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Opens any table Spark can read, and says in plain words why one cannot be read. */
public record Reading(SparkSession spark) {

    /**
     * Opens a table; its rows are not read yet.
     *
     * @throws InputException if the table is missing or its kind cannot be read
     */
    public Dataset<Row> open(Source source) {
        return pass(source, () -> switch (source.kind()) {
            case PATH -> reader(source).format(source.format().orElseThrow()).load(source.from());
            case TABLE -> reader(source).table(source.from());
            case QUERY -> spark.sql(source.from());
        });
    }

    private DataFrameReader reader(Source source) {
        DataFrameReader reader = spark.read().options(source.options().values());
        return source.version()
                .map(version -> reader.option(version.matches("\\d+") ? "versionAsOf" : "timestampAsOf", version))
                .orElse(reader);
    }

    /** What messages call a source. */
    public static String name(Source source) {
        return source.kind() == Source.Kind.QUERY ? "the input query" : source.from();
    }

    /**
     * Runs a pass over a source. Spark finds some of what is wrong with a table only while rows are read, so every pass
     * goes through here.
     *
     * @throws InputException if the pass fails for a reason that the person who named the source can do something about
     */
    public static <T> T pass(Source source, Supplier<T> pass) {
        try {
            return pass.get();
        } catch (Exception e) { // Spark throws checked exceptions without saying so
            throw explained(e, name(source));
        }
    }

    private static RuntimeException explained(Exception failure, String name) {
        return explain(failure, name).map(known -> (RuntimeException) known).orElseGet(() -> unchecked(failure));
    }

    private static Optional<InputException> explain(Throwable failure, String name) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException known) {
                return Optional.of(known);
            }
            Optional<String> reason = reason(cause);
            if (reason.isPresent()) {
                return Optional.of(new InputException("cannot read " + name + ": " + reason.get(), failure));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof AccessControlException || message.contains("Permission denied")) {
            return Optional.of("no permission; let the user who runs the job read it");
        }
        if (cause instanceof FileNotFoundException) {
            return Optional.of("a file of it is missing; it may have been deleted while it was read");
        }
        if (message.contains("is not a Parquet file") || message.contains("CANNOT_READ_FILE_FOOTER")) {
            return Optional.of(
                    "a file of it is damaged or not Parquet; restore it or name its format with the key format beside it");
        }
        Optional<String> known = cause instanceof SparkThrowable spark && spark.getCondition() != null
                ? condition(spark.getCondition())
                : Optional.empty();
        return cause instanceof AnalysisException
                ? known.or(() -> message.strip().lines().findFirst())
                : known;
    }

    private static Optional<String> condition(String condition) {
        if (condition.startsWith("PATH_NOT_FOUND") || condition.startsWith("DELTA_PATH_DOES_NOT_EXIST")) {
            return Optional.of("there is nothing at that path; check the path and its folder");
        }
        if (condition.startsWith("TABLE_OR_VIEW_NOT_FOUND")) {
            return Optional.of("there is no such table in the catalog; check its name");
        }
        if (condition.startsWith("DELTA_MISSING_DELTA_TABLE")
                || condition.startsWith("DELTA_TABLE_NOT_FOUND")
                || condition.startsWith("DELTA_TABLE_ONLY_OPERATION")) {
            return Optional.of("it is not a Delta table; name its format with the key format beside it");
        }
        if (condition.startsWith("DATA_SOURCE_NOT_FOUND")) {
            return Optional.of("Spark has no source of that format; check the key format or add its jar");
        }
        if (condition.startsWith("UNABLE_TO_INFER_SCHEMA")) {
            return Optional.of("it holds no files with a schema; check the path and its format");
        }
        if (condition.startsWith("COLUMN_ALREADY_EXISTS")) {
            return Optional.of(
                    "two of its columns have the same name (upper and lower case are not told apart); rename one");
        }
        return condition.startsWith("FAILED_READ_FILE")
                ? Optional.of(
                        "one of its files is damaged or of another format; restore it or set the key format beside it")
                : Optional.empty();
    }

    private static RuntimeException unchecked(Exception e) {
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
