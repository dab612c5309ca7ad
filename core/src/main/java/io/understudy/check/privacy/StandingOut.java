package io.understudy.check.privacy;

import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.stat.LongCounts;
import java.util.Arrays;
import java.util.List;

/**
 * What becomes of real rows that stand out: the twentieth of all real rows that lie farthest from their next real row.
 *
 * <p>Which rows these are, and which of them a synthetic row reproduces, knows nothing of who was trained on. So if the
 * synthetic rows do not either, the training rows' share of the reproduced ones is their share of all real rows, exactly,
 * in expectation, whatever the distance and the density. A model that has learned rows by heart gives itself away here
 * first: where the next real row is far away nothing else leads a synthetic row there.
 *
 * @param train   training rows
 * @param holdout rows never seen
 */
record StandingOut(Isolation train, Isolation holdout) {
    private static final int ONE_IN = 20;

    List<Finding> findings(double z) {
        long far = far();
        long hits = train.reproduced(far);
        long all = hits + holdout.reproduced(far);
        double chance = (double) train.rows() / (train.rows() + holdout.rows());
        return List.of(
                Distances.finding("outliers-closer-to-train", share(hits, all, chance, z), chance),
                Distances.finding(
                        "outliers-reproduced",
                        share(hits, train.beyond(far), 0, z),
                        share(holdout.reproduced(far), holdout.beyond(far), 0, z)
                                .value()));
    }

    /** A share of so many; where there are none nothing is known. */
    private static Estimate share(long part, long whole, double otherwise, double z) {
        double share = whole == 0 ? otherwise : (double) part / whole;
        return new Estimate(share, Interval.wilson(share, (double) whole, z));
    }

    /** Whether rows below a floor decide nothing: those that reach it are enough, so that they are all that stand out. */
    boolean decidedBeyond(long floor) {
        long wanted = (train.rows() + holdout.rows() + ONE_IN - 1) / ONE_IN;
        return floor == 0 || train.beyond(floor) + holdout.beyond(floor) >= wanted;
    }

    /** The greatest distance above 0 that a twentieth of all real rows reach; the least, where fewer do. */
    private long far() {
        LongCounts both = new LongCounts();
        train.countInto(both);
        holdout.countInto(both);
        return far(both, ONE_IN);
    }

    /**
     * A distance that about a tenth of the rows of a table reach, 0 where fewer are apart: surely more than a twentieth of
     * those of another table that is alike.
     */
    static int floor(Isolation table) {
        LongCounts counts = new LongCounts();
        table.countInto(counts);
        long floor = far(counts, ONE_IN / 2);
        return floor == Long.MAX_VALUE ? 0 : (int) floor;
    }

    private static long far(LongCounts byDistance, int oneIn) {
        long[] distances = byDistance.sortedKeys();
        long rows = Arrays.stream(distances).map(byDistance::get).sum();
        long wanted = (rows + oneIn - 1) / oneIn;
        long far = Long.MAX_VALUE;
        long reached = 0;
        for (int at = distances.length - 1; at >= 0 && distances[at] > 0 && reached < wanted; at--) {
            far = distances[at];
            reached += byDistance.get(far);
        }
        return far;
    }
}
