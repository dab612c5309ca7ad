package io.understudy.jobs;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts the Spark jobs that some work starts: where one pass is claimed, there is one. */
public final class JobCount {
    private JobCount() {}

    public static int of(Runnable work) throws TimeoutException {
        SparkContext spark = TestSpark.session().sparkContext();
        AtomicInteger jobs = new AtomicInteger();
        SparkListener listener = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
            }
        };
        spark.listenerBus().waitUntilEmpty();
        spark.addSparkListener(listener);
        try {
            work.run();
            spark.listenerBus().waitUntilEmpty();
        } finally {
            spark.removeSparkListener(listener);
        }
        return jobs.get();
    }
}
