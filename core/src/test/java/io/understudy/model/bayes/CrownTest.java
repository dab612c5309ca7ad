package io.understudy.model.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Crowns; the oracle follows one row after the other from the root, question by question. */
class CrownTest {
    private static final int ROWS = 700;
    /** One variable of more codes than a crown has room for, and two of which there is room for one. */
    private static final int[] SIZES = {2, 7, 63, 64, 65, 300, Crown.MOST_SETS + 1, 9_000, 9_000};

    private static final Domain DOMAIN = new Domain(IntStream.range(0, SIZES.length)
            .mapToObj(v -> new Variable("v" + v, SIZES[v], v % 2 == 0, false))
            .toList());

    @Test
    void partsRowsAsTheTreeDoesQuestionByQuestion() {
        Random random = new Random(1);
        for (int round = 0; round < 400; round++) {
            int leaves = 1 + random.nextInt(random.nextBoolean() ? 20 : 300);
            Made made = new Made(random, random.nextInt(3));
            Tree tree = made.tree(leaves);
            int[][] columns = columns(random);
            long[] typical = random.longs(tree.leaves(), 0, 50).toArray();
            Crown crown = Crown.of(tree, DOMAIN, typical);
            assertThat(Arrays.stream(crown.left()).mapToInt(sets -> sets.length).sum())
                    .isLessThanOrEqualTo(Crown.MOST_SETS);
            int[] reached = new int[ROWS];
            Arrays.fill(reached, -1);
            new Routing(columns, ROWS).part(crown, (leaf, rows, from, to) -> {
                for (int i = from; i < to; i++) {
                    assertThat(reached[rows[i]]).isEqualTo(-1);
                    reached[rows[i]] = leaf;
                }
            });
            assertThat(reached)
                    .isEqualTo(IntStream.range(0, ROWS)
                            .map(row -> followed(tree, columns, row))
                            .toArray());
        }
    }

    /** Codes that are drawn in the order in which rows lie are those that are drawn leaf by leaf. */
    @Test
    void drawsWhatThePlainTreeDraws() {
        Random random = new Random(2);
        for (int round = 0; round < 100; round++) {
            Tree tree = new Made(random, random.nextInt(2)).tree(1 + random.nextInt(80));
            double[][] shares = random.doubles(tree.leaves())
                    .mapToObj(share -> new double[] {share / 2, 0, (1 - share) / 2, 0.3, 0.2})
                    .toArray(double[][]::new);
            TreeCpd cpd = new TreeCpd(1, tree, Distributions.of(shares), 1);
            int[] words = random.ints(ROWS).toArray();
            int[][] columns = columns(random);
            GuidedCpd guided = GuidedCpd.of(cpd, DOMAIN, columns, ROWS);
            assertThat(drawn(guided, columns, words)).isEqualTo(drawn(cpd, columns, words));
        }
    }

    private static int[] drawn(Drawer drawer, int[][] columns, int[] words) {
        int[][] into = columns.clone();
        into[1] = new int[ROWS];
        // Trees made at random ask about the variable itself too: about what it was before.
        drawer.draw(into, new Routing(columns, ROWS), words);
        return into[1];
    }

    @Test
    void asksWhatMostRowsReach() {
        // A comb: of each question one answer is a leaf, the next question is at the other.
        int teeth = 200;
        int[] variable = new int[2 * teeth + 1];
        int[] threshold = new int[variable.length];
        int[] below = new int[variable.length];
        int[] above = new int[variable.length];
        long[][] subset = new long[variable.length][0];
        Arrays.fill(variable, Tree.LEAF);
        for (int tooth = 0; tooth < teeth; tooth++) {
            variable[2 * tooth] = 5;
            threshold[2 * tooth] = 1 + tooth;
            below[2 * tooth] = 2 * tooth + 1;
            above[2 * tooth] = 2 * tooth + 2;
            below[2 * tooth + 1] = tooth;
        }
        below[2 * teeth] = teeth;
        Tree comb = new Tree(variable, threshold, subset, below, above, List.of());
        long[] rows = new long[teeth + 1];
        Arrays.fill(rows, 1);
        Crown crown = Crown.of(comb, DOMAIN, rows);
        assertThat(crown.exits()).hasSize(Crown.MOST).startsWith(1, 3, 5);
        assertThat(crown.isWhole()).isFalse();
        assertThat(Crown.of(comb, new Domain(DOMAIN.variables().subList(0, 6)), rows)
                        .asked())
                .containsExactly(5);
    }

    @Test
    void aTreeOfOneLeafAsksNothing() {
        Crown crown = Crown.of(new Made(new Random(3), 0).tree(1), DOMAIN, new long[1]);
        assertThat(crown.exits()).containsExactly(0);
        assertThat(crown.asked()).isEmpty();
        assertThat(crown.isWhole()).isFalse();
    }

    private static int[][] columns(Random random) {
        return Arrays.stream(SIZES)
                .mapToObj(size -> random.ints(ROWS, 0, size).toArray())
                .toArray(int[][]::new);
    }

    private static int followed(Tree tree, int[][] columns, int row) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            int asked = tree.variable(node);
            int code = asked >= 0
                    ? columns[asked][row]
                    : tree.scores().get(Tree.SCORE - asked).of(columns, ROWS)[row];
            long[] subset = tree.subset(node);
            boolean below = subset.length == 0 ? code < tree.threshold(node) : Tree.contains(subset, code);
            node = below ? tree.below(node) : tree.above(node);
        }
        return tree.leaf(node);
    }

    /** Trees at random, with questions about variables and about scores. */
    private record Made(Random random, int scores) {

        Tree tree(int leaves) {
            List<int[]> nodes = new ArrayList<>(List.of(new int[] {Tree.LEAF, 0, 0, 0}));
            List<long[]> subsets = new ArrayList<>(List.of(new long[0]));
            for (int made = 1; made < leaves; made++) {
                List<Integer> open = IntStream.range(0, nodes.size())
                        .filter(node -> nodes.get(node)[0] == Tree.LEAF)
                        .boxed()
                        .toList();
                int node = open.get(random.nextInt(open.size()));
                int asked = random.nextInt(SIZES.length + scores);
                boolean score = asked >= SIZES.length;
                int size = score ? Score.SIZE : SIZES[asked];
                boolean ordered = score || random.nextBoolean();
                nodes.set(node, new int[] {
                    score ? Tree.SCORE - (asked - SIZES.length) : asked,
                    random.nextInt(size + 1),
                    nodes.size(),
                    nodes.size() + 1
                });
                subsets.set(
                        node,
                        ordered ? new long[0] : random.longs((size + 63) / 64).toArray());
                for (int child = 0; child < 2; child++) {
                    nodes.add(new int[] {Tree.LEAF, 0, 0, 0});
                    subsets.add(new long[0]);
                }
            }
            int next = 0;
            for (int[] node : nodes) {
                node[2] = node[0] == Tree.LEAF ? next++ : node[2];
            }
            return new Tree(
                    column(nodes, 0),
                    column(nodes, 1),
                    subsets.toArray(long[][]::new),
                    column(nodes, 2),
                    column(nodes, 3),
                    IntStream.range(0, scores).mapToObj(i -> score()).toList());
        }

        private Score score() {
            int[] variables = {0, 2, 5};
            return new Score(
                    variables,
                    Arrays.stream(variables)
                            .mapToObj(v -> random.ints(SIZES[v], 0, (Score.SIZE << Score.BITS) / 3)
                                    .toArray())
                            .toArray(int[][]::new));
        }

        private static int[] column(List<int[]> nodes, int which) {
            return nodes.stream().mapToInt(node -> node[which]).toArray();
        }
    }
}
