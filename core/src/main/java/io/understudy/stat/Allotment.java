package io.understudy.stat;

import io.understudy.random.Hash;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Whole numbers with exact margins, near to fractions. As many kinds as there are margins follow from all others
 * ({@link Elimination}); these are rounded, and where one that follows gets below nothing, they are moved step by step, each
 * time the one whose move helps most. At first the kinds of most rows follow, which have room for what rounding leaves; then
 * others, in a fixed number of orders.
 *
 * @param margins to be met
 * @param near    shape (kinds), not negative
 */
record Allotment(Margins margins, double[] near) {
    private static final int MOST_ORDERS = 64;
    private static final int MOST_MOVES = 10_000;

    /** Rows by kind; empty where none were found. */
    Optional<long[]> rows() {
        for (int attempt = 0; attempt < MOST_ORDERS; attempt++) {
            Elimination system = Elimination.of(margins, order(attempt));
            if (!system.solvable()) {
                return Optional.empty();
            }
            Optional<long[]> rows = system.complete() ? moved(system) : Optional.empty();
            if (rows.filter(margins::metBy).isPresent()) {
                return rows;
            }
        }
        return Optional.empty();
    }

    /** Which kinds are to follow from the others, as far as they can: of most rows, of fewest properties, any. */
    private int[] order(int attempt) {
        double[] last = IntStream.range(0, near.length)
                .mapToDouble(kind -> switch (attempt) {
                    case 0 -> -near[kind];
                    case 1 -> Long.bitCount(margins.sets()[kind]);
                    default -> Hash.uniform(Hash.combine(attempt, margins.sets()[kind]));
                })
                .toArray();
        return IntStream.range(0, near.length)
                .boxed()
                .sorted((one, other) -> Double.compare(last[one], last[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Optional<long[]> moved(Elimination system) {
        long[] rows = Arrays.stream(near).mapToLong(Math::round).toArray();
        long lacking = lacking(system.solve(rows));
        for (int moves = 0; lacking > 0 && moves < MOST_MOVES; moves++) {
            long left = move(system, rows, lacking);
            if (left >= lacking) {
                return Optional.empty();
            }
            lacking = left;
        }
        return lacking == 0 ? Optional.of(rows) : Optional.empty();
    }

    /**
     * Makes the best move of one kind, by one row, or by twice as many as long as that helps.
     *
     * @return what is lacking then; not less than before where no move helps
     */
    private long move(Elimination system, long[] rows, long lacking) {
        long best = lacking;
        int found = -1;
        long step = 0;
        for (int kind = 0; kind < rows.length; kind++) {
            for (long by = -1; by <= 1 && !system.follows(kind); by += 2) {
                long left = rows[kind] + by < 0 ? Long.MAX_VALUE : system.lackingAfter(rows, kind, by);
                if (left < best || (left == best && found >= 0 && near[kind] > near[found])) {
                    best = left;
                    found = kind;
                    step = by;
                }
            }
        }
        if (found < 0) {
            return lacking;
        }
        while (rows[found] + 2 * step >= 0 && system.lackingAfter(rows, found, 2 * step) < best) {
            step *= 2;
            best = system.lackingAfter(rows, found, step);
        }
        rows[found] += step;
        system.solve(rows);
        return best;
    }

    private static long lacking(long[] rows) {
        return LongStream.of(rows).map(number -> Math.max(0, -number)).sum();
    }
}
