package io.understudy.jobs.stage;

import io.understudy.jobs.job.ColumnOverride;
import io.understudy.jobs.job.ConfigurationException;
import io.understudy.jobs.job.Job;
import io.understudy.jobs.job.Sensitive;
import io.understudy.jobs.job.Suggestion;
import io.understudy.jobs.personal.Treatments;
import java.util.List;

/** Refuses what a job says of columns that the input does not have, or of all of them. */
record Named(Job job) {

    /**
     * Refuses names that the input does not have, and treatments that cannot be.
     *
     * @param names of the columns of the input
     */
    void refuseUnknown(List<String> names) {
        job.columns().keySet().forEach(name -> refuseUnknown("columns." + name, name, names));
        job.holdout().key().forEach(name -> refuseUnknown("holdout.key", name, names));
        Sensitive sensitive = job.sensitive();
        sensitive.columns().forEach(name -> refuseUnknown("sensitive.columns", name, names));
        sensitive.quasiIdentifiers().forEach(name -> refuseUnknown("sensitive.quasi-identifiers", name, names));
        sensitive.target().ifPresent(name -> refuseUnknown("sensitive.target", name, names));
        job.weight().ifPresent(name -> refuseUnknown("input.weight", name, names));
        job.columns().forEach(Named::checkTreatment);
    }

    /** Refuses a name that a key of the job file gives and the input does not have. */
    static void refuseUnknown(String key, String name, List<String> names) {
        if (!names.contains(name)) {
            throw new ConfigurationException(key + ": the input has no column \"" + name + "\""
                    + Suggestion.nearest(name, names)
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse(""));
        }
    }

    private static void checkTreatment(String name, ColumnOverride override) {
        override.treatment()
                .filter(treatment -> !override.dropped())
                .ifPresent(treatment -> Treatments.check(name, treatment, System.getenv()));
    }

    /**
     * Refuses a job that leaves nothing to make up.
     *
     * @param left names of the columns that are not dropped
     */
    void refuseAllKept(List<String> left) {
        if (!job.keptColumns().isEmpty() && job.keptColumns().containsAll(left)) {
            throw new ConfigurationException("columns.*.role is keep for every column that is left ("
                    + String.join(", ", left) + "), so there is nothing to synthesise; leave it out for some");
        }
    }
}
