package io.understudy.check.privacy.disclosure;

import java.io.Serializable;

/**
 * What is counted of real rows.
 *
 * @param train   members of the training rows
 * @param holdout members of the held-out rows
 * @param both    members counted on both sides: entities that have rows here and there, where the holdout is a table of its own
 */
record RealCombinations(Combinations train, Combinations holdout, Combinations both) implements Serializable {

    RealCombinations merge(RealCombinations other) {
        return new RealCombinations(train.merge(other.train), holdout.merge(other.holdout), both.merge(other.both));
    }

    /** Both sides together, every member once, into {@code zero}. */
    Combinations all(Combinations zero) {
        Combinations all = zero.merge(train).merge(holdout);
        both.forEach((combination, value, count) ->
                all.add(combination, value, value == CountCombinations.REPEATS ? count : -count));
        return all;
    }
}
