package io.understudy.check.attack;

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
 * @param sample   some of the synthetic rows, in an order that their codes decide
 * @param columns  how many a query has, at most the width
 * @param seed     of the queries
 */
record Multivariate(Released released, Sample sample, int columns, long seed) {
    private static final int BATCH = 1_000;
    private static final int PIECE = 4_096;

    /** Different queries that match at most one row of the sample, in the order in which they are drawn. */
    List<Query> queries(int most, int attempts) {
        if (sample.rows().rows() == 0) {
            return List.of();
        }
        Set<Query> known = new HashSet<>();
        List<Query> sifted = new ArrayList<>();
        Sieve sieve = new Sieve(released, sample.first(PIECE));
        for (int from = 0; from < attempts && sifted.size() < most; from += BATCH) {
            List<Query> drawn = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                Query query = draw(new Draws(seed, i), sieve);
                if (sieve.matches(query.conditions()) <= 1 && known.add(query)) {
                    drawn.add(query);
                }
            }
            long[] counts = sample.matches(drawn, 2);
            IntStream.range(0, counts.length)
                    .filter(q -> counts[q] <= 1)
                    .mapToObj(drawn::get)
                    .forEach(sifted::add);
        }
        return sifted.subList(0, Math.min(most, sifted.size()));
    }

    private Query draw(Draws draws, Sieve sieve) {
        int row = draws.below(sample.rows().rows());
        int[] variables = draws.distinct(columns, released.width());
        Arrays.sort(variables);
        Condition[] conditions = new Condition[variables.length];
        Arrays.setAll(
                conditions, i -> sieve.condition(variables[i], sample.rows().code(variables[i], row)));
        return new Query(List.of(conditions));
    }
}
