package io.understudy.check;

import java.util.List;
import java.util.Optional;

/** Findings that can be asked for by name. */
public record Measured(List<Finding> findings) {

    public static Measured by(Check check, MixedTables tables) {
        return new Measured(check.measure(tables.coded(3)));
    }

    /** The finding of a metric on the whole table. */
    public Finding get(String metric) {
        return get(metric, "");
    }

    public Finding get(String metric, String subject) {
        return find(metric, subject).orElseThrow(() -> new AssertionError("no finding " + metric + " of " + subject));
    }

    public Optional<Finding> find(String metric, String subject) {
        return findings.stream()
                .filter(finding ->
                        finding.metric().equals(metric) && finding.subject().equals(subject))
                .findFirst();
    }
}
