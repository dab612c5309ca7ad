package io.understudy.model.bayes;

import io.understudy.domain.Variable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/**
 * Grows the tree of a rare class: where its rows differ from what the ordinary tree lets expect in another way than in the class as
 * a whole. A split stays if it makes rows that are left out likelier by its price: that of ordinary trees, and as many nats as it takes
 * to say which of all questions it is (two-part code: Rissanen 1978). The best of so many gains about that by chance among few rows.
 */
final class ClassGrower {
    private static final int GROUPS = 6;

    private final Tilting tilting;
    private final Variable target;
    private final Rows of;
    private final List<Predictor> predictors;
    private final int mostCells;
    private final RowOrder order;
    private final int[] zeros;
    private final Groups groups;
    private final ClassSplitSearch search;
    private final int minRows;
    private final double price;
    private final double rowsPerEntity;

    /**
     * Rows of the class.
     *
     * @param codes  of the variable, by row
     * @param leaves of its ordinary tree that the rows reach, by row
     */
    record Rows(int[] codes, int[] leaves) {}

    private record Cell(Growing node, double[] ratio) {}

    ClassGrower(Tilting tilting, Variable target, Rows of, List<Predictor> predictors, int mostCells) {
        this.tilting = tilting;
        this.target = target;
        this.of = of;
        this.predictors = predictors;
        this.mostCells = mostCells;
        this.order = new RowOrder(of.codes().length);
        this.zeros = new int[target.size()];
        this.groups = new Groups(target.size(), GROUPS);
        TreeNetworkSettings settings = tilting.settings();
        this.minRows = settings.rowsOfK();
        this.price = settings.price();
        this.rowsPerEntity = settings.rowsPerEntity();
        this.search = new ClassSplitSearch(minRows, GROUPS);
    }

    /** The tree; none where the class is as the ordinary tree says, or too few rows tell. */
    Optional<Growing> grow() {
        Growing root = node(0, of.codes().length);
        if (root.rows() < minRows || mostCells < 1) {
            return Optional.empty();
        }
        Tilting.Tilt whole = tilting.further(counted(root), tilting.even());
        boolean pays = whole.gain() > price * rowsPerEntity;
        Queue<Cell> open = new ArrayDeque<>(List.of(new Cell(root, pays ? whole.ratio() : tilting.even())));
        for (int cells = 1; cells < mostCells && !open.isEmpty(); ) {
            List<Cell> parts = divided(open.remove());
            open.addAll(parts);
            cells += parts.size() / 2;
        }
        return pays || !root.isLeaf() ? Optional.of(root) : Optional.empty();
    }

    private Growing node(int from, int to) {
        return new Growing(from, to, Tally.of(of.codes(), order.rows(), from, to, zeros));
    }

    private ClassRows counted(Growing node) {
        long[] byCode = new long[target.size()];
        for (int i = 0; i < node.tally.size(); i++) {
            byCode[node.tally.codes()[i]] = node.tally.counts()[i];
        }
        long[] byLeaf = new long[tilting.ordinary().length];
        for (int i = node.from; i < node.to; i++) {
            byLeaf[of.leaves()[order.rows()[i]]]++;
        }
        return new ClassRows(byLeaf, byCode);
    }

    /** Both sides of a split that pays; none if there is none. */
    private List<Cell> divided(Cell cell) {
        Growing node = cell.node();
        ClassSplitSearch.Best best = node.rows() < 2 * minRows ? ClassSplitSearch.Best.NONE : bestSplit(cell);
        Split split = best.split();
        if (split == null) {
            return List.of();
        }
        int middle = order.divide(node.from, node.to, split, codes(split.variable()));
        Growing below = node(node.from, middle);
        Growing above = node(middle, node.to);
        Tilting.Tilt tiltBelow = tilting.further(counted(below), cell.ratio());
        Tilting.Tilt tiltAbove = tilting.further(counted(above), cell.ratio());
        if (tiltBelow.gain() + tiltAbove.gain() <= price(best)) {
            return List.of();
        }
        node.split = split;
        node.below = below;
        node.above = above;
        return List.of(new Cell(below, tiltBelow.ratio()), new Cell(above, tiltAbove.ratio()));
    }

    /** What a split must gain, in nats of rows. */
    private double price(ClassSplitSearch.Best best) {
        return (price + StrictMath.log(predictors.size()) + best.choices()) * rowsPerEntity;
    }

    private ClassSplitSearch.Best bestSplit(Cell cell) {
        ClassRows counted = counted(cell.node());
        int[] histogram =
                Arrays.stream(counted.byCode()).mapToInt(Math::toIntExact).toArray();
        if (target.ordered()) {
            groups.ordered(histogram, cell.node().rows(), target.missing());
        } else {
            groups.nominal(histogram);
        }
        if (groups.size() < 2) {
            return ClassSplitSearch.Best.NONE;
        }
        long[][] expected = expected(counted.byLeaf(), cell.ratio());
        ClassSplitSearch.Best best = ClassSplitSearch.Best.NONE;
        for (Predictor predictor : predictors) {
            best = best.or(search.best(predictor, rows(cell.node(), expected)));
        }
        return best;
    }

    private ClassSplitSearch.Rows rows(Growing node, long[][] expected) {
        return new ClassSplitSearch.Rows(
                order.rows(),
                node.from,
                node.to,
                row -> groups.of(of.codes()[row]),
                row -> Objects.requireNonNull(expected[of.leaves()[row]]));
    }

    /** Chances of the groups by leaf, in units of 2^-30: whole numbers, so that it does not matter in which order rows come. */
    private long[][] expected(long[] byLeaf, double[] ratio) {
        long[][] expected = new long[byLeaf.length][];
        for (int leaf = 0; leaf < byLeaf.length; leaf++) {
            if (byLeaf[leaf] > 0) {
                double[] chance = new double[GROUPS];
                double[] byCode = tilting.probabilities(leaf, ratio);
                for (int code = 0; code < byCode.length; code++) {
                    chance[groups.of(code)] += byCode[code];
                }
                expected[leaf] = Arrays.stream(chance)
                        .mapToLong(share -> (long) StrictMath.rint(share * Distributions.ONE))
                        .toArray();
            }
        }
        return expected;
    }

    private int[] codes(int variable) {
        return predictors.stream()
                .filter(predictor -> predictor.index() == variable)
                .findFirst()
                .orElseThrow()
                .codes();
    }
}
