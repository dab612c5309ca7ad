package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A limited search says what is asked as looking at every row would, and no wrong word of the rest. */
class LimitsTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Distances up to about half of the greatest, and often those that occur. */
    private static int[] distances(Problem problem, Random random) {
        BruteForce all = new BruteForce(problem.space(), problem.reference());
        int[] distances = new int[problem.queries().rows()];
        for (int query = 0; query < distances.length; query++) {
            int[] sorted = all.sorted(problem.queries(), query);
            int some = sorted.length == 0 ? 0 : sorted[random.nextInt(Math.min(4, sorted.length))];
            distances[query] = some + random.nextInt(3) - 1;
        }
        return distances;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAskedIsFoundAsByBruteForce(long seed) {
        Problem problem = Problem.random(seed);
        Random random = new Random(seed);
        int nearest = 1 + random.nextInt(2);
        Limits limits = new Limits(nearest, distances(problem, random), distances(problem, random));
        Neighbours whole =
                BoxTree.of(problem.space(), List.of(problem.reference())).nearest(problem.queries(), limits);
        Neighbours merged = new Neighbours(problem.queries().rows());
        for (Block part : problem.parts(1 + random.nextInt(8), random)) {
            merged.merge(BoxTree.of(problem.space(), List.of(part)).nearest(problem.queries(), limits));
        }
        assertKnown(problem, limits, whole);
        assertKnown(problem, limits, merged);
    }

    private static void assertKnown(Problem problem, Limits limits, Neighbours found) {
        BruteForce all = new BruteForce(problem.space(), problem.reference());
        for (int query = 0; query < found.rows(); query++) {
            int[] sorted = all.sorted(problem.queries(), query);
            int last = sorted.length < limits.nearest() ? Space.NONE : sorted[limits.nearest() - 1];
            int said = limits.nearest() == 1 ? found.nearest(query) : found.second(query);
            int enough = limits.enough()[query];
            int reach = limits.reach()[query];
            assertThat(said).isGreaterThanOrEqualTo(last);
            if (last <= reach && last > enough) {
                assertThat(said).isEqualTo(last);
            } else if (last <= reach) {
                assertThat(said).isLessThanOrEqualTo(enough);
            } else {
                assertThat(said).isGreaterThan(reach);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutLimitsOfDistanceNothingIsLeftOut(long seed) {
        Problem problem = Problem.random(seed);
        BoxTree tree = BoxTree.of(problem.space(), List.of(problem.reference()));
        Neighbours two = tree.nearest(problem.queries());
        Neighbours one =
                tree.nearest(problem.queries(), Limits.of(1, problem.queries().rows()));
        int[] nearest = new int[two.rows()];
        Arrays.setAll(nearest, two::nearest);
        for (int query = 0; query < nearest.length; query++) {
            assertThat(one.nearest(query)).isEqualTo(nearest[query]);
        }
    }
}
