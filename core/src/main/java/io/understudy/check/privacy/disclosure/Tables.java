package io.understudy.check.privacy.disclosure;

import io.understudy.check.Assessed;

/**
 * The classes of the tables of an assessment, over the same combinations. Members of real classes are entities where it is
 * known whose rows are.
 *
 * @param real  training and held-out rows together; an entity that has rows on both sides is one member
 * @param scale combinations that each of those looked at stands for, 1 unless there are very many
 */
record Tables(Classes train, Classes holdout, Classes real, Classes synthetic, double scale) {

    /** Counts: one pass a table; one over all real rows where these are entities'. */
    static Tables count(Assessed tables, CountCombinations statistic) {
        RealCombinations sides = tables.owned()
                .map(owned ->
                        CountEntities.compute(owned, statistic, tables.space().domain()))
                .orElseGet(() -> new RealCombinations(
                        tables.train().compute(statistic), tables.holdout().compute(statistic), statistic.zero()));
        Combinations synthetic = tables.synthetic().compute(statistic);
        Combinations real = sides.all(statistic.zero());
        int level = Math.max(real.level(), synthetic.level());
        for (Combinations each : new Combinations[] {sides.train(), sides.holdout(), real, synthetic}) {
            each.raise(level);
        }
        int columns = statistic.sensitive().size();
        return new Tables(
                Classes.of(sides.train(), columns),
                Classes.of(sides.holdout(), columns),
                Classes.of(real, columns),
                Classes.of(synthetic, columns),
                StrictMath.scalb(1.0, level));
    }
}
