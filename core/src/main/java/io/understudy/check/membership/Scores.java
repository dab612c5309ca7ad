package io.understudy.check.membership;

import io.understudy.random.Hash;
import io.understudy.stat.LongCounts;
import java.io.Serializable;

/** Rows counted by the scores that several attacks give them: a commutative monoid under {@link #merge}. */
record Scores(LongCounts[] byAttack) implements Serializable {

    static Scores of(int attacks) {
        LongCounts[] counts = new LongCounts[attacks];
        for (int i = 0; i < attacks; i++) {
            counts[i] = new LongCounts();
        }
        return new Scores(counts);
    }

    void add(int attack, long score) {
        byAttack[attack].add(score, 1);
    }

    Scores merge(Scores other) {
        for (int i = 0; i < byAttack.length; i++) {
            byAttack[i].merge(other.byAttack[i]);
        }
        return this;
    }

    Roc against(Scores others, int attack) {
        return Roc.of(byAttack[attack], others.byAttack[attack]);
    }

    /** A seed for one of several draws. */
    static long seed(long seed, int draw) {
        return Hash.combine(seed, draw);
    }
}
