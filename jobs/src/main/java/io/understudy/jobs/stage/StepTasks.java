package io.understudy.jobs.stage;

import io.understudy.jobs.job.Advance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks of the jobs of one step; hears of them from one thread and is asked from another. */
final class StepTasks {
    private static final double NANOS = 1e9;

    /** Tasks of one stage of a job, in Spark's sense. */
    private static final class Part {
        private final int job;
        private final int expected;
        private boolean begun;
        private int done;

        Part(int job, int expected) {
            this.job = job;
            this.expected = expected;
        }
    }

    private final Map<Integer, Part> parts = new HashMap<>();
    private final List<Integer> running = new ArrayList<>();
    private String step = "";
    private long began;
    private long done;

    /** A job of another step begins to count anew. */
    synchronized void jobStarts(int job, String name, long nanos) {
        if (!name.equals(step) || began == 0) {
            step = name;
            began = nanos;
            done = 0;
            parts.clear();
        }
        running.add(job);
    }

    synchronized void expect(int job, int part, int tasks) {
        parts.put(part, new Part(job, tasks));
    }

    /** What comes before a part in its job and has not begun by now is skipped: its result is there already. */
    synchronized void begins(int part) {
        Part begins = parts.get(part);
        if (begins != null) {
            begins.begun = true;
            parts.entrySet()
                    .removeIf(other ->
                            other.getKey() < part && other.getValue().job == begins.job && !other.getValue().begun);
        }
    }

    synchronized void taskEnds(int part) {
        Part ended = parts.get(part);
        if (ended != null && ended.done < ended.expected) {
            ended.done++;
        }
    }

    synchronized void jobEnds(int job) {
        running.remove(Integer.valueOf(job));
        done += parts.values().stream()
                .filter(part -> part.job == job)
                .mapToInt(part -> part.done)
                .sum();
        parts.values().removeIf(part -> part.job == job);
    }

    /** How far the step is; nothing while no job runs. */
    synchronized Optional<Advance> now(String stage, long nanos) {
        if (running.isEmpty()) {
            return Optional.empty();
        }
        long ended = done + parts.values().stream().mapToInt(part -> part.done).sum();
        long total =
                done + parts.values().stream().mapToInt(part -> part.expected).sum();
        return Optional.of(new Advance(stage, step, ended, Math.max(ended, total), (nanos - began) / NANOS));
    }
}
