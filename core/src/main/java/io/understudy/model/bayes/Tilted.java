package io.understudy.model.bayes;

import io.understudy.stat.CellCounts;
import java.util.Arrays;
import java.util.List;

/**
 * The distributions of a tree with rare classes in front, from exact counts.
 *
 * @param graft    the tree
 * @param classes  that are in front, in their order
 * @param leaves   of the ordinary tree
 * @param settings how many rows a cell needs to tilt further than what is above it, and how far it then does
 */
record Tilted(Graft graft, List<ClassTree> classes, Leaves leaves, TreeNetworkSettings settings) {

    /** The conditional distribution, counted. */
    TreeCpd cpd(int variable, CellCounts counts) {
        long[][] byLeaf = byLeaf(counts);
        double[][] ordinary = leaves.probabilities(byLeaf);
        long smallest = Arrays.stream(byLeaf)
                .mapToLong(codes -> Arrays.stream(codes).sum())
                .min()
                .orElse(0);
        if (classes.isEmpty()) {
            return new TreeCpd(variable, graft.tree(), Distributions.of(ordinary), smallest);
        }
        Tilting tilting = new Tilting(ordinary, leaves.refinement(), settings);
        double[][][] ratios = new double[classes.size()][][];
        for (int place = 0; place < ratios.length; place++) {
            Ratios cells = new Ratios(tilting, classes.get(place).tree(), counted(place, counts));
            ratios[place] = cells.byCell();
            smallest = Math.min(smallest, cells.smallest());
        }
        double[][] all = new double[graft.ordinary().length][];
        for (int leaf = 0; leaf < all.length; leaf++) {
            int place = graft.place()[leaf];
            all[leaf] = place < 0
                    ? ordinary[graft.ordinary()[leaf]]
                    : tilting.probabilities(graft.ordinary()[leaf], ratios[place][graft.cell()[leaf]]);
        }
        return new TreeCpd(variable, graft.tree(), Distributions.of(all), smallest);
    }

    private int codes() {
        return leaves.refinement().codes();
    }

    private long[][] byLeaf(CellCounts counts) {
        long[][] byLeaf = new long[leaves.tree().leaves()][codes()];
        counts.forEach(
                (cell, count) -> byLeaf[graft.ordinary()[(int) (cell / codes())]][(int) (cell % codes())] += count);
        return byLeaf;
    }

    /** The rows of a class by its cells. */
    private ClassRows[] counted(int place, CellCounts counts) {
        ClassRows[] cells = new ClassRows[classes.get(place).tree().leaves()];
        Arrays.setAll(cells, cell -> new ClassRows(new long[leaves.tree().leaves()], new long[codes()]));
        counts.forEach((at, count) -> {
            int leaf = (int) (at / codes());
            if (graft.place()[leaf] == place) {
                ClassRows cell = cells[graft.cell()[leaf]];
                cell.byLeaf()[graft.ordinary()[leaf]] += count;
                cell.byCode()[(int) (at % codes())] += count;
            }
        });
        return cells;
    }

    /** The tilts of a class's tree, from its root down: each node's goes further than that of the node above. */
    private static final class Ratios {
        private final Tilting tilting;
        private final Tree tree;
        private final ClassRows[] byNode;
        private final double[][] byCell;
        private long smallest = Long.MAX_VALUE;

        Ratios(Tilting tilting, Tree tree, ClassRows[] cells) {
            this.tilting = tilting;
            this.tree = tree;
            this.byNode = new ClassRows[tree.nodes()];
            long[][] leaves = Leaves.byNode(
                    tree, Arrays.stream(cells).map(ClassRows::byLeaf).toArray(long[][]::new));
            long[][] codes = Leaves.byNode(
                    tree, Arrays.stream(cells).map(ClassRows::byCode).toArray(long[][]::new));
            Arrays.setAll(byNode, node -> new ClassRows(leaves[node], codes[node]));
            this.byCell = new double[tree.leaves()][];
            go(0, tilting.even());
        }

        /** Too few rows tell of nothing but what a larger part of the class does. */
        private void go(int node, double[] above) {
            long rows = byNode[node].rows();
            boolean enough = rows >= tilting.settings().rowsOfK();
            smallest = enough ? Math.min(smallest, rows) : smallest;
            double[] ratio = enough ? tilting.further(byNode[node], above).ratio() : above;
            if (tree.isLeaf(node)) {
                byCell[tree.leaf(node)] = ratio;
            } else {
                go(tree.below(node), ratio);
                go(tree.above(node), ratio);
            }
        }

        double[][] byCell() {
            return byCell;
        }

        /** Rows of the node of the fewest that tilts. */
        long smallest() {
            return smallest;
        }
    }
}
