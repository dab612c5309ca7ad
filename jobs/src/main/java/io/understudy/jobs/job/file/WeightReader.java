package io.understudy.jobs.job.file;

import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.RealRows;
import io.understudy.jobs.job.Sensitive;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses what a job asks of a column of weights, or of rows that have them, and cannot be had. */
final class WeightReader {
    static final String KEY = "weight";

    private WeightReader() {}

    static void refuse(Value weight, Job job) {
        refuseOtherUse(weight, job);
        if (!job.keptColumns().isEmpty()) {
            throw weight.conflict("makes every synthetic row stand for as many rows as any other, but columns."
                    + job.keptColumns().get(0) + ".role is keep, which passes on every real row once; leave out one of"
                    + " the two");
        }
        if (job.output().real().any()) {
            throw weight.conflict("makes every synthetic row stand for as many rows as any other, but "
                    + (job.output().real() instanceof RealRows.Augmented ? "output.augment" : "output.impute")
                    + " publishes real rows, of which one stands for more than another; leave out one of the two");
        }
        if (job.outliers() != Job.Outliers.KEEP) {
            throw weight.conflict("has rows learned several times over, next to which no row is an outlier; leave out"
                    + " outliers, or trim with an input query");
        }
    }

    /** A column that is used up is not there for anything else. */
    private static void refuseOtherUse(Value weight, Job job) {
        uses(job).forEach((key, columns) -> {
            if (columns.contains(weight.text())) {
                throw weight.conflict("uses up the column \"" + weight.text()
                        + "\", which will not be in the synthetic table, but " + key
                        + " names it too; leave it out there");
            }
        });
    }

    private static Map<String, Collection<String>> uses(Job job) {
        Sensitive sensitive = job.sensitive();
        Map<String, Collection<String>> uses = new LinkedHashMap<>();
        uses.put("columns", job.columns().keySet());
        uses.put("holdout.key", job.holdout().key());
        uses.put("sensitive.columns", sensitive.columns());
        uses.put("sensitive.quasi-identifiers", sensitive.quasiIdentifiers());
        uses.put("sensitive.target", sensitive.target().stream().toList());
        uses.put("model.condition-on", job.model().conditionOn());
        uses.put("model.segment", job.model().segment().stream().toList());
        return uses;
    }
}
