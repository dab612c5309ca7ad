package io.understudy.check.privacy;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.neighbour.Nearest;
import io.understudy.neighbour.Search;
import io.understudy.neighbour.Space;
import io.understudy.stat.Fold;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.List;

/**
 * How near synthetic rows come to training rows, against how near unseen rows come to them.
 *
 * <p>Findings, all of check {@code privacy}, from one search of the synthetic rows and one of the holdout:
 * <ul>
 *   <li>{@code closer-to-train}: share of synthetic rows nearer to a training row than to any holdout row; ties count in
 *       proportion of the tied rows, so the baseline train / (train + holdout) is exact.
 *   <li>{@code exact-copies}: share of synthetic rows at distance 0 of a training row; baseline: of holdout rows.
 *   <li>{@code copies-excess}: share of synthetic rows that repeat training rows beyond chance. Among synthetic rows that
 *       equal a real row, chance makes train / (train + holdout) of those real rows training rows; the excess over that
 *       is set in relation to what pure copying would give. Common rows, which all tables share, add nothing. Baseline 0.
 *   <li>{@code dcr-p05}, {@code dcr-median}: quantiles of the distance to the closest training row, in fully differing
 *       columns, 0 .. width; baseline: of holdout rows.
 *   <li>{@code nndr-p05}: quantile of the nearest over the second nearest distance, 0 .. 1; baseline: of holdout rows.
 * </ul>
 *
 * <p>Distances that look harmless prove little (Ganev and De Cristofaro 2023): a few copied outliers move no median.
 *
 * @param confidence of the intervals, above 0 and below 1; see {@code Gate} for the correction for several rules
 */
public record Distances(double confidence) implements Check {
    private static final String NAME = "privacy";
    private static final double LOW_TAIL = 0.05;

    public Distances {
        Interval.z(confidence);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        Search search = tables.search();
        List<Table> train = List.of(tables.train());
        List<Table> real = List.of(tables.train(), tables.holdout());
        Tally synthetic = search.compute(tables.synthetic(), real, new Survey());
        Tally holdout = search.compute(tables.holdout(), train, new Survey());
        long seen = tables.train().rows();
        double expected = (double) seen / (seen + tables.holdout().rows());
        return findings(synthetic, holdout.proximity, expected);
    }

    private List<Finding> findings(Tally synthetic, Proximity holdout, double expected) {
        double z = Interval.z(confidence);
        Proximity near = synthetic.proximity;
        return List.of(
                finding("closer-to-train", synthetic.pull.closer().estimate(z), expected),
                copies(near, holdout, z),
                finding("copies-excess", synthetic.pull.copiesExcess(expected, z), 0),
                quantile("dcr-p05", near.distances(), holdout.distances(), LOW_TAIL),
                quantile("dcr-median", near.distances(), holdout.distances(), 0.5),
                quantile("nndr-p05", near.ratios(), holdout.ratios(), LOW_TAIL));
    }

    private static Finding finding(String metric, Estimate estimate, double baseline) {
        Interval interval = estimate.interval();
        return new Finding(NAME, metric, "", estimate.value(), interval.low(), interval.high(), baseline);
    }

    private static Finding copies(Proximity near, Proximity holdout, double z) {
        double share = (double) near.copies() / near.rows();
        Interval interval = Interval.wilson(share, (double) near.rows(), z);
        double baseline = (double) holdout.copies() / holdout.rows();
        return new Finding(NAME, "exact-copies", "", share, interval.low(), interval.high(), baseline);
    }

    /** A quantile with the interval of its order statistics, which holds for any distribution. */
    private Finding quantile(String metric, Histogram synthetic, Histogram holdout, double p) {
        double half = Interval.z(confidence) * Math.sqrt(p * (1 - p) / synthetic.total());
        return new Finding(
                NAME,
                metric,
                "",
                synthetic.quantile(p) / Space.UNIT,
                synthetic.quantile(p - half) / Space.UNIT,
                synthetic.quantile(p + half) / Space.UNIT,
                holdout.quantile(p) / Space.UNIT);
    }

    /** Everything that is counted in a search; the pull only where there are two references. */
    private static final class Tally implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Proximity proximity = new Proximity();
        private final Pull pull = new Pull();
    }

    private record Survey() implements Fold<Nearest, Tally, Tally> {
        @Override
        public Tally zero() {
            return new Tally();
        }

        @Override
        public Tally add(Tally state, Nearest found) {
            state.proximity.add(found.in(0));
            if (found.references().size() > 1) {
                state.pull.add(found.in(0), found.in(1));
            }
            return state;
        }

        @Override
        public Tally merge(Tally left, Tally right) {
            left.proximity.merge(right.proximity);
            left.pull.merge(right.pull);
            return left;
        }

        @Override
        public Tally finish(Tally state) {
            return state;
        }
    }
}
