package io.understudy.check.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.neighbour.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class QueriesTest {
    private static final int SIZE = 9;
    private static final Variable VARIABLE = new Variable("a", SIZE, true, true);

    private static void holdsJustFor(Condition condition, IntPredicate codes) {
        for (int code = 0; code < SIZE; code++) {
            assertThat(condition.holds(code)).as("%s of %d", condition, code).isEqualTo(codes.test(code));
            assertThat(condition.not().holds(code)).isEqualTo(!codes.test(code));
        }
    }

    @Test
    void everyComparisonIsARunOfCodes() {
        for (int code = 1; code < SIZE; code++) {
            int value = code;
            holdsJustFor(Condition.equal(0, value), other -> other == value);
            holdsJustFor(Condition.atLeast(0, value, VARIABLE), other -> other >= value);
            holdsJustFor(Condition.atMost(0, value, VARIABLE), other -> other >= 1 && other <= value);
        }
        holdsJustFor(Condition.equal(0, 0), other -> other == 0);
        holdsJustFor(Condition.atLeast(0, SIZE, VARIABLE), other -> false);
        holdsJustFor(Condition.atMost(0, 0, VARIABLE), other -> false);
        holdsJustFor(Condition.atMost(0, 3, Variable.ordinal("b", SIZE)), other -> other <= 3);
    }

    @Test
    void countsWhatEachQueryMatches() {
        Random random = new Random(5);
        Domain domain = new Domain(List.of(VARIABLE, Variable.nominal("b", 4), Variable.ordinal("c", 300)));
        int[][] codes = {
            random.ints(500, 0, SIZE).toArray(),
            random.ints(500, 0, 4).toArray(),
            random.ints(500, 0, 300).toArray()
        };
        Block block = Block.empty(domain, 0, 500);
        for (int v = 0; v < codes.length; v++) {
            block.write(v, codes[v]);
        }
        List<Query> queries = new ArrayList<>();
        for (int q = 0; q < 100; q++) {
            List<Condition> conditions = new ArrayList<>(List.of(
                    Condition.atMost(0, random.nextInt(SIZE), VARIABLE),
                    Condition.equal(1, random.nextInt(4)).not(),
                    Condition.atLeast(2, random.nextInt(300), domain.variable(2)),
                    Condition.between(2, 100 + q, 200),
                    Condition.equal(2, random.nextInt(300)).not()));
            Collections.shuffle(conditions, random);
            queries.add(new Query(conditions.subList(0, 1 + random.nextInt(conditions.size()))));
        }
        queries.add(Query.of(Condition.between(0, 5, 4)));
        QueryCounts counts = new QueryCounts(queries);
        long[] found = counts.merge(counts.add(counts.zero(), block), counts.add(counts.zero(), block));
        assertThat(counts.add(counts.zero(), Block.empty(domain, 0, 0))).containsOnly(0);
        for (int q = 0; q < queries.size(); q++) {
            assertThat(found[q]).isEqualTo(2 * naive(queries.get(q), codes));
        }
        assertThat(Arrays.stream(found).sum()).isPositive();
    }

    private static long naive(Query query, int[][] codes) {
        long count = 0;
        for (int row = 0; row < codes[0].length; row++) {
            int at = row;
            count += query.conditions().stream().allMatch(c -> c.holds(codes[c.variable()][at])) ? 1 : 0;
        }
        return count;
    }
}
