package io.understudy.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.understudy.domain.Block;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginalsTest {
    private static final Domain DOMAIN =
            new Domain(List.of(Variable.nominal("a", 3), Variable.ordinal("b", 400), Variable.nominal("c", 70_000)));
    private static final List<Clique> CLIQUES =
            List.of(Clique.of(0), Clique.of(2), Clique.of(0, 1), Clique.of(1, 2), Clique.of(0, 1, 2), Clique.of());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void countsWhatANaiveLoopCountsHoweverRowsAreCut(long seed) {
        List<Block> blocks = blocks(new Random(seed));
        List<Marginal> marginals = new LocalTable(DOMAIN, blocks).compute(new Marginals(DOMAIN, CLIQUES));
        for (int c = 0; c < CLIQUES.size(); c++) {
            Map<Long, Long> expected = naive(blocks, CLIQUES.get(c), DOMAIN, new int[0]);
            assertThat(counts(marginals.get(c))).isEqualTo(expected);
            assertThat(marginals.get(c).total())
                    .isEqualTo(blocks.stream().mapToLong(Block::rows).sum());
        }
    }

    @Test
    void countsFineCodesInGroups() {
        List<Block> blocks = blocks(new Random(7));
        int[] tens = new int[400];
        for (int code = 0; code < tens.length; code++) {
            tens[code] = code / 40;
        }
        List<Grouping> groupings = List.of(Grouping.identity(3), new Grouping(tens, 10), Grouping.identity(70_000));
        Marginal marginal = new LocalTable(DOMAIN, blocks)
                .compute(new Marginals(DOMAIN, List.of(Clique.of(0, 1)), groupings))
                .get(0);

        assertThat(marginal.domain().variables()).containsExactly(Variable.nominal("a", 3), Variable.nominal("b", 10));
        assertThat(counts(marginal)).isEqualTo(naive(blocks, Clique.of(0, 1), marginal.domain(), tens));
    }

    @Test
    void visitsCellsInAscendingOrderDenseOrSparse() {
        List<Marginal> marginals =
                new LocalTable(DOMAIN, blocks(new Random(9))).compute(new Marginals(DOMAIN, CLIQUES));
        for (Marginal marginal : marginals) {
            List<Long> cells = new ArrayList<>();
            marginal.forEach((cell, count) -> cells.add(cell));
            assertThat(cells).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void measuresTotalVariation() {
        Marginal left = column(new int[] {0, 0, 1, 2});
        Marginal right = column(new int[] {0, 1, 1, 1});
        assertThat(left.distance(right)).isCloseTo(0.5, within(1e-15));
        assertThat(left.distance(left)).isZero();
        assertThat(left.distance(column(new int[0]))).isNaN();
    }

    private static Marginal column(int[] codes) {
        Domain domain = new Domain(List.of(Variable.nominal("a", 3)));
        Block block = Block.empty(domain, 0, codes.length);
        block.write(0, codes);
        return new LocalTable(domain, List.of(block))
                .compute(Marginals.ofColumns(domain))
                .get(0);
    }

    @Test
    void groupsRareCodesTogether() {
        Grouping grouping = Grouping.frequent(column(new int[] {2, 2, 2, 1, 0, 0}), 1);
        assertThat(grouping.count()).isEqualTo(2);
        assertThat(new int[] {grouping.group(0), grouping.group(1), grouping.group(2)})
                .containsExactly(1, 1, 0);
        assertThat(Grouping.frequent(column(new int[] {2}), 2).count()).isEqualTo(3);
    }

    @Test
    void refusesGroupingsThatDoNotFit() {
        assertThatThrownBy(() -> new Marginals(DOMAIN, List.of(), List.of(Grouping.identity(3))))
                .hasMessage("1 groupings for 3 variables");
        assertThatThrownBy(() -> new Marginals(
                        DOMAIN,
                        List.of(),
                        List.of(Grouping.identity(3), Grouping.identity(4), Grouping.identity(70_000))))
                .hasMessage("variable b has 400 codes, its grouping 4");
        assertThatThrownBy(() -> new Grouping(new int[] {0, 2}, 2)).hasMessage("every group must be in 0 .. 1");
    }

    private static Map<Long, Long> counts(Marginal marginal) {
        Map<Long, Long> counts = new HashMap<>();
        marginal.forEach(counts::put);
        return counts;
    }

    /** @param groups of variable 1; empty for its codes */
    private static Map<Long, Long> naive(List<Block> blocks, Clique clique, Domain sizes, int[] groups) {
        Map<Long, Long> counts = new HashMap<>();
        for (Block block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                long cell = 0;
                for (int v : clique.variables()) {
                    int code = block.code(v, row);
                    cell = cell * sizes.size(v) + (v == 1 && groups.length > 0 ? groups[code] : code);
                }
                counts.merge(cell, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static List<Block> blocks(Random random) {
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < 1 + random.nextInt(6); b++) {
            Block block = Block.empty(DOMAIN, 0, random.nextInt(300));
            for (int v = 0; v < DOMAIN.width(); v++) {
                int size = DOMAIN.size(v);
                block.write(
                        v,
                        random.ints(block.rows(), 0, size)
                                .map(code -> random.nextBoolean() ? code : code % 7 % size)
                                .toArray());
            }
            blocks.add(block);
        }
        return blocks;
    }
}
