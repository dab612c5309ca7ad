package io.understudy.check.attack;

import io.understudy.neighbour.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Queries at random: some columns, of each any value that occurs in the synthetic table and any comparison. Whatever
 * succeeds more often has learned something from the rows.
 */
record NaiveQueries(Released released, int columns, long seed) {
    private static final int COMPARISONS = 6;

    List<Query> queries(int count) {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            queries.add(query(new Draws(seed, i)));
        }
        return queries;
    }

    private Query query(Draws draws) {
        int[] variables = draws.distinct(columns, released.width());
        Arrays.sort(variables);
        List<Condition> conditions = new ArrayList<>();
        for (int v : variables) {
            int[] codes = released.codes(v);
            conditions.add(condition(v, codes[draws.below(codes.length)], draws));
        }
        return new Query(conditions);
    }

    private Condition condition(int variable, int code, Draws draws) {
        boolean order = released.ordered(variable) && !released.missing(variable, code);
        Condition equal = Condition.equal(variable, code);
        return switch (draws.below(order ? COMPARISONS : 2)) {
            case 0 -> equal;
            case 1 -> equal.not();
            case 2 -> Condition.atLeast(variable, code, released.variable(variable));
            case 3 -> Condition.atMost(variable, code, released.variable(variable));
            case 4 -> Condition.atLeast(variable, code + 1, released.variable(variable));
            default -> Condition.atMost(variable, code - 1, released.variable(variable));
        };
    }
}
