package io.understudy.jobs.job;

import org.jspecify.annotations.Nullable;

/** The gate refused the synthetic table: nothing is published. The message names the rule, the value and the threshold. */
public final class RefusedException extends JobException {

    /** With the rule, what was measured, what is allowed and where to read on, on one line. */
    public RefusedException(String message) {
        super(message, null);
    }

    /** With the failure that it explains. */
    public RefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
