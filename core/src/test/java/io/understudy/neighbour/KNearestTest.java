package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.domain.Block;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The k nearest rows are those that sorting all rows by distance brings to the front. */
class KNearestTest {
    private static final int K = 5;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    private static List<List<Integer>> sets(Problem problem, Random random) {
        int width = problem.space().domain().width();
        List<Integer> some = IntStream.range(0, width)
                .filter(v -> random.nextBoolean())
                .boxed()
                .toList();
        return List.of(IntStream.range(0, width).boxed().toList(), some);
    }

    private static Closest closest(Problem problem, List<List<Integer>> sets, List<Block> parts) {
        return new LocalTable(problem.space().domain(), parts)
                .compute(new KNearest(problem.space(), problem.queries(), sets, K));
    }

    /** Distances of a query to the distinct rows, ascending, and how often each row of that distance occurs. */
    private static List<int[]> sorted(Problem problem, List<Integer> set, int query) {
        BruteForce all = new BruteForce(problem.space(), problem.reference());
        List<List<Integer>> seen = new ArrayList<>();
        List<int[]> distances = new ArrayList<>();
        for (int row = 0; row < problem.reference().rows(); row++) {
            List<Integer> codes = codes(problem.reference(), row);
            int at = seen.indexOf(codes);
            if (at >= 0) {
                distances.get(at)[1]++;
            } else {
                seen.add(codes);
                distances.add(new int[] {all.distance(set, problem.queries(), query, row), 1});
            }
        }
        distances.sort(Comparator.comparingInt(entry -> entry[0]));
        return distances;
    }

    private static List<Integer> codes(Block block, int row) {
        return IntStream.range(0, block.width())
                .mapToObj(v -> block.code(v, row))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areThoseThatSortingAllRowsBringsToTheFront(long seed) {
        Problem problem = Problem.random(seed);
        List<List<Integer>> sets = sets(problem, new Random(seed));
        Closest closest = closest(problem, sets, List.of(problem.reference()));
        BruteForce found = new BruteForce(problem.space(), closest.rows());
        for (int set = 0; set < sets.size(); set++) {
            for (int query = 0; query < 3; query++) {
                List<int[]> expected = sorted(problem, sets.get(set), query);
                assertThat(closest.found(set, query)).isEqualTo(Math.min(K, expected.size()));
                for (int place = 0; place < closest.found(set, query); place++) {
                    int distance = closest.distance(set, query, place);
                    int position = closest.position(set, query, place);
                    assertThat(distance).isEqualTo(expected.get(place)[0]);
                    assertThat(found.distance(sets.get(set), problem.queries(), query, position))
                            .isEqualTo(distance);
                    assertThat(closest.count(set, query, place))
                            .isEqualTo(occurrences(problem, codes(closest.rows(), position)));
                }
            }
        }
    }

    private static long occurrences(Problem problem, List<Integer> codes) {
        return IntStream.range(0, problem.reference().rows())
                .filter(row -> codes(problem.reference(), row).equals(codes))
                .count();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doNotDependOnTheParts(long seed) {
        Problem problem = Problem.random(seed);
        Random random = new Random(seed);
        List<List<Integer>> sets = sets(problem, random);
        assertThat(answers(closest(problem, sets, problem.parts(1 + random.nextInt(8), random))))
                .isEqualTo(answers(closest(problem, sets, List.of(problem.reference()))));
    }

    private static List<String> answers(Closest closest) {
        List<String> answers = new ArrayList<>();
        for (int query = 0; query < closest.queries(); query++) {
            for (int place = 0; place < closest.found(1, query); place++) {
                answers.add(closest.distance(1, query, place) + " " + closest.count(1, query, place) + " "
                        + codes(closest.rows(), closest.position(1, query, place)));
            }
        }
        return answers;
    }

    @Test
    void refusesColumnsThatAreNotThere() {
        Problem problem = Problem.random(1);
        int width = problem.space().domain().width();
        assertThatThrownBy(() -> new KNearest(problem.space(), problem.queries(), List.of(List.of(width)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns [" + width + "] are not all among the " + width
                        + " that are compared; give positions from 0");
    }
}
