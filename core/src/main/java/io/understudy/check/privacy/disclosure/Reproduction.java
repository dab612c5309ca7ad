package io.understudy.check.privacy.disclosure;

import io.understudy.check.Finding;
import io.understudy.check.Interval;
import java.util.List;

/**
 * Whether combinations that single out a few of the real members come back in the synthetic table: for those learned, and for
 * those held out as the control. Members are entities where it is known whose rows are, else rows.
 *
 * <p>A unique member comes back if there are synthetic rows of its combination, but no more than it has rows itself, so that
 * all may be taken for its own: exactly one where it has one row.
 *
 * <p>Law: a combination is rare, or unique, among training and held-out members together. So if the synthetic table knows
 * nothing of which real rows were learned, rare members of both sides are as likely to be met, whatever the sizes.
 *
 * @param k combinations of fewer real members are rare
 */
record Reproduction(Tables tables, int k, double z) {

    List<Finding> findings() {
        Sides train = sides(tables.train());
        Sides holdout = sides(tables.holdout());
        Finding rare = train.rare.against(holdout.rare, "rare-combinations", "", z);
        return List.of(train.unique.against(holdout.unique, "replicated-uniques", "", z), rare, count(train, rare));
    }

    /** The number of rare combinations of training members that are met, beside the number that the control's share makes. */
    private Finding count(Sides train, Finding rare) {
        double all = train.combinations * tables.scale();
        double met = train.metCombinations * tables.scale();
        Interval share = Interval.wilson(all == 0 ? 0 : met / all, (double) train.combinations, z);
        return new Finding(
                Disclosure.NAME,
                "rare-combinations-count",
                "",
                met,
                Math.min(met, all * share.low()),
                Math.max(met, all * share.high()),
                all * rare.baseline());
    }

    /** What is counted on one side. */
    private static final class Sides {
        private final Share unique = new Share();
        private final Share rare = new Share();
        private long combinations;
        private long metCombinations;
    }

    private Sides sides(Classes side) {
        Sides sides = new Sides();
        for (int i = 0; i < side.size(); i++) {
            long real = tables.real().membersWith(side.combination(i));
            long synthetic = tables.synthetic().rowsWith(side.combination(i));
            long members = side.members(i);
            if (real < k) {
                sides.rare.add(members, synthetic > 0 ? members : 0);
                sides.combinations++;
                sides.metCombinations += synthetic > 0 ? 1 : 0;
            }
            if (real == 1) {
                long own = tables.real().rowsWith(side.combination(i));
                sides.unique.add(1, synthetic > 0 && synthetic <= own ? 1 : 0);
            }
        }
        return sides;
    }
}
