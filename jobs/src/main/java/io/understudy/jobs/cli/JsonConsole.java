package io.understudy.jobs.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.understudy.jobs.job.Advance;
import io.understudy.jobs.job.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** An object of JSON a line, for programs: what is said, and at most once a second how far the step is that runs. */
final class JsonConsole implements Console {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final PrintStream err;
    private final LongSupplier clock;
    private long spoken;

    /** @param clock nanoseconds from any start */
    JsonConsole(PrintStream err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.spoken = clock.getAsLong();
    }

    @Override
    public synchronized void line(String text) {
        if (!text.isBlank()) {
            print("{\"event\":\"line\",\"text\":" + quoted(text.strip()) + "}");
        }
    }

    @Override
    public synchronized void progress(Advance advance) {
        if (clock.getAsLong() - spoken < PAUSE_NANOS) {
            return;
        }
        spoken = clock.getAsLong();
        print(String.format(
                Locale.ROOT,
                "{\"event\":\"progress\",\"stage\":%s,\"step\":%s,\"done\":%d,\"total\":%d,\"percent\":%d,\"rate\":%.3f,"
                        + "\"seconds-left\":%s}",
                quoted(advance.stage()),
                quoted(advance.step()),
                advance.done(),
                advance.total(),
                advance.percent(),
                advance.rate(),
                advance.left() < 0 ? "null" : String.format(Locale.ROOT, "%.1f", advance.left())));
    }

    private void print(String json) {
        err.println(json);
        err.flush();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
