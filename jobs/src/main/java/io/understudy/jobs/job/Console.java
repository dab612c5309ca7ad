package io.understudy.jobs.job;

/** Where a running job tells its person how far it is: one line per step, no values of the data. */
@FunctionalInterface
public interface Console {

    void line(String text);
}
