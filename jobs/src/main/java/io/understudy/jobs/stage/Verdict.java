package io.understudy.jobs.stage;

import io.understudy.check.Finding;
import java.util.List;
import java.util.Map;

/**
 * What every run leaves for people and schedulers: {@code verdict.json} in the report folder.
 *
 * @param verdict    {@code published}, {@code passed} or {@code refused}
 * @param rows       synthetic rows
 * @param real       rows of the input itself that the table holds; 0 unless the job asks for them
 * @param findings   everything measured
 * @param breaches   rules that were broken, in words
 * @param notes      what a reader must know about the table beside any number
 * @param stages     seconds by stage
 * @param provenance what the table was made from, and with what
 */
record Verdict(
        String verdict,
        long rows,
        long real,
        List<Finding> findings,
        List<AssessmentFile.Breached> breaches,
        List<String> notes,
        Map<String, Double> stages,
        Map<String, Object> provenance) {
    static final String NAME = "verdict.json";
    static final String PUBLISHED = "published";
}
