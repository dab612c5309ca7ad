package io.understudy.jobs.stage;

import io.understudy.jobs.job.Console;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Source;
import java.util.Optional;

/** The stages of one job, in the order in which they run. */
public final class Pipeline {
    private final Job job;
    private final Console console;

    public Pipeline(Job job, Console console) {
        this.job = job;
        this.console = console;
    }

    public void run() {
        console.line(plan());
    }

    public void profile() {
        console.line(plan());
    }

    public void fit() {
        console.line(plan());
    }

    public void sample() {
        console.line(plan());
    }

    public void assess(Optional<Source> synthetic) {
        console.line(synthetic.map(Source::from).orElseGet(this::plan));
    }

    public void publish() {
        console.line(plan());
    }

    public String plan() {
        return job.toString();
    }
}
