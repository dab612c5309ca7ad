package io.understudy.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.attack.SinglingOut;
import io.understudy.check.attack.TargetedAttacks;
import io.understudy.check.membership.Membership;
import io.understudy.check.privacy.Distances;
import io.understudy.domain.Block;
import io.understudy.stat.LocalTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings of distances and of counts are the same whether tables come in 1, 3 or 8 parts, in whatever order. */
class FindingsOfPartsTest {
    private static final double CONFIDENCE = 0.95;
    private static final int ATTACKS = 10;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areThoseOfTheWhole(long seed) {
        Problem problem = Problem.random(seed);
        List<Finding> whole = findings(problem, 1, seed);
        assertThat(whole).hasSizeGreaterThan(20);
        assertThat(findings(problem, 3, seed)).isEqualTo(whole);
        assertThat(findings(problem, 8, seed)).isEqualTo(whole);
    }

    private static List<Finding> findings(Problem problem, int parts, long seed) {
        Space space = problem.space();
        Random random = new Random(seed + parts);
        Block rows = problem.reference();
        int third = rows.rows() / 3;
        Assessed tables = new Assessed(
                space,
                table(space, range(rows, 0, rows.rows() - third), parts, random),
                table(space, problem.queries(), parts, random),
                table(space, range(rows, third, rows.rows()), parts, random),
                new LocalSearch(space, seed));
        List<Check> checks = List.of(
                new Distances(CONFIDENCE),
                new SinglingOut(CONFIDENCE, ATTACKS, seed),
                new TargetedAttacks(CONFIDENCE, ATTACKS, seed),
                new Membership(CONFIDENCE, seed));
        return checks.stream().flatMap(check -> check.measure(tables).stream()).toList();
    }

    private static Block range(Block rows, int from, int to) {
        return rows.select(IntStream.range(from, to).toArray(), to - from);
    }

    /** Rows dealt out to parts at random, some of which may be empty. */
    private static LocalTable table(Space space, Block rows, int parts, Random random) {
        List<List<Integer>> dealt = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            dealt.add(new ArrayList<>());
        }
        for (int row = 0; row < rows.rows(); row++) {
            dealt.get(random.nextInt(parts)).add(row);
        }
        return new LocalTable(
                space.domain(),
                dealt.stream()
                        .map(part -> rows.select(
                                part.stream().mapToInt(Integer::intValue).toArray(), part.size()))
                        .toList());
    }
}
