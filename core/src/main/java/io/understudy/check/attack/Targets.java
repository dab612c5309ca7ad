package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.domain.Block;
import io.understudy.stat.Blocks;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Whether an attack on a target succeeds. */
    @FunctionalInterface
    interface Success {
        boolean of(int target);
    }

    /** How many attacks on rows learned from succeed. */
    int onLearned(Success success) {
        return sum(success, 0, learned);
    }

    /** How many attacks on held-out rows succeed. */
    int onControl(Success success) {
        return sum(success, learned, rows.rows());
    }

    private static int sum(Success success, int from, int to) {
        return (int) IntStream.range(from, to).filter(success::of).count();
    }
}
