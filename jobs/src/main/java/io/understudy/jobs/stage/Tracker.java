package io.understudy.jobs.stage;

import io.understudy.jobs.job.Advance;
import io.understudy.jobs.job.Console;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Follows all Spark jobs that run while a stage does, whoever starts them, and tells the console twice a second how many of
 * their tasks are done. A job's description says which step it belongs to; jobs of the same step that follow each other
 * count as one.
 */
final class Tracker extends SparkListener implements AutoCloseable {
    private static final int EVERY_MILLIS = 500;

    private final String stage;
    private final Console console;
    private final SparkContext spark;
    private final StepTasks tasks = new StepTasks();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "understudy-progress");
        thread.setDaemon(true);
        return thread;
    });

    private Tracker(String stage, Console console, SparkContext spark) {
        this.stage = stage;
        this.console = console;
        this.spark = spark;
    }

    static Tracker start(String stage, Console console, SparkContext spark) {
        Tracker tracker = new Tracker(stage, console, spark);
        spark.addSparkListener(tracker);
        var unused = tracker.clock.scheduleAtFixedRate(
                () -> tracker.advance().ifPresent(console::progress),
                EVERY_MILLIS,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        return tracker;
    }

    /** How far the step is that runs; nothing while no job does. */
    Optional<Advance> advance() {
        return tasks.now(stage, System.nanoTime());
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        String described =
                start.properties() == null ? null : start.properties().getProperty(Step.DESCRIPTION);
        String step = described == null || described.equals(stage) ? "" : described.replaceFirst("^\\w+: ", "");
        tasks.jobStarts(start.jobId(), step, System.nanoTime());
        for (StageInfo part : CollectionConverters.asJava(start.stageInfos())) {
            tasks.expect(start.jobId(), part.stageId(), part.numTasks());
        }
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        tasks.begins(submitted.stageInfo().stageId());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().successful()) {
            tasks.taskEnds(end.stageId());
        }
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd end) {
        tasks.jobEnds(end.jobId());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        spark.removeSparkListener(this);
        console.idle();
    }
}
