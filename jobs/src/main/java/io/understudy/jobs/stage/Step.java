package io.understudy.jobs.stage;

import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * A part of a stage that has a name: all Spark jobs that it starts from this thread carry it as their description, in
 * Spark's own UI and in the progress that is told to a person.
 */
final class Step {
    /** The property of a Spark job that holds its description. */
    static final String DESCRIPTION = "spark.job.description";

    private Step() {}

    static <T> T named(SparkSession spark, String name, Supplier<T> work) {
        SparkContext context = spark.sparkContext();
        String before = context.getLocalProperty(DESCRIPTION);
        context.setJobDescription(before == null ? name : before.replaceFirst(":.*", "") + ": " + name);
        try {
            return work.get();
        } finally {
            context.setJobDescription(before);
        }
    }
}
