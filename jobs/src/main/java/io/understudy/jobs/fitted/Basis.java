package io.understudy.jobs.fitted;

import io.understudy.jobs.job.Job;

/**
 * What an artifact was made from. A stage takes up an earlier stage's artifact only if both were asked for the same.
 *
 * @param input   the source as the job names it
 * @param version the state of the source that was read
 * @param holdout the state of the holdout table; empty where rows of the source are held out
 * @param job     hash of everything in the job that decides what is learned
 */
public record Basis(String input, String version, String holdout, String job) {
    /** What a job learns from, at the version that was read. */
    public static Basis of(Job job, String version, String holdout) {
        return new Basis(job.input().from(), version, holdout, job.learningHash());
    }
}
