package io.understudy.jobs.stage;

import io.understudy.jobs.job.Console;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
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
     */
    <T> T time(String stage, Supplier<T> work, Function<T, String> summary) {
        long began = System.nanoTime();
        T result = followed(stage, work);
        double took = (System.nanoTime() - began) / NANOS;
        seconds.put(stage, took);
        console.line(String.format(Locale.ROOT, "%-8s %6.1f s   %s", stage, took, summary.apply(result)));
        return result;
    }

    /** Runs it under its name in Spark's pages, and tells how far it is; without a session there is nothing to follow. */
    @SuppressWarnings("try") // the tracker listens until it is closed
    private <T> T followed(String stage, Supplier<T> work) {
        Option<SparkSession> session = SparkSession.getDefaultSession();
        if (session.isEmpty()) {
            return work.get();
        }
        try (Tracker tracker = Tracker.start(stage, console, session.get().sparkContext())) {
            return Step.named(session.get(), stage, work);
        }
    }

    /** Seconds by stage, in the order in which they ran. */
    Map<String, Double> seconds() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
