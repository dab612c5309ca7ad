package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What indexes of any parts count, asked in any number of turns, is what looking at every row does. */
class RowsMeetingTest {
    private static final int QUERIES = 60;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static long[] ask(Space space, List<Block> parts, int turns, RowsMeeting fold) {
        long[] all = fold.zero();
        for (Block part : parts) {
            BoxTree tree = BoxTree.of(space, List.of(part));
            for (int turn = 0; turn < turns; turn++) {
                all = fold.merge(all, fold.add(fold.zero(), new Turn(tree, turn, turns)));
            }
        }
        return fold.finish(all);
    }

    private static List<List<Condition>> queries(Problem problem, Random random) {
        int width = problem.space().domain().width();
        List<List<Condition>> queries = new ArrayList<>();
        queries.add(List.of());
        while (queries.size() < QUERIES) {
            int row = random.nextInt(problem.queries().rows());
            List<Condition> query = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                int v = random.nextInt(width);
                query.add(condition(
                        v,
                        problem.queries().code(v, row),
                        problem.space().domain().variable(v),
                        random));
            }
            queries.add(query);
        }
        return queries;
    }

    private static Condition condition(int variable, int code, Variable of, Random random) {
        Condition condition = switch (random.nextInt(5)) {
            case 0 -> Condition.equal(variable, code);
            case 1 -> Condition.atLeast(variable, code + random.nextInt(2), of);
            case 2 -> Condition.atMost(variable, code - random.nextInt(2), of);
            case 3 -> Condition.between(variable, code, code + random.nextInt(100));
            default -> new Condition(variable, code, random.nextInt());
        };
        return random.nextInt(4) == 0 ? condition.not() : condition;
    }

    private static long[] byLooking(Block rows, List<List<Condition>> queries) {
        long[] counts = new long[queries.size()];
        for (int q = 0; q < counts.length; q++) {
            for (int row = 0; row < rows.rows(); row++) {
                int at = row;
                counts[q] += queries.get(q).stream().allMatch(c -> c.holds(rows.code(c.variable(), at))) ? 1 : 0;
            }
        }
        return counts;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areCountedAsByLookingAtEveryRow(long seed) {
        Problem problem = Problem.random(seed);
        Random random = new Random(seed);
        List<List<Condition>> queries = queries(problem, random);
        long[] expected = byLooking(problem.reference(), queries);
        List<Block> parts = problem.parts(1 + random.nextInt(6), random);

        for (int turns : new int[] {1, 3, 8}) {
            RowsMeeting all = new RowsMeeting(queries, Long.MAX_VALUE);
            assertThat(ask(problem.space(), List.of(problem.reference()), turns, all))
                    .isEqualTo(expected);
            assertThat(ask(problem.space(), parts, turns, all)).isEqualTo(expected);
            for (long most : new long[] {1, 2, 50}) {
                assertThat(ask(problem.space(), parts, turns, new RowsMeeting(queries, most)))
                        .isEqualTo(Arrays.stream(expected)
                                .map(count -> Math.min(count, most))
                                .toArray());
            }
        }
    }

    /** Boxes tell labels apart modulo 64, and numbers by a position that several share: neither may leave out or take in a row. */
    @Test
    void everyRunOfCodesIsCounted() {
        int size = 200;
        Domain domain = new Domain(List.of(
                Variable.nominal("a", size),
                new Variable("b", size, true, true),
                Variable.nominal("c", 5),
                new Variable("d", 5, true, true)));
        int[] positions = new int[size];
        Arrays.setAll(positions, code -> code / 3 * 100);
        Space.Numbers many = new Space.Numbers(positions, new double[size]);
        Space.Numbers few = new Space.Numbers(new int[] {0, 7, 7, 7, 9}, new double[5]);
        Space space = new Space(domain, List.of(new Space.Labels(), many, new Space.Labels(), few));
        Random random = new Random(1);
        Block rows = Block.empty(domain, 0, 3_000);
        for (int v = 0; v < domain.width(); v++) {
            // Each code lies among others like it; many do not occur.
            int of = domain.size(v);
            rows.write(
                    v, random.ints(3_000, 0, of).map(code -> code / 2 * 2 % of).toArray());
        }
        List<List<Condition>> queries = new ArrayList<>();
        for (int v = 0; v < domain.width(); v++) {
            for (int first = -2; first <= domain.size(v); first++) {
                for (int span : new int[] {0, 1, 2, 62, 63, 64, 65, 150, 198, 199, -2, -3, Integer.MIN_VALUE}) {
                    queries.add(List.of(new Condition(v, first, span)));
                }
            }
        }
        assertThat(ask(space, List.of(rows), 2, new RowsMeeting(queries, Long.MAX_VALUE)))
                .isEqualTo(byLooking(rows, queries));
    }

    @Test
    void refusesToCountToNothing() {
        assertThatThrownBy(() -> new RowsMeeting(List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("most is 0; count to 1 at least");
    }
}
