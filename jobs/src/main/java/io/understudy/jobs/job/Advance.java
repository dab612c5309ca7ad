package io.understudy.jobs.job;

import java.util.Locale;

/**
 * How far a step of a stage is.
 *
 * @param stage   that it belongs to
 * @param step    what is done, in a few words; empty where the stage says it all
 * @param done    tasks that are done
 * @param total   tasks of the step as far as is known, at least {@code done}
 * @param seconds since the step began
 */
public record Advance(String stage, String step, long done, long total, double seconds) {

    /** 0 .. 100. */
    public long percent() {
        return total == 0 ? 0 : 100 * done / total;
    }

    /** Tasks a second so far. */
    public double rate() {
        return seconds > 0 ? done / seconds : 0;
    }

    /** Seconds left at that rate; negative where nothing can be said yet. */
    public double left() {
        return done == 0 ? -1 : (total - done) / rate();
    }

    /** The step in words: name, percent, rate, time left. */
    public String words() {
        String name = step.isEmpty() ? stage : stage + ": " + step;
        String left = left() < 0 ? "" : String.format(Locale.ROOT, ", about %.0f s left", Math.ceil(left()));
        return String.format(
                Locale.ROOT, "%s, %d %% of %d tasks, %.1f a second%s", name, percent(), total, rate(), left);
    }
}
