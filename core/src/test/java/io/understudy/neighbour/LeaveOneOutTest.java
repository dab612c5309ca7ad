package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.stat.LocalTable;
import io.understudy.stat.RowSample;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeaveOneOutTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Guesses guesses(Problem problem, List<Block> parts) {
        return new LocalTable(problem.space().domain(), parts)
                .compute(new LeaveOneOut(problem.space(), problem.queries()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysWhatTheNearestRowOnTheOtherColumnsSays(long seed) {
        Problem problem = Problem.random(seed);
        Guesses whole = guesses(problem, List.of(problem.reference()));
        Guesses parts = guesses(problem, problem.parts(5, new Random(seed)));
        for (int v = 0; v < problem.space().domain().width(); v++) {
            for (int query = 0; query < problem.queries().rows(); query++) {
                assertThat(whole.code(v, query)).isEqualTo(naive(problem, v, query));
                assertThat(parts.code(v, query)).isEqualTo(whole.code(v, query));
            }
        }
    }

    private static int naive(Problem problem, int variable, int query) {
        BruteForce all = new BruteForce(problem.space(), problem.reference());
        List<Integer> others = IntStream.range(0, problem.space().domain().width())
                .filter(v -> v != variable)
                .boxed()
                .toList();
        long[] hashes = RowSample.contentHashes(problem.reference());
        int nearest = -1;
        int least = Space.NONE;
        for (int row = 0; row < hashes.length; row++) {
            int distance = all.distance(others, problem.queries(), query, row);
            if (distance < least || (distance == least && hashes[row] < hashes[nearest])) {
                least = distance;
                nearest = row;
            }
        }
        return nearest < 0 ? 0 : problem.reference().code(variable, nearest);
    }
}
