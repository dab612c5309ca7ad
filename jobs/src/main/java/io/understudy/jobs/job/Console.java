package io.understudy.jobs.job;

/** Where a running job tells its person how far it is: one line per step, no values of the data. */
@FunctionalInterface
public interface Console {

    void line(String text);

    /** Hears twice a second how far the step is that runs. */
    default void progress(Advance advance) {}

    /** Hears that no step runs any more. */
    default void idle() {}
}
