package io.understudy.jobs.cli;

import io.understudy.jobs.job.Advance;
import io.understudy.jobs.job.Console;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Plain lines, for logs: one of a step that runs whenever nothing was said for half a minute. */
final class LinesConsole implements Console {
    private static final long PAUSE_NANOS = 30_000_000_000L;

    private final PrintStream err;
    private final LongSupplier clock;
    private long spoken;

    /** @param clock nanoseconds from any start */
    LinesConsole(PrintStream err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.spoken = clock.getAsLong();
    }

    @Override
    public synchronized void line(String text) {
        err.println(text);
        err.flush();
        spoken = clock.getAsLong();
    }

    @Override
    public synchronized void progress(Advance advance) {
        if (clock.getAsLong() - spoken >= PAUSE_NANOS) {
            line("         " + advance.words());
        }
    }
}
