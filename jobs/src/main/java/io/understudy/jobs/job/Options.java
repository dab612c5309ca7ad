package io.understudy.jobs.job;

import java.util.Map;

/**
 * Options of a Spark reader, such as {@code header} or a password.
 *
 * @param values what Spark gets, environment variables filled in
 * @param written the same keys as the job file spells them, <code>${NAME}</code> left as it is: all that may be logged or hashed
 */
public record Options(Map<String, String> values, Map<String, String> written) {
    /** No options. */
    public static final Options NONE = new Options(Map.of(), Map.of());

    public Options {
        values = Map.copyOf(values);
        written = Map.copyOf(written);
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
