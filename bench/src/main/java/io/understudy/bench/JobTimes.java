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

/** How long each of Spark's jobs takes, in the order in which they end, by what it is called. */
final class JobTimes extends SparkListener {
    private static final String DESCRIPTION = "spark.job.description";
    private static final String INDEX = "index of nearest rows";
    private static final String SEARCH = "nearest rows of";

    /** One job; times in milliseconds. */
    private record Took(String name, long millis) {}

    private final Map<Integer, SparkListenerJobStart> running = new HashMap<>();
    private final List<Took> jobs = new ArrayList<>();

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        running.put(start.jobId(), start);
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        SparkListenerJobStart start = running.remove(end.jobId());
        if (start != null) {
            String name = start.properties() == null ? null : start.properties().getProperty(DESCRIPTION);
            jobs.add(new Took(name == null ? "" : name.replaceFirst("^\\w+: ", ""), end.time() - start.time()));
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

    /** Seconds by name, in the order in which names first occur. */
    synchronized Map<String, Double> byName() {
        Map<String, Double> sums = new LinkedHashMap<>();
        jobs.forEach(job -> sums.merge(job.name(), seconds(job.millis()), Double::sum));
        return sums;
    }

    private static double seconds(long millis) {
        return (double) millis / TimeUnit.SECONDS.toMillis(1);
    }
}
