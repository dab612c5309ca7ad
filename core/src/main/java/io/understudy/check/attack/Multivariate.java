package io.understudy.check.attack;

import io.understudy.domain.Block;
import io.understudy.neighbour.Condition;
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
        if (rows.rows() == 0) {
            return List.of();
        }
        Set<Query> known = new HashSet<>();
        List<Query> sifted = new ArrayList<>();
        List<Block> pieces = pieces();
        Sieve sieve = new Sieve(released, pieces.get(0));
        List<RowsByCode> others = pieces.stream().skip(1).map(RowsByCode::new).toList();
        for (int from = 0; from < attempts && sifted.size() < most; from += BATCH) {
            Drawn drawn = new Drawn(new ArrayList<>(), new long[BATCH]);
            for (int i = from; i < from + BATCH; i++) {
                draw(new Draws(seed, i), sieve, known, drawn);
            }
            sifted.addAll(sift(drawn, others));
        }
        return sifted.subList(0, Math.min(most, sifted.size()));
    }

    /** Queries, and how many rows each matches so far. */
    private record Drawn(List<Query> queries, long[] counts) {}

    /** Draws a query, and keeps it if it is new and left in the sieve. */
    private void draw(Draws draws, Sieve sieve, Set<Query> known, Drawn into) {
        int row = draws.below(rows.rows());
        int[] variables = draws.distinct(columns, released.width());
        Arrays.sort(variables);
        Condition[] conditions = new Condition[variables.length];
        Arrays.setAll(conditions, i -> sieve.condition(variables[i], rows.code(variables[i], row)));
        int matches = sieve.matches(conditions);
        if (matches <= 1) {
            Query query = new Query(List.of(conditions));
            if (known.add(query)) {
                into.counts[into.queries.size()] = matches;
                into.queries.add(query);
            }
        }
    }

    private List<Block> pieces() {
        List<Block> pieces = new ArrayList<>();
        for (int from = 0; from < rows.rows(); from += PIECE) {
            int first = from;
            int[] positions = new int[Math.min(PIECE, rows.rows() - from)];
            Arrays.setAll(positions, i -> first + i);
            pieces.add(rows.select(positions, positions.length));
        }
        return pieces;
    }

    private static List<Query> sift(Drawn drawn, List<RowsByCode> pieces) {
        List<Query> left = drawn.queries;
        long[] counts = Arrays.copyOf(drawn.counts, left.size());
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
