package io.understudy.jobs.job;

import org.jspecify.annotations.Nullable;

/** The place to publish to is taken: by an earlier table, by a concurrent writer, or by the job's own input. */
public final class OutputConflictException extends JobException {

    /** With the place, what is there and what to do, on one line. */
    public OutputConflictException(String message) {
        super(message, null);
    }

    /** With the failure that it explains. */
    public OutputConflictException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 5;
    }
}
