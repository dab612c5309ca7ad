package io.understudy.jobs.stage;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.understudy.jobs.job.Advance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How far the stages are, as the source {@value #NAME} of Spark's metrics system: every sink that a cluster has set up (JMX, CSV,
 * Graphite, Prometheus, the JSON of Spark's own pages) shows it beside Spark's own figures. Of each stage: {@code rows} that it
 * has dealt with (0 until it is done), {@code seconds} it has taken so far, {@code percent} of its running step's tasks
 * (100 once it is done) and {@code done}, 0 or 1; of all: the {@code stage} and {@code step} that run, in words.
 *
 * <p>There is one a Spark context. It is of the job that ran last; a stage that begins again starts from nothing.
 */
final class StageMetrics implements Source {
    static final String NAME = "understudy";

    private static final List<String> STAGES = List.of("profile", "fit", "sample", "assess", "publish", "frontier");
    private static final Supplier<Optional<Advance>> NOTHING = Optional::empty;
    private static final double NANOS = 1e9;
    private static final long WHOLE = 100;

    /** What one stage shows. Immutable: a sink reads from a thread of its own. */
    private record State(long rows, double seconds, boolean done) {}

    /** What runs: since when, and how far it is. */
    private record Running(String stage, long began, Supplier<Optional<Advance>> advance) {
        double seconds() {
            return stage.isEmpty() ? 0 : (System.nanoTime() - began) / NANOS;
        }
    }

    private static final State IDLE = new State(0, 0, false);
    private static final Running NONE = new Running("", 0, NOTHING);

    private final MetricRegistry registry = new MetricRegistry();
    private final Map<String, State> states = new LinkedHashMap<>();
    private Running running = NONE;

    private StageMetrics() {
        STAGES.forEach(stage -> {
            gauge(MetricRegistry.name(stage, "rows"), () -> state(stage).rows);
            gauge(MetricRegistry.name(stage, "done"), () -> state(stage).done ? 1 : 0);
            gauge(MetricRegistry.name(stage, "seconds"), () -> seconds(stage));
            gauge(MetricRegistry.name(stage, "percent"), () -> percent(stage));
        });
        gauge("stage", () -> running().stage);
        gauge("step", () -> running().advance.get().map(Advance::step).orElse(""));
    }

    /** That of the running Spark context, registered when first asked for. */
    static synchronized StageMetrics ofContext() {
        MetricsSystem system = SparkEnv.get().metricsSystem();
        return CollectionConverters.asJava(system.getSourcesByName(NAME)).stream()
                .filter(StageMetrics.class::isInstance)
                .map(StageMetrics.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    StageMetrics made = new StageMetrics();
                    system.registerSource(made);
                    return made;
                });
    }

    private <T> void gauge(String name, Gauge<T> gauge) {
        registry.register(name, gauge);
    }

    /** A stage begins; from now on it is asked how far its step is. */
    synchronized void begins(String stage, Supplier<Optional<Advance>> advance) {
        states.put(stage, IDLE);
        running = new Running(stage, System.nanoTime(), advance);
    }

    /** The stage that runs has come to its end, with so many rows. */
    synchronized void ends(long rows) {
        states.put(running.stage, new State(rows, running.seconds(), true));
        running = NONE;
    }

    /** The stage that runs has failed, or nothing runs. */
    synchronized void stops() {
        if (!running.stage.isEmpty()) {
            states.put(running.stage, new State(0, running.seconds(), false));
            running = NONE;
        }
    }

    private synchronized Running running() {
        return running;
    }

    private synchronized State state(String stage) {
        return states.getOrDefault(stage, IDLE);
    }

    private double seconds(String stage) {
        Running now = running();
        return now.stage.equals(stage) ? now.seconds() : state(stage).seconds;
    }

    private long percent(String stage) {
        Running now = running();
        if (now.stage.equals(stage)) {
            return now.advance.get().map(Advance::percent).orElse(0L);
        }
        return state(stage).done ? WHOLE : 0;
    }

    @Override
    public String sourceName() {
        return NAME;
    }

    @Override
    public MetricRegistry metricRegistry() {
        return registry;
    }
}
