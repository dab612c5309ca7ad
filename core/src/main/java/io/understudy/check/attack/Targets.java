package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.domain.Block;
import io.understudy.stat.Blocks;
import java.util.List;

/**
 * The real rows that are attacked: some learned from, as many held out for control.
 *
 * @param rows    those learned from first
 * @param learned how many of them those are
 */
record Targets(Block rows, int learned) {

    /** About {@code count} of each, drawn at random. */
    static Targets draw(Assessed tables, int count, long seed) {
        Block learned = tables.train().sample(count, seed);
        Block control = tables.holdout().sample(count, seed);
        Block rows = Blocks.concatenate(tables.space().domain(), List.of(learned, control));
        return new Targets(rows, learned.rows());
    }

    int control() {
        return rows.rows() - learned;
    }

    /** What an attack on a target achieves. */
    @FunctionalInterface
    interface Success {
        /** 1 where it succeeds, 0 where not, between where it does so by chance. */
        double of(int target);
    }

    double onLearned(Success success) {
        return sum(success, 0, learned);
    }

    double onControl(Success success) {
        return sum(success, learned, rows.rows());
    }

    private static double sum(Success success, int from, int to) {
        double sum = 0;
        for (int target = from; target < to; target++) {
            sum += success.of(target);
        }
        return sum;
    }
}
