package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.check.Rate;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Blocks;
import io.understudy.stat.CanonicalRows;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The real rows that are attacked: some learned from, as many held out for control.
 *
 * @param rows    those learned from first
 * @param learned how many of them those are
 */
record Targets(Block rows, int learned) {

    /**
     * About {@code count} of each, or as many as the smaller table has, drawn at random. As many of the one as of the other:
     * a {@link Rate} is drawn towards one half by how few attacks there are, and rates drawn unlike would differ without
     * any leak.
     */
    static Targets draw(Assessed tables, int count, long seed) {
        int most = (int)
                Math.min(count, Math.min(tables.train().rows(), tables.holdout().rows()));
        CanonicalRows learned = CanonicalRows.of(tables.train().sample(most, seed));
        CanonicalRows control = CanonicalRows.of(tables.holdout().sample(most, seed));
        int each = Math.min(learned.block().rows(), control.block().rows());
        Domain domain = tables.space().domain();
        return new Targets(Blocks.concatenate(domain, List.of(learned.first(each), control.first(each))), each);
    }

    /** The first of either side, at most so many: a draw at random too, since they are in an order of hashes. */
    Targets first(int most) {
        int each = Math.min(most, Math.min(learned, control()));
        int[] positions = IntStream.concat(IntStream.range(0, each), IntStream.range(learned, learned + each))
                .toArray();
        return new Targets(rows.select(positions, positions.length), each);
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
