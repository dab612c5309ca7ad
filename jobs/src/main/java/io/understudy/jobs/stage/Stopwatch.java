package io.understudy.jobs.stage;

import io.understudy.jobs.job.Console;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Runs stages, remembers how long each took and tells the person. */
final class Stopwatch {
    private static final double NANOS = 1e9;

    private final Console console;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    Stopwatch(Console console) {
        this.console = console;
    }

    /**
     * Runs one stage.
     *
     * @param summary what to say about the result, in a few words
     * @param rows    how many rows the stage has dealt with
     */
    <T> T time(String stage, Supplier<T> work, Function<T, String> summary, ToLongFunction<T> rows) {
        long began = System.nanoTime();
        T result = followed(stage, work, rows);
        double took = (System.nanoTime() - began) / NANOS;
        seconds.put(stage, took);
        console.line(String.format(Locale.ROOT, "%-8s %6.1f s   %s", stage, took, summary.apply(result)));
        return result;
    }

    /** Runs it under its name in Spark's pages, and tells how far it is; without a session there is nothing to follow. */
    private <T> T followed(String stage, Supplier<T> work, ToLongFunction<T> rows) {
        Option<SparkSession> session = SparkSession.getDefaultSession();
        if (session.isEmpty()) {
            return work.get();
        }
        StageMetrics metrics = StageMetrics.ofContext();
        try (Tracker tracker = Tracker.start(stage, console, session.get().sparkContext())) {
            metrics.begins(stage, tracker::advance);
            T result = Step.named(session.get(), stage, work);
            metrics.ends(rows.applyAsLong(result));
            return result;
        } finally {
            metrics.stops();
        }
    }

    /** Seconds by stage, in the order in which they ran. */
    Map<String, Double> seconds() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
