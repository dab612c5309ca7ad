package io.understudy.jobs.job;

import org.jspecify.annotations.Nullable;

/** The place to publish to is taken: by an earlier table, by a concurrent writer, or by the job's own input. */
public final class OutputConflictException extends JobException {

    public OutputConflictException(String message) {
        super(message, null);
    }

    public OutputConflictException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 5;
    }
}
