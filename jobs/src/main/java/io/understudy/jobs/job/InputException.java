package io.understudy.jobs.job;

import org.jspecify.annotations.Nullable;

/** A table to be read is missing, unreadable, empty or too small for what the job asks of it. */
public final class InputException extends JobException {

    /** With the table, what is wrong with it and what to do, on one line; never a value of it. */
    public InputException(String message) {
        super(message, null);
    }

    /** With the failure that it explains. */
    public InputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
