package io.understudy.check.quality;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.neighbour.Space;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether synthetic columns keep to what the training rows have, and have all of it. {@code boundary-adherence}: of the numbers
 * and dates, the share between the smallest and the largest of their column in training. {@code category-coverage}: of the labels that at least k
 * training rows have, the share that occurs; and {@code column-boundary-adherence} and {@code column-category-coverage} of the
 * columns for which it is not 1. They are SDMetrics' <em>BoundaryAdherence</em> and <em>CategoryCoverage</em>, except for rare
 * labels, which are to be missing. Baselines are those of the holdout.
 *
 * @param k          rows of a label that must occur
 * @param confidence of the intervals (Wilson's), which take rows or labels for draws
 */
public record Coverage(int k, double confidence) implements Check {

    @Override
    public String name() {
        return Fidelity.NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        Marginals columns = Marginals.ofColumns(tables.space().domain());
        List<Marginal> train = tables.train().compute(columns);
        List<Marginal> holdout = tables.holdout().compute(columns);
        List<Marginal> synthetic = tables.synthetic().compute(columns);
        Part boundary = new Part("boundary-adherence", Interval.z(confidence));
        Part category = new Part("category-coverage", Interval.z(confidence));
        for (int v = 0; v < train.size(); v++) {
            String column = tables.space().domain().variable(v).name();
            if (tables.space().axes().get(v) instanceof Space.Numbers) {
                Inside inside = Inside.of(train.get(v));
                boundary.add(column, inside.share(synthetic.get(v)), inside.share(holdout.get(v)));
            } else {
                category.add(column, covered(train.get(v), synthetic.get(v)), covered(train.get(v), holdout.get(v)));
            }
        }
        List<Finding> findings = new ArrayList<>(boundary.findings());
        findings.addAll(category.findings());
        return findings;
    }

    private Share covered(Marginal train, Marginal other) {
        long[] counted = new long[2];
        int first = train.domain().variable(0).missing() ? 1 : 0;
        train.forEach((code, count) -> {
            if (code >= first && count >= k) {
                counted[0] += other.count(code) > 0 ? 1 : 0;
                counted[1]++;
            }
        });
        return new Share(counted[0], counted[1]);
    }

    /** Some of all. */
    private record Share(long some, long all) {
        Share and(Share other) {
            return new Share(some + other.some, all + other.all);
        }

        double value() {
            return all == 0 ? 1 : (double) some / all;
        }
    }

    /** The codes of a column from the smallest to the largest number in training; no code twice, so ties cannot mislead. */
    private record Inside(long low, long high, int first) {
        static Inside of(Marginal train) {
            int first = train.domain().variable(0).missing() ? 1 : 0;
            long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
            train.forEach((code, count) -> {
                if (code >= first) {
                    ends[0] = Math.min(ends[0], code);
                    ends[1] = Math.max(ends[1], code);
                }
            });
            return new Inside(ends[0], ends[1], first);
        }

        Share share(Marginal table) {
            long[] counted = new long[2];
            table.forEach((code, count) -> {
                if (code >= first) {
                    counted[0] += code >= low && code <= high ? count : 0;
                    counted[1] += count;
                }
            });
            return new Share(counted[0], counted[1]);
        }
    }

    /** What is found of all columns of a kind. */
    private static final class Part {
        private final String metric;
        private final double z;
        private final List<Finding> columns = new ArrayList<>();
        private Share synthetic = new Share(0, 0);
        private Share holdout = new Share(0, 0);

        Part(String metric, double z) {
            this.metric = metric;
            this.z = z;
        }

        void add(String column, Share ours, Share theirs) {
            synthetic = synthetic.and(ours);
            holdout = holdout.and(theirs);
            if (ours.some < ours.all) {
                columns.add(finding("column-" + metric, column, ours, theirs));
            }
        }

        private Finding finding(String name, String subject, Share ours, Share theirs) {
            Interval interval = Interval.wilson(ours.value(), (double) ours.all, z);
            return new Finding(
                    Fidelity.NAME, name, subject, ours.value(), interval.low(), interval.high(), theirs.value());
        }

        /** All columns together first; nothing where there is none of the kind. */
        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>();
            if (synthetic.all > 0) {
                findings.add(finding(metric, "", synthetic, holdout));
                findings.addAll(columns);
            }
            return findings;
        }
    }
}
