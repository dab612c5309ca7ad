package io.understudy.jobs.job;

import org.jspecify.annotations.Nullable;

/** The job file or the command line asks for something impossible, unknown or not yet supported. */
public final class ConfigurationException extends JobException {

    /** With the key, what is wrong with it and what to do, on one line. */
    public ConfigurationException(String message) {
        super(message, null);
    }

    /** With the failure that it explains. */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
