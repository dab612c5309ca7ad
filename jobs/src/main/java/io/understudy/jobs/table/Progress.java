package io.understudy.jobs.table;

import io.understudy.jobs.job.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Tells a person how far a long job of the cluster is, and names it in Spark's own pages. Silent about short ones.
 *
 * @param what  is done, in a few words
 * @param total how much there is to do, in any unit
 * @param done  how much of it is done so far; what failed tasks did may count twice
 */
record Progress(String what, long total, LongSupplier done) {
    /** Seconds until the first line, and between lines. */
    private static final int PAUSE = 10;

    private static final double NANOS = 1e9;
    static final String DESCRIPTION = "spark.job.description";

    /** Does the work, with lines on the console while it takes long. */
    <T> T during(JavaSparkContext spark, Console console, Supplier<T> work) {
        long began = System.nanoTime();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Runnable tell = () -> line((System.nanoTime() - began) / NANOS).ifPresent(console::line);
        var unused = clock.scheduleAtFixedRate(tell, PAUSE, PAUSE, TimeUnit.SECONDS);
        String before = spark.getLocalProperty(DESCRIPTION);
        spark.setJobDescription(what);
        try {
            return work.get();
        } finally {
            spark.setJobDescription(before);
            clock.shutdownNow();
        }
    }

    /** What there is to say after so many seconds; nothing before some of the work is done. */
    Optional<String> line(double seconds) {
        long sofar = Math.min(total, done.getAsLong());
        if (sofar == 0) {
            return Optional.empty();
        }
        double rate = sofar / seconds;
        return Optional.of(String.format(
                Locale.ROOT,
                "         %s: %d %%, %,.0f a second, about %,.0f s left",
                what,
                100 * sofar / total,
                rate,
                (total - sofar) / rate));
    }
}
