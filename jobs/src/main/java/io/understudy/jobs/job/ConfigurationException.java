package io.understudy.jobs.job;

import org.jspecify.annotations.Nullable;

/** The job file or the command line asks for something impossible, unknown or not yet supported. */
public final class ConfigurationException extends JobException {

    public ConfigurationException(String message) {
        super(message, null);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
