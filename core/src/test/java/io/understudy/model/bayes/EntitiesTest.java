package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.random.Philox;
import io.understudy.stat.LocalTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of one entity are alike; a model must not take that for what columns have to do with each other. */
class EntitiesTest {
    private static final int K = 10;
    private static final int ENTITIES = 1_500;
    private static final int ROWS_EACH = 6;
    private static final int WIDTH = 5;
    private static final int CODES = 40;
    private static final Domain DOMAIN = new Domain(IntStream.range(0, WIDTH)
            .mapToObj(v -> Variable.ordinal("v" + v, CODES))
            .toList());

    /** Entities with independent columns, each with so many equal rows. */
    private static Block rows(int first, int each) {
        Block block = Block.empty(DOMAIN, 0, ENTITIES * each);
        for (int v = 0; v < WIDTH; v++) {
            int variable = v;
            block.write(
                    v,
                    IntStream.range(0, ENTITIES * each)
                            .map(row -> (int) (Philox.uniform(3, first + row / each, variable) * CODES))
                            .toArray());
        }
        return block;
    }

    private static List<Integer> leaves(int each, double rowsPerEntity) {
        TreeNetworkSettings settings = TreeNetworkSettings.of(0.5, K).withEntities(rowsPerEntity, K);
        return fitted(rows(0, each), settings).conditionals().stream()
                .map(BayesianNetwork.Conditional::leaves)
                .toList();
    }

    private static BayesianNetwork fitted(Block rows, TreeNetworkSettings settings) {
        return new TreeNetworkEstimator(settings).fit(new LocalTable(DOMAIN, List.of(rows)));
    }

    /** Six equal rows of everybody say what one row of everybody says, but for the splits that chance suggests. */
    @Test
    void treesGrowAboutAsOverOneRowOfEveryEntity() {
        assertThat(sum(leaves(ROWS_EACH, ROWS_EACH))).isLessThan(2 * sum(leaves(1, 1)));
    }

    @Test
    void whoeverTakesRowsForStrangersLearnsEntitiesByHeart() {
        assertThat(sum(leaves(ROWS_EACH, 1)))
                .as("or else the test above shows nothing")
                .isGreaterThan(5 * sum(leaves(ROWS_EACH, ROWS_EACH)));
    }

    private static int sum(List<Integer> leaves) {
        return leaves.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void entitiesOfOneRowAreRows() {
        Block rows = rows(0, 1);
        TreeNetworkSettings settings = TreeNetworkSettings.of(0.5, K);
        assertThat(drawn(fitted(rows, settings.withEntities(1, K)))).isDeepEqualTo(drawn(fitted(rows, settings)));
    }

    private static int[][] drawn(BayesianNetwork network) {
        Block block = Block.empty(DOMAIN, 0, 500);
        network.sample(1, block);
        return block.toArrays();
    }

    @Test
    void whatIsTrueOfEntitiesIsLearnedAllTheSame() {
        Block rows = rows(0, ROWS_EACH);
        int[] first = rows.read(0, new int[rows.rows()]);
        rows.write(1, IntStream.of(first).map(code -> CODES - 1 - code).toArray());
        TreeNetworkSettings settings = TreeNetworkSettings.of(0.5, K).withEntities(ROWS_EACH, K);
        assertThat(fitted(rows, settings).conditionals())
                .filteredOn(conditional -> conditional.variable() < 2)
                .anySatisfy(conditional -> assertThat(conditional.leaves()).isGreaterThan(10));
    }

    /** However much evidence rows are, fewer than k entities may have them all. */
    @Test
    void noLeafIsSmallerThanTheLargestEntitiesTogether() {
        TreeNetworkSettings settings = TreeNetworkSettings.of(0.5, K).withEntities(1, 777);
        assertThat(fitted(rows(0, ROWS_EACH), settings).conditionals())
                .allSatisfy(
                        conditional -> assertThat(conditional.smallestLeaf()).isGreaterThanOrEqualTo(777));
    }
}
