package io.understudy.check.quality;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Space;
import io.understudy.stat.Both;
import io.understudy.stat.LongCounts;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether cells are possible: {@code outside-domain} is the share of synthetic cells that no real row could have had, a
 * number beyond the smallest and largest real one, a label no real row has, nothing where no real row lacks a value; by
 * column ({@code column-outside-domain}, those that have any) and over all. And {@code missing-patterns}, the total variation
 * distance of which columns are missing together.
 *
 * <p>Real are training and held-out rows together, so the holdout's share is 0 by definition.
 */
public record Validity() implements Check {

    @Override
    public String name() {
        return Fidelity.NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        Space space = tables.space();
        Counted train = count(tables.train(), space.domain());
        Counted holdout = count(tables.holdout(), space.domain());
        Counted synthetic = count(tables.synthetic(), space.domain());
        List<Finding> findings = new ArrayList<>();
        long outside = 0;
        for (int v = 0; v < space.domain().width(); v++) {
            long cells =
                    outside(space.axes().get(v), new Real(train.column(v), holdout.column(v)), synthetic.column(v));
            outside += cells;
            if (cells > 0) {
                findings.add(Scores.finding(
                        "column-outside-domain",
                        space.domain().variable(v).name(),
                        share(cells, synthetic.column(v).total()),
                        0));
            }
        }
        long all = tables.synthetic().rows() * space.domain().width();
        findings.add(0, Scores.finding("outside-domain", "", share(outside, all), 0));
        findings.add(
                1,
                Scores.finding(
                        "missing-patterns",
                        "",
                        orZero(Patterns.distance(train.patterns, synthetic.patterns)),
                        orZero(Patterns.distance(train.patterns, holdout.patterns))));
        return findings;
    }

    /** What one pass over a table counts. */
    private record Counted(List<Marginal> columns, LongCounts patterns) {
        Marginal column(int variable) {
            return columns.get(variable);
        }
    }

    private static Counted count(Table table, Domain domain) {
        var counted = table.compute(new Both<>(Marginals.ofColumns(domain), new Patterns(domain)));
        return new Counted(counted.first(), counted.second());
    }

    /** One column of all real rows. */
    private record Real(Marginal train, Marginal holdout) {
        long count(int code) {
            return train.count(code) + holdout.count(code);
        }

        boolean missing() {
            return train.domain().variable(0).missing();
        }

        int size() {
            return train.domain().size(0);
        }
    }

    private static long outside(Space.Axis axis, Real real, Marginal synthetic) {
        int first = real.missing() ? 1 : 0;
        int low = first;
        int high = real.size() - 1;
        if (axis instanceof Space.Numbers) {
            while (low <= high && real.count(low) == 0) {
                low++;
            }
            while (high >= low && real.count(high) == 0) {
                high--;
            }
        }
        long outside = real.missing() && real.count(0) == 0 ? synthetic.count(0) : 0;
        for (int code = first; code < real.size(); code++) {
            boolean possible = axis instanceof Space.Numbers ? code >= low && code <= high : real.count(code) > 0;
            outside += possible ? 0 : synthetic.count(code);
        }
        return outside;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double orZero(double distance) {
        return Double.isNaN(distance) ? 0 : distance;
    }
}
