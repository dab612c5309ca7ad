package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.stat.LocalTable;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One pass finds what two find. */
class NearestOfPartsTest {
    private static final int K = 4;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Every column in one of two sets, by a coin. */
    private static List<List<Integer>> sets(int width, Random random) {
        boolean[] first = new boolean[width];
        for (int v = 0; v < width; v++) {
            first[v] = random.nextBoolean();
        }
        return List.of(
                IntStream.range(0, width).filter(v -> first[v]).boxed().toList(),
                IntStream.range(0, width).filter(v -> !first[v]).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatTwoPassesFind(long seed) {
        Problem problem = Problem.random(seed);
        Random random = new Random(seed);
        int width = problem.space().domain().width();
        List<List<Integer>> sets = sets(width, random);
        LocalTable table = new LocalTable(problem.space().domain(), problem.parts(3, random));

        NearestOfParts.Found found = table.compute(new NearestOfParts(problem.space(), problem.queries(), sets, K));

        Closest closest = table.compute(new KNearest(problem.space(), problem.queries(), sets, K));
        Guesses guesses = table.compute(new LeaveOneOut(problem.space(), problem.queries()));
        for (int query = 0; query < problem.queries().rows(); query++) {
            for (int set = 0; set < 2; set++) {
                assertThat(found.closest().found(set, query)).isEqualTo(closest.found(set, query));
                for (int place = 0; place < closest.found(set, query); place++) {
                    assertThat(found.closest().position(set, query, place))
                            .isEqualTo(closest.position(set, query, place));
                    assertThat(found.closest().distance(set, query, place))
                            .isEqualTo(closest.distance(set, query, place));
                }
            }
            for (int v = 0; v < width; v++) {
                assertThat(found.guesses().code(v, query)).isEqualTo(guesses.code(v, query));
            }
        }
    }

    @Test
    void refusesSetsThatShareAColumn() {
        Problem problem = Problem.random(2);
        assertThatThrownBy(() ->
                        new NearestOfParts(problem.space(), problem.queries(), List.of(List.of(0), List.of(0)), K))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sets [[0], [0]] are not parts of all columns; each must be in just one of them");
    }
}
