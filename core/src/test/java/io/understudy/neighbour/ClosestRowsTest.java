package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.domain.Block;
import io.understudy.stat.Fold;
import io.understudy.stat.LocalTable;
import io.understudy.stat.RowSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What indexes of any parts answer, asked in any number of turns, is what looking at every pair does. */
class ClosestRowsTest {
    private static final int K = 5;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static <S, R> R ask(Problem problem, List<Block> parts, int turns, Fold<Turn, S, R> fold) {
        S all = fold.zero();
        for (Block part : parts) {
            BoxTree tree = BoxTree.of(problem.space(), List.of(part));
            for (int turn = 0; turn < turns; turn++) {
                all = fold.merge(all, fold.add(fold.zero(), new Turn(tree, turn, turns)));
            }
        }
        return fold.finish(all);
    }

    /** All columns, some that may be none, and the others. */
    private static List<List<Integer>> sets(Problem problem, Random random) {
        int width = problem.space().domain().width();
        boolean[] some = new boolean[width];
        for (int v = 0; v < width; v++) {
            some[v] = random.nextBoolean();
        }
        return List.of(
                IntStream.range(0, width).boxed().toList(),
                IntStream.range(0, width).filter(v -> some[v]).boxed().toList(),
                IntStream.range(0, width).filter(v -> !some[v]).boxed().toList());
    }

    private static List<String> answers(Closest closest, int sets) {
        List<String> answers = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            for (int query = 0; query < closest.queries(); query++) {
                for (int place = 0; place < closest.found(set, query); place++) {
                    Block row = closest.rows().select(new int[] {closest.position(set, query, place)}, 1);
                    answers.add(set + " " + query + " " + closest.distance(set, query, place) + " "
                            + closest.count(set, query, place) + " " + Arrays.deepToString(row.toArrays()));
                }
            }
        }
        return answers;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areThoseThatLookingAtEveryPairFinds(long seed) {
        Problem problem = Problem.random(seed);
        Random random = new Random(seed);
        List<List<Integer>> sets = sets(problem, random);

        Closest expected = new LocalTable(problem.space().domain(), List.of(problem.reference()))
                .compute(new KNearest(problem.space(), problem.queries(), sets, K));

        ClosestRows asked = new ClosestRows(problem.space(), problem.queries(), sets, K);
        List<Block> parts = problem.parts(1 + random.nextInt(8), random);
        assertThat(answers(ask(problem, List.of(problem.reference()), 1, asked), sets.size()))
                .isEqualTo(answers(expected, sets.size()));
        assertThat(answers(ask(problem, parts, 3, asked), sets.size())).isEqualTo(answers(expected, sets.size()));
    }

    /** What an attacker guesses who knows all columns but one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void withoutOneColumnOfRowsAsNearTheLeastHashComesFirst(long seed) {
        Problem problem = Problem.random(seed);
        int width = problem.space().domain().width();
        int left = new Random(seed).nextInt(width);
        List<Integer> others =
                IntStream.range(0, width).filter(v -> v != left).boxed().toList();
        Closest found = ask(
                problem,
                List.of(problem.reference()),
                2,
                new ClosestRows(problem.space(), problem.queries(), List.of(others), 1));
        for (int query = 0; query < problem.queries().rows(); query++) {
            int nearest = nearest(problem, others, query);
            assertThat(found.found(0, query)).isEqualTo(nearest < 0 ? 0 : 1);
            if (nearest >= 0) {
                assertThat(found.rows().code(left, found.position(0, query, 0)))
                        .isEqualTo(problem.reference().code(left, nearest));
            }
        }
    }

    private static int nearest(Problem problem, List<Integer> columns, int query) {
        BruteForce all = new BruteForce(problem.space(), problem.reference());
        long[] hashes = RowSample.contentHashes(problem.reference());
        int nearest = -1;
        int least = Space.NONE;
        for (int row = 0; row < hashes.length; row++) {
            int distance = all.distance(columns, problem.queries(), query, row);
            if (distance < least || (distance == least && hashes[row] < hashes[nearest])) {
                least = distance;
                nearest = row;
            }
        }
        return nearest;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsWithinDistancesAreCountedWhereAllSetsAgree(long seed) {
        Problem problem = Problem.random(seed);
        Random random = new Random(seed);
        List<List<Integer>> sets = sets(problem, random);
        int[][] radii = new int[sets.size()][problem.queries().rows()];
        for (int[] row : radii) {
            Arrays.setAll(row, query -> random.nextInt(4 * Space.UNIT));
        }
        int[][] none = new int[sets.size()][problem.queries().rows()];
        for (int[] row : none) {
            Arrays.fill(row, -1);
        }
        long[][] found = ask(
                problem,
                problem.parts(3, random),
                2,
                new RowsWithin(problem.space(), problem.queries(), sets, new int[][][] {radii, none}));
        assertThat(found[1]).containsOnly(0);
        BruteForce all = new BruteForce(problem.space(), problem.reference());
        for (int query = 0; query < found[0].length; query++) {
            int asked = query;
            assertThat(found[0][query])
                    .isEqualTo(IntStream.range(0, problem.reference().rows())
                            .filter(row -> IntStream.range(0, sets.size())
                                    .allMatch(set -> all.distance(sets.get(set), problem.queries(), asked, row)
                                            <= radii[set][asked]))
                            .count());
        }
    }

    @Test
    void refusesColumnsThatAreNotThere() {
        Problem problem = Problem.random(1);
        int width = problem.space().domain().width();
        assertThatThrownBy(() -> new ClosestRows(problem.space(), problem.queries(), List.of(List.of(width)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns [" + width + "] are not all among the " + width
                        + " that are compared; give positions from 0");
    }

    @Test
    void refusesToFindNone() {
        Problem problem = Problem.random(1);
        assertThatThrownBy(() -> new ClosestRows(problem.space(), problem.queries(), List.of(List.of(0)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k is 0; ask for 1 row at least");
    }
}
