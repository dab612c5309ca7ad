package io.understudy.check;

/**
 * One measured number about a synthetic table, with what is needed to judge it.
 *
 * @param check    the room of the check: {@code privacy} or {@code quality}
 * @param metric   what was measured, in kebab case; rules name a finding as {@code check.metric}
 * @param subject  the column, pair ("a × b"), group or attack it is about, or "" for the whole table
 * @param value    the estimate, in the metric's own unit
 * @param low      lower end of the confidence interval; equal to value where the measurement has no error
 * @param high     upper end of the confidence interval
 * @param baseline the same metric for the holdout in place of the synthetic table: what a harmless table scores
 */
public record Finding(
        String check, String metric, String subject, double value, double low, double high, double baseline) {

    /** The name by which gate rules refer to it. */
    public String name() {
        return check + "." + metric;
    }
}
