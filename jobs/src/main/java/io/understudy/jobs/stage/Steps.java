package io.understudy.jobs.stage;

import io.understudy.jobs.fitted.ModelFile;
import io.understudy.jobs.fitted.ProfileFile;
import io.understudy.jobs.job.Console;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Source;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Stages of a job one by one, for callers that keep what a stage makes themselves: nothing is written. */
public final class Steps {
    private static final Console SILENT = line -> {};

    private final Inputs inputs;
    private final Stopwatch stopwatch = new Stopwatch(SILENT);

    /**
     * Opens the input and the holdout of a job.
     *
     * @throws io.understudy.jobs.job.InputException         if either cannot be read
     * @throws io.understudy.jobs.job.ConfigurationException if the job names a column that the input lacks
     */
    public Steps(SparkSession spark, Job job) {
        this.inputs = new Inputs(spark, job);
    }

    /** Profiles the rows to learn from and fits the model that the job chooses. */
    public ModelFile fit() {
        ProfileFile profile = stopwatch.time(
                "profile", () -> new Profiling(inputs).profile(), read -> "", read -> read.train() + read.holdout());
        return stopwatch.time("fit", () -> new Fitting(inputs).fit(profile), model -> "", model -> profile.train());
    }

    /** Measures a table against the rows to learn from and the rows held out, and asks the gate. */
    public AssessmentFile assess(ProfileFile learned, Source synthetic) {
        return stopwatch.time("assess", () -> measured(learned, synthetic), file -> "", AssessmentFile::rows);
    }

    private AssessmentFile measured(ProfileFile learned, Source synthetic) {
        Dataset<Row> table = inputs.alike(synthetic);
        Assessing.Candidate candidate = new Assessing.Candidate(
                table, inputs.reading(table::count), synthetic.from(), List.of(), Optional.empty());
        return new Assessing(inputs, SILENT)
                .assess(compared(learned), candidate)
                .file();
    }

    /** What the model learned of the columns, over as many rows as are compared with. */
    private ProfileFile compared(ProfileFile learned) {
        return learned.over(inputs.basis(), inputs.trainRows(), inputs.holdoutRows());
    }
}
