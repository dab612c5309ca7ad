package io.understudy.check.attack;

import io.understudy.neighbour.Condition;
import io.understudy.random.Philox;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Queries on one column that single out a synthetic row: a value that occurs once, the least or the greatest number if it
 * does, the missing value if only one is missing.
 *
 * @param released what the attacker sees
 * @param draws    seed of the choice where there are more such queries than asked for
 */
record Univariate(Released released, long draws) {

    List<Query> queries(int most) {
        Set<Query> different = new LinkedHashSet<>();
        for (int v = 0; v < released.width(); v++) {
            addSingle(v, different);
        }
        List<Query> all = List.copyOf(different);
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Philox.uniform(draws, i, 0)))
                .limit(most)
                .map(all::get)
                .toList();
    }

    private void addSingle(int variable, Set<Query> into) {
        int[] codes = released.codes(variable);
        long[] counts = released.counts(variable);
        int lowest = codes.length > 0 && released.missing(variable, codes[0]) ? 1 : 0;
        for (int i = 0; i < codes.length; i++) {
            if (counts[i] != 1) {
                continue;
            }
            into.add(Query.of(Condition.equal(variable, codes[i])));
            if (released.ordered(variable) && i == lowest) {
                into.add(Query.of(Condition.atMost(variable, codes[i], released.variable(variable))));
            }
            if (released.ordered(variable) && i >= lowest && i == codes.length - 1) {
                into.add(Query.of(Condition.atLeast(variable, codes[i], released.variable(variable))));
            }
        }
    }
}
