package io.understudy.check.quality;

import io.understudy.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** Errors of many subjects, each beside the holdout's, and their mean. */
final class Scores {
    private final String metric;
    private final String meanMetric;
    private final List<Finding> findings = new ArrayList<>();

    /** @param metric of one subject; {@code meanMetric} that of all */
    Scores(String metric, String meanMetric) {
        this.metric = metric;
        this.meanMetric = meanMetric;
    }

    /** Takes an error; where it is undefined (NaN) the subject is left out, and an undefined baseline counts as 0. */
    void add(String subject, double error, double baseline) {
        if (!Double.isNaN(error)) {
            findings.add(finding(metric, subject, error, Double.isNaN(baseline) ? 0 : baseline));
        }
    }

    /** The mean first, 0 where no subject is defined: nothing can differ then. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        double error = findings.stream().mapToDouble(Finding::value).average().orElse(0);
        double baseline =
                findings.stream().mapToDouble(Finding::baseline).average().orElse(0);
        all.add(finding(meanMetric, "", error, baseline));
        all.addAll(findings);
        return all;
    }

    /** A finding without an error of its own. */
    static Finding finding(String metric, String subject, double value, double baseline) {
        return new Finding(Fidelity.NAME, metric, subject, value, value, value, baseline);
    }
}
