package io.understudy.check;

import java.util.List;

/**
 * All that a check has measured.
 *
 * @param findings what rules may ask for
 * @param curves   lines for people to look at; no rule looks at them
 */
public record Evidence(List<Finding> findings, List<Curve> curves) {
    public Evidence {
        findings = List.copyOf(findings);
        curves = List.copyOf(curves);
    }
}
