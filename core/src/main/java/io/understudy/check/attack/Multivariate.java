package io.understudy.check.attack;

import io.understudy.domain.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Queries on several columns that a synthetic row suggests: what is above the median, at least that; what is below, at
 * most that; labels and missing values, equal.
 *
 * <p>Most of them match many rows, and to ask a large table about all would take long. So they are sifted with a sample
 * of its rows first. Law: what matches exactly one row of the table is never sifted out.
 *
 * @param released what the attacker sees
 * @param rows     a sample of the synthetic rows, in an order that their codes decide
 * @param columns  how many a query has, at most the width
 * @param seed     of the queries
 */
record Multivariate(Released released, Block rows, int columns, long seed) {
    private static final int BATCH = 1_000;
    private static final int PIECE = 4_096;

    /** Different queries that match at most one row of the sample, in the order in which they are drawn. */
    List<Query> queries(int most, int attempts) {
        int[] medians = new int[released.width()];
        Arrays.setAll(medians, released::median);
        Set<Query> known = new HashSet<>();
        List<Query> sifted = new ArrayList<>();
        List<RowsByCode> pieces = pieces();
        for (int from = 0; rows.rows() > 0 && from < attempts && sifted.size() < most; from += BATCH) {
            List<Query> drawn = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                Query query = query(new Draws(seed, i), medians);
                if (known.add(query)) {
                    drawn.add(query);
                }
            }
            sifted.addAll(sift(drawn, pieces));
        }
        return sifted.subList(0, Math.min(most, sifted.size()));
    }

    private Query query(Draws draws, int[] medians) {
        int row = draws.below(rows.rows());
        int[] variables = draws.distinct(columns, released.width());
        Arrays.sort(variables);
        return new Query(Arrays.stream(variables)
                .mapToObj(v -> condition(v, rows.code(v, row), medians[v]))
                .toList());
    }

    private Condition condition(int variable, int code, int median) {
        if (!released.ordered(variable) || released.missing(variable, code)) {
            return Condition.equal(variable, code);
        }
        return code > median
                ? Condition.atLeast(variable, code, released.variable(variable))
                : Condition.atMost(variable, code, released.variable(variable));
    }

    private List<RowsByCode> pieces() {
        List<RowsByCode> pieces = new ArrayList<>();
        for (int from = 0; from < rows.rows(); from += PIECE) {
            int first = from;
            int[] positions = new int[Math.min(PIECE, rows.rows() - from)];
            Arrays.setAll(positions, i -> first + i);
            pieces.add(new RowsByCode(rows.select(positions, positions.length)));
        }
        return pieces;
    }

    /** Most queries are out after the first piece. */
    private static List<Query> sift(List<Query> drawn, List<RowsByCode> pieces) {
        List<Query> left = drawn;
        long[] counts = new long[drawn.size()];
        for (RowsByCode piece : pieces) {
            long[] sums = new QueryCounts(left).add(counts, piece);
            int[] kept =
                    IntStream.range(0, sums.length).filter(i -> sums[i] <= 1).toArray();
            left = Arrays.stream(kept).mapToObj(left::get).toList();
            counts = Arrays.stream(kept).mapToLong(i -> sums[i]).toArray();
        }
        return left;
    }
}
