package io.understudy.jobs.stage;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Evidence;
import io.understudy.check.Finding;
import io.understudy.check.picture.Pictures;
import io.understudy.jobs.job.JobException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Runs checks, each for so long at most. One that fails or takes longer leaves no findings and does not
 * keep the others from theirs; why it did is kept in words that hold no value of any row, which messages of failures may.
 */
final class Watch {
    /** The Spark setting that says how long a check may take. */
    static final String LIMIT = "spark.understudy.check.timeout";

    private static final String LONGEST = "6h";
    private static final String OURS = "io.understudy.";

    private final SparkSession spark;
    private final long seconds;
    private final List<String> failures = new ArrayList<>();
    private final List<String> undrawn = new ArrayList<>();

    /** With the limit of the session's settings. */
    Watch(SparkSession spark) {
        this(spark, Duration.ofSeconds(spark.sparkContext().getConf().getTimeAsSeconds(LIMIT, LONGEST)));
    }

    Watch(SparkSession spark, Duration limit) {
        this.spark = spark;
        this.seconds = limit.toSeconds();
    }

    /** In whole sentences, which checks did not come to their end, and why. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** In whole sentences, what there is no picture of, and why; no reason to refuse a table. */
    List<String> undrawn() {
        return List.copyOf(undrawn);
    }

    /** What a check finds; nothing if it does not come to its end. */
    Evidence examine(Check check, Assessed tables) {
        return examine(check.name() + " check " + check.getClass().getSimpleName(), () -> check.examine(tables));
    }

    /** What a measurement of that name finds; nothing if it does not come to its end. */
    Evidence measure(String name, Supplier<List<Finding>> check) {
        return examine(name, () -> new Evidence(check.get(), List.of()));
    }

    /**
     * Does several measurements, two at a time: where one leaves the cluster idle, since it thinks on the driver or its jobs
     * are small, the other has it.
     *
     * @param works each is given a watch of its own
     * @return what they find, in their order
     */
    List<Evidence> together(List<Function<Watch, Evidence>> works) {
        List<Watch> watches = works.stream()
                .map(work -> new Watch(spark, Duration.ofSeconds(seconds)))
                .toList();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Evidence>> found = new ArrayList<>();
            for (int i = 0; i < watches.size(); i++) {
                int at = i;
                found.add(two.submit(() -> works.get(at).apply(watches.get(at))));
            }
            List<Evidence> all = new ArrayList<>();
            for (Future<Evidence> each : found) {
                all.add(each.get());
            }
            return all;
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof Error fatal) {
                throw fatal;
            }
            throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tables were measured", e);
        } finally {
            two.shutdownNow();
            watches.forEach(each -> {
                failures.addAll(each.failures);
                undrawn.addAll(each.undrawn);
            });
        }
    }

    /** What is drawn; nothing if it does not come to its end. */
    Pictures draw(Supplier<Pictures> drawing) {
        return run("drawing of columns and pairs", drawing, undrawn).orElse(Pictures.NONE);
    }

    private Evidence examine(String name, Supplier<Evidence> check) {
        return run(name, check, failures).orElse(new Evidence(List.of(), List.of()));
    }

    /** Does some work; where that does not come to its end, says so there. */
    private <T> Optional<T> run(String name, Supplier<T> work, List<String> failed) {
        String group = UUID.randomUUID().toString();
        ExecutorService alone = Executors.newSingleThreadExecutor();
        Future<T> found = alone.submit(() -> inGroup(group, name, work));
        String why;
        try {
            return Optional.of(found.get(seconds, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            spark.sparkContext().cancelJobGroup(group);
            why = "took longer than " + seconds + " s; give it more time with " + LIMIT;
        } catch (ExecutionException e) {
            why = reason(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            spark.sparkContext().cancelJobGroup(group);
            Thread.currentThread().interrupt();
            why = "was interrupted";
        } finally {
            alone.shutdownNow();
        }
        failed.add("The " + name + " " + why + ".");
        return Optional.empty();
    }

    private <T> T inGroup(String group, String name, Supplier<T> work) {
        SparkSession.setActiveSession(spark);
        spark.sparkContext().setJobGroup(group, name, true);
        return work.get();
    }

    /** Failures that are the input's or the machine's are not the check's. */
    private static String reason(Throwable cause) {
        if (cause instanceof JobException expected) {
            throw expected;
        }
        if (cause instanceof Error fatal) {
            throw fatal;
        }
        String where = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return "failed: " + cause.getClass().getName() + where + "; run again, and report it if it fails again";
    }
}
