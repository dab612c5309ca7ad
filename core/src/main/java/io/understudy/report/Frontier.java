package io.understudy.report;

import io.understudy.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What {@code model.closeness} costs and gains: the same findings at several settings.
 *
 * @param title  what the synthetic rows stand in for
 * @param points ascending by closeness
 */
public record Frontier(String title, List<Point> points) {
    /** The usual name of the page, beside the report. */
    public static final String PAGE = "frontier.html";

    /** The usual name of its numbers. */
    public static final String FILE = "frontier.json";

    public Frontier {
        points = List.copyOf(points);
    }

    /**
     * One setting.
     *
     * @param closeness 0 .. 1
     * @param rows      synthetic rows that were looked at
     * @param findings  about the whole table
     */
    public record Point(double closeness, long rows, List<Finding> findings) {
        public Point {
            findings = List.copyOf(findings);
        }

        Optional<Finding> named(String name) {
            return findings.stream()
                    .filter(finding -> finding.name().equals(name))
                    .findFirst();
        }
    }

    /** A page that needs nothing but itself. */
    public String html() {
        return new FrontierPage(this).html();
    }
}
