package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import io.understudy.stat.LocalTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final Domain DOMAIN = new Domain(
            List.of(Variable.ordinal("copy", 60), Variable.nominal("source", 5), Variable.nominal("noise", 4)));

    private static TreeNetworkSettings atMost(int parents) {
        return new TreeNetworkSettings(28, 1, 1, parents, 1, 1);
    }

    @Test
    void aTreeMayAskAboutEarlierVariablesThatTellSomethingAndNoOthers() {
        int rows = 4_000;
        Block block = Block.empty(DOMAIN, 0, rows);
        int[][] codes = new int[3][rows];
        for (int row = 0; row < rows; row++) {
            codes[1][row] = (int) (Philox.uniform(1, row, 1) * 5);
            codes[2][row] = (int) (Philox.uniform(1, row, 2) * 4);
            codes[0][row] = codes[1][row] * 12 + (int) (Philox.uniform(1, row, 3) * 12);
        }
        for (int v = 0; v < 3; v++) {
            block.write(v, codes[v]);
        }

        Structure structure = Structure.learn(new LocalTable(DOMAIN, List.of(block)), atMost(8), List.of());

        assertThat(structure.order()).containsExactly(2, 1, 0);
        assertThat(structure.parents().get(0)).contains(1);
        assertThat(structure.parents().get(2)).isEmpty();
        assertThat(Structure.learn(new LocalTable(DOMAIN, List.of(block)), atMost(1), List.of())
                        .parents()
                        .get(0))
                .containsExactly(1);
    }

    @Test
    void aRareFlagIsDrawnLastAndMayAskAboutEverything() {
        Domain domain = new Domain(
                List.of(Variable.nominal("fraud", 2), Variable.nominal("balanced", 2), Variable.ordinal("amount", 30)));
        int rows = 5_000;
        int[][] codes = new int[3][rows];
        for (int row = 0; row < rows; row++) {
            codes[1][row] = row % 2;
            codes[2][row] = (int) (Philox.uniform(2, row, 1) * 30);
            codes[0][row] = codes[1][row] == 1 && codes[2][row] > 27 ? 1 : 0;
        }
        Block block = Block.empty(domain, 0, rows);
        for (int v = 0; v < 3; v++) {
            block.write(v, codes[v]);
        }

        Structure structure = Structure.learn(new LocalTable(domain, List.of(block)), atMost(8), List.of());

        assertThat(structure.order()).containsExactly(1, 2, 0);
        assertThat(structure.parents().get(0)).containsExactly(1, 2);
    }

    /** {@code bill} is nearly what {@code earlier} is, and {@code paid}, of fewer codes, says little of either. */
    @Test
    void aQuantityFollowsThoseThatTellMostOfIt() {
        Domain domain = new Domain(List.of(
                Variable.ordinal("paid", 100),
                Variable.ordinal("bill", 300),
                Variable.ordinal("earlier", 200),
                Variable.nominal("town", 150),
                Variable.ordinal("limit", 20)));
        int rows = 8_000;
        int[][] codes = new int[5][rows];
        for (int row = 0; row < rows; row++) {
            int limit = (int) (Philox.uniform(3, row, 1) * 20);
            codes[4][row] = limit;
            codes[3][row] = (int) (Philox.uniform(3, row, 2) * 150);
            codes[2][row] = limit * 10 + (int) (Philox.uniform(3, row, 3) * 10);
            codes[1][row] = codes[2][row] + (int) (Philox.uniform(3, row, 4) * 30);
            codes[0][row] = (int) (Philox.uniform(3, row, 5) * (1 + codes[1][row] / 3));
        }
        Block block = Block.empty(domain, 0, rows);
        for (int v = 0; v < codes.length; v++) {
            block.write(v, codes[v]);
        }

        Structure structure = Structure.learn(new LocalTable(domain, List.of(block)), atMost(8), List.of());

        assertThat(structure.order()).containsExactly(4, 3, 2, 1, 0);
        assertThat(Structure.learn(new LocalTable(domain, List.of(block)), atMost(8), List.of(0))
                        .order())
                .startsWith(0, 4, 3);
    }
}
