package io.understudy.check.privacy.disclosure;

import io.understudy.check.Assessed;

/**
 * The classes of the tables of an assessment, over the same combinations.
 *
 * @param real  training and held-out rows together
 * @param scale combinations that each of those looked at stands for, 1 unless there are very many
 */
record Tables(Classes train, Classes holdout, Classes real, Classes synthetic, double scale) {

    /** Counts: one pass a table. */
    static Tables count(Assessed tables, CountCombinations statistic) {
        Combinations train = tables.train().compute(statistic);
        Combinations holdout = tables.holdout().compute(statistic);
        Combinations synthetic = tables.synthetic().compute(statistic);
        Combinations real = statistic.zero().merge(train).merge(holdout);
        int level = Math.max(real.level(), synthetic.level());
        for (Combinations each : new Combinations[] {train, holdout, real, synthetic}) {
            each.raise(level);
        }
        int columns = statistic.sensitive().size();
        return new Tables(
                Classes.of(train, columns),
                Classes.of(holdout, columns),
                Classes.of(real, columns),
                Classes.of(synthetic, columns),
                StrictMath.scalb(1.0, level));
    }
}
