package io.understudy.jobs.api;

import io.understudy.check.Finding;
import io.understudy.jobs.io.Json;
import io.understudy.jobs.stage.AssessmentFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was measured of a synthetic table, and whether the gate lets it pass. */
public final class Assessment {
    private final AssessmentFile file;

    Assessment(AssessmentFile file) {
        this.file = file;
    }

    /**
     * Whether no rule of the gate is broken.
     *
     * @return false for a table that must not be released
     */
    public boolean passed() {
        return file.breaches().isEmpty();
    }

    /**
     * The rules that are broken.
     *
     * @return one sentence a breach: what was measured, what a harmless table scores, what is allowed; empty where the table passed
     */
    public List<String> breaches() {
        return file.breaches().stream().map(AssessmentFile.Breached::message).toList();
    }

    /**
     * Everything that was measured.
     *
     * @return in the order of the report; docs/reference/findings.md has units, ranges and baselines
     */
    public List<Finding> findings() {
        return file.findings();
    }

    /**
     * One figure.
     *
     * @param name check and metric, as reports write it: {@code quality.shape-error}
     * @return of the whole table; NaN if it was not measured
     */
    public double value(String name) {
        return file.findings().stream()
                .filter(finding -> (finding.check() + "." + finding.metric()).equals(name)
                        && finding.subject().isEmpty())
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /**
     * Verdict, findings and breaches.
     *
     * @return JSON; no value of any row
     */
    public String toJson() {
        return new String(Json.pretty(file), StandardCharsets.UTF_8);
    }
}
