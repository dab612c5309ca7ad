package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index answers as if it had looked at every row. */
class BoxTreeTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithBruteForceOnDistancesAndTies(long seed) {
        Problem problem = Problem.random(seed);
        Neighbours found =
                BoxTree.of(problem.space(), List.of(problem.reference())).nearest(problem.queries());
        assertMatchesBruteForce(problem, found);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergesPartsToTheAnswerOfTheWhole(long seed) {
        Problem problem = Problem.random(seed);
        Random random = new Random(seed);
        Neighbours whole =
                BoxTree.of(problem.space(), List.of(problem.reference())).nearest(problem.queries());
        Neighbours merged = new Neighbours(problem.queries().rows());
        for (Block part : problem.parts(1 + random.nextInt(8), random)) {
            merged.merge(BoxTree.of(problem.space(), List.of(part)).nearest(problem.queries()));
        }
        assertMatchesBruteForce(problem, merged);
        for (int row = 0; row < merged.rows(); row++) {
            assertThat(merged.witness(row)).isEqualTo(whole.witness(row));
        }
    }

    private static void assertMatchesBruteForce(Problem problem, Neighbours found) {
        BruteForce all = new BruteForce(problem.space(), problem.reference());
        for (int row = 0; row < found.rows(); row++) {
            int[] sorted = all.sorted(problem.queries(), row);
            int nearest = sorted.length > 0 ? sorted[0] : Space.NONE;
            assertThat(found.nearest(row)).isEqualTo(nearest);
            assertThat(found.second(row)).isEqualTo(sorted.length > 1 ? sorted[1] : Space.NONE);
            assertThat(found.ties(row)).isEqualTo((int)
                    IntStream.of(sorted).filter(d -> d == nearest).count());
        }
    }

    @Test
    void measuresGowerDistanceInWholeUnits() {
        Domain domain = new Domain(List.of(
                new Variable("sex", 3, false, true),
                new Variable("age", 4, true, true),
                new Variable("town", 70_000, false, false)));
        int[] positions = {0, 10_000, 30_000, Space.UNIT};
        Space space = new Space(
                domain, List.of(new Space.Labels(), new Space.Numbers(positions, new double[4]), new Space.Labels()));
        int[] first = {1, 1, 7};

        assertThat(distance(space, first, new int[] {1, 1, 7})).isZero();
        assertThat(distance(space, first, new int[] {2, 1, 7})).isEqualTo(Space.UNIT);
        assertThat(distance(space, first, new int[] {1, 2, 7})).isEqualTo(20_000);
        assertThat(distance(space, first, new int[] {1, 3, 69_999})).isEqualTo(55_536 + Space.UNIT);
        assertThat(distance(space, first, new int[] {1, 0, 7})).isEqualTo(Space.UNIT);
        assertThat(distance(space, first, new int[] {0, 0, 71})).isEqualTo(3 * Space.UNIT);
        assertThat(distance(space, new int[] {0, 0, 0}, new int[] {0, 0, 0})).isZero();
    }

    private static int distance(Space space, int[] reference, int[] query) {
        BoxTree tree = BoxTree.of(space, List.of(row(space, reference)));
        return tree.nearest(row(space, query)).nearest(0);
    }

    private static Block row(Space space, int[] codes) {
        Block block = Block.empty(space.domain(), 0, 1);
        for (int v = 0; v < codes.length; v++) {
            block.write(v, new int[] {codes[v]});
        }
        return block;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cutsUntilLeavesAreSmall(long seed) {
        Problem problem = Problem.random(seed);
        assertThat(BoxTree.of(problem.space(), List.of(problem.reference())).largestLeaf())
                .isLessThanOrEqualTo(16);
    }

    @Test
    void countsEveryCopyOfTheNearestRow() {
        Domain domain = new Domain(List.of(Variable.nominal("only", 3)));
        Space space = new Space(domain, List.of(new Space.Labels()));
        Block reference = Block.empty(domain, 0, 100_000);

        Neighbours found = BoxTree.of(space, List.of(reference)).nearest(row(space, new int[] {2}));

        assertThat(found.nearest(0)).isEqualTo(Space.UNIT);
        assertThat(found.second(0)).isEqualTo(Space.UNIT);
        assertThat(found.ties(0)).isEqualTo(100_000);
    }

    @Test
    void findsNothingInAnEmptyReference() {
        Problem problem = Problem.random(1);
        Neighbours found = BoxTree.of(problem.space(), List.of()).nearest(problem.queries());
        assertThat(found.nearest(0)).isEqualTo(Space.NONE);
        assertThat(found.second(0)).isEqualTo(Space.NONE);
        assertThat(found.ties(0)).isZero();
    }

    @Test
    void refusesMoreVariablesThanDistancesCanCount() {
        int width = Space.MAX_WIDTH + 1;
        Domain domain = new Domain(IntStream.range(0, width)
                .mapToObj(v -> Variable.nominal("v" + v, 2))
                .toList());
        List<Space.Axis> axes = IntStream.range(0, width)
                .mapToObj(v -> (Space.Axis) new Space.Labels())
                .toList();
        assertThatThrownBy(() -> new Space(domain, axes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("distances over 32768 variables overflow; at most 32767 can be compared,"
                        + " leave some columns out of the checks");
    }
}
