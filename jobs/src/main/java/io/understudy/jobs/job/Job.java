package io.understudy.jobs.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One job, resolved: defaults applied, paths absolute, environment variables filled in.
 *
 * @param runId a second run with the same id and inputs does nothing
 * @param seed same input, job and seed give the same table
 * @param k nothing seen for fewer than k rows leaves; at least 1
 * @param columns overrides by column name; a name that the input lacks is for the profile to refuse
 * @param work the folder of the stages' artifacts
 * @param report the folder of the verdict and the report
 * @param outliers what is done with rows to learn from that lie far from all others
 * @param sensitive which columns the checks look at with a question of their own
 * @param weight the column that says how many rows of a population each row stands for
 */
public record Job(
        Optional<String> runId,
        long seed,
        Source input,
        Holdout holdout,
        int k,
        Map<String, ColumnOverride> columns,
        ModelChoice model,
        Output output,
        GateChoice gate,
        String work,
        String report,
        Outliers outliers,
        Sensitive sensitive,
        Optional<String> weight) {

    /** The version of the job file that these records say everything of. */
    public static final int VERSION = 1;

    public Job {
        columns = Map.copyOf(columns);
    }

    /** A job whose rows stand for themselves, that learns from outliers as from all others and declares no column sensitive. */
    public Job(
            Optional<String> runId,
            long seed,
            Source input,
            Holdout holdout,
            int k,
            Map<String, ColumnOverride> columns,
            ModelChoice model,
            Output output,
            GateChoice gate,
            String work,
            String report) {
        this(
                runId,
                seed,
                input,
                holdout,
                k,
                columns,
                model,
                output,
                gate,
                work,
                report,
                Outliers.KEEP,
                Sensitive.NONE,
                Optional.empty());
    }

    /** What is done with outliers among the rows to learn from. */
    public enum Outliers {
        KEEP,
        /** Their numbers and dates are drawn in to the inner range of their columns. */
        CLIP,
        /** They are left out. */
        DROP
    }

    /** The same job on another input. */
    public Job reading(Source other) {
        return on(other, holdout);
    }

    /** The same job with other rows held out. */
    public Job holding(Holdout other) {
        return on(input, other);
    }

    private Job on(Source input, Holdout holdout) {
        return new Job(
                runId, seed, input, holdout, k, columns, model, output, gate, work, report, outliers, sensitive,
                weight);
    }

    /** The names of the columns that are passed on as they are, in alphabetical order. */
    public List<String> keptColumns() {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().role() == ColumnOverride.Role.KEEP)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * The identity of what is asked for: SHA-256, in lower-case hexadecimal, of the job as canonical JSON. The run id and the
     * work and report folders do not change what is published and are left out; of reader options only the spelling in
     * the job file counts, so that no secret from the environment goes in.
     */
    public String hash() {
        return Canonical.hash(this);
    }

    /** Like {@link #hash}, but only of what decides which values are learned from which rows: input, holdout, columns. */
    public String learningHash() {
        return Canonical.learningHash(this);
    }
}
