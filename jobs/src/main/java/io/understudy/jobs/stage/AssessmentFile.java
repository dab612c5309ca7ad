package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import io.understudy.jobs.fitted.Basis;
import java.util.List;

/**
 * What the assess stage leaves: {@code assessment.json}.
 *
 * @param format   version of this file's form
 * @param basis    what the checks compared with
 * @param asked    the gate, as the job file asks for it
 * @param sample   SHA-256 of {@code sample.json}, or the name of another table that was assessed
 * @param verdict  {@code passed} or {@code refused}
 * @param rows     synthetic rows
 * @param real     rows of the input that are published with them
 * @param findings everything measured
 * @param breaches in words, rules that were broken
 * @param notes    what a reader must know about the table beside any number
 */
public record AssessmentFile(
        int format,
        Basis basis,
        String asked,
        String sample,
        String verdict,
        long rows,
        long real,
        List<Finding> findings,
        List<Breached> breaches,
        List<String> notes) {
    static final int FORMAT = 2;
    static final String NAME = "assessment.json";

    /** A broken rule. */
    public record Breached(String rule, String subject, String message) {}
}
