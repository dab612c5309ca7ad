package io.understudy.check;

/**
 * One measured number about a synthetic table, with what is needed to judge it.
 *
 * @param check    the room of the check: {@code privacy} or {@code quality}
 * @param metric   what was measured, in kebab case; rules name a finding as {@code check.metric}
 * @param subject  the column, pair ("a × b"), group or attack it is about, or "" for the whole table
 * @param value    the estimate, in the metric's own unit
 * @param low      lower end of the confidence interval; equal to value where the measurement has no error
 * @param high     upper end of the confidence interval; from -Infinity to Infinity where the evidence decides nothing
 * @param baseline the same metric for the holdout in place of the synthetic table: what a harmless table scores
 */
public record Finding(
        String check, String metric, String subject, double value, double low, double high, double baseline) {

    /** The same of too few observations to decide anything: an interval without ends. */
    public Finding undecided() {
        return new Finding(check, metric, subject, value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, baseline);
    }

    /** The same, undecided where there were fewer observations than needed. */
    public Finding decidedBy(long observations, long needed) {
        return observations < needed ? undecided() : this;
    }

    /** Whether the evidence decides nothing, since it is compatible with any value. */
    public boolean inconclusive() {
        return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    }

    /** The name by which gate rules refer to it. */
    public String name() {
        return check + "." + metric;
    }

    /** A number that was counted, not estimated, and that has nothing to be compared with. */
    public static Finding counted(String check, String metric, String subject, double value) {
        return new Finding(check, metric, subject, value, value, value, value);
    }
}
