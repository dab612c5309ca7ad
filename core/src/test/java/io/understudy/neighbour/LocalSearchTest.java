package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.Fold;
import io.understudy.stat.LocalTable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalSearchTest {

    /** The sums of nearest distances to each reference, and the number of queries. */
    private record Sums(int references) implements Fold<Nearest, long[], long[]> {
        @Override
        public long[] zero() {
            return new long[references + 1];
        }

        @Override
        public long[] add(long[] state, Nearest found) {
            state[references] += found.rows();
            for (int r = 0; r < references; r++) {
                for (int row = 0; row < found.rows(); row++) {
                    state[r] += found.in(r).nearest(row);
                }
            }
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            for (int i = 0; i < left.length; i++) {
                left[i] += right[i];
            }
            return left;
        }

        @Override
        public long[] finish(long[] state) {
            return state;
        }
    }

    @Test
    void answersForEveryReferenceInOrder() {
        Problem problem = Problem.random(12);
        Domain domain = problem.space().domain();
        LocalTable queries = new LocalTable(domain, List.of(problem.queries(), problem.queries()));
        LocalTable cut = new LocalTable(domain, problem.parts(3, new Random(1)));
        LocalTable itself = new LocalTable(domain, List.of(problem.queries()));

        long[] sums = new LocalSearch(problem.space(), 0).compute(queries, List.of(cut, itself), new Sums(2));

        BruteForce all = new BruteForce(problem.space(), problem.reference());
        long expected = 0;
        for (int row = 0; row < problem.queries().rows(); row++) {
            expected += 2L * all.sorted(problem.queries(), row)[0];
        }
        assertThat(sums).containsExactly(expected, 0, 120);
    }

    @Test
    void asksASampleOfVeryManyQueriesButOfNoReference() {
        Domain domain = new Domain(List.of(Variable.nominal("a", 2)));
        Space space = new Space(domain, List.of(new Space.Labels()));
        LocalTable many = new LocalTable(domain, List.of(Block.empty(domain, 0, 2 * Search.MAX_QUERIES)));

        long[] sums = new LocalSearch(space, 0).compute(many, List.of(many), new Sums(1));

        assertThat(sums[0]).isZero();
        assertThat(sums[1]).isBetween(990_000L, 1_010_000L);
    }
}
