package io.understudy.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import scala.jdk.javaapi.CollectionConverters;

/** How long each of Spark's jobs takes, and its tasks on their cores, in the order in which jobs end, by what they are called. */
final class JobTimes extends SparkListener {
    private static final String DESCRIPTION = "spark.job.description";
    private static final String INDEX = "index of nearest rows";
    private static final String SEARCH = "nearest rows of";

    /** One job; times in milliseconds. */
    private record Took(String name, long millis) {}

    /**
     * Seconds by a clock and of cores; jobs that run side by side take longer by the clock.
     *
     * @param wall  from the start of each job to its end
     * @param cores what tasks have used, without what compiles them and collects their garbage
     */
    record Seconds(double wall, double cores) {
        Seconds plus(Seconds other) {
            return new Seconds(wall + other.wall, cores + other.cores);
        }
    }

    private final Map<Integer, SparkListenerJobStart> running = new HashMap<>();
    private final Map<Integer, String> stages = new HashMap<>();
    private final Map<String, Long> nanos = new HashMap<>();
    private final List<Took> jobs = new ArrayList<>();

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        running.put(start.jobId(), start);
        String name = name(start);
        CollectionConverters.asJava(start.stageInfos()).forEach(stage -> stages.putIfAbsent(stage.stageId(), name));
    }

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
        String name = stages.getOrDefault(completed.stageInfo().stageId(), "");
        nanos.merge(name, completed.stageInfo().taskMetrics().executorCpuTime(), Long::sum);
    }

    private static String name(SparkListenerJobStart start) {
        String name = start.properties() == null ? null : start.properties().getProperty(DESCRIPTION);
        return name == null ? "" : name.replaceFirst("^\\w+: ", "");
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        SparkListenerJobStart start = running.remove(end.jobId());
        if (start != null) {
            jobs.add(new Took(name(start), end.time() - start.time()));
        }
    }

    /**
     * Seconds of the first search and of the indexes it needs. The index of the synthetic rows, which is built by cores that
     * those leave free, is none of them.
     */
    synchronized double search() {
        long millis = 0;
        for (Took job : jobs) {
            millis += job.name().equals(INDEX) || job.name().startsWith(SEARCH) ? job.millis() : 0;
            if (job.name().startsWith(SEARCH)) {
                break;
            }
        }
        return seconds(millis);
    }

    /** By name, in the order in which names first occur. */
    synchronized Map<String, Seconds> byName() {
        Map<String, Seconds> sums = new LinkedHashMap<>();
        jobs.forEach(job -> sums.merge(job.name(), new Seconds(seconds(job.millis()), 0), Seconds::plus));
        double perNano = TimeUnit.SECONDS.toNanos(1);
        nanos.forEach((name, cores) ->
                sums.computeIfPresent(name, (same, sum) -> sum.plus(new Seconds(0, cores / perNano))));
        return sums;
    }

    private static double seconds(long millis) {
        return (double) millis / TimeUnit.SECONDS.toMillis(1);
    }
}
