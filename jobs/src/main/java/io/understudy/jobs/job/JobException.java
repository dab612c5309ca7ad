package io.understudy.jobs.job;

import org.jspecify.annotations.Nullable;

/**
 * An expected way for a job to end without publishing. The message is for the person who runs the job: what is wrong, why
 * and what to do, on one line, naming columns, keys and counts but never a value of the data.
 *
 * <p>Only {@code cli.Main} turns one into the exit code of the process.
 */
public abstract sealed class JobException extends RuntimeException
        permits ConfigurationException, RefusedException, InputException, OutputConflictException {

    JobException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The exit code of a process that ends this way; part of the public contract. */
    public abstract int exitCode();
}
