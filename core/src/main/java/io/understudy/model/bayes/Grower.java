package io.understudy.model.bayes;

import io.understudy.domain.Variable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Grows one tree for one target, best split first, over rows held in memory. */
final class Grower {
    private final Growth growth;
    private final Variable target;
    private final int[] targetCodes;
    private final List<Predictor> predictors;
    private final RowOrder order;
    private final int[] rows;
    private final int[] groupOfRow;
    private final int[] histogram;
    private final int[] zeros;
    private final Groups groups;
    private final SplitSearch search;

    Grower(Growth growth, Variable target, int[] targetCodes, List<Predictor> predictors) {
        this.growth = growth;
        this.target = target;
        this.targetCodes = targetCodes;
        this.predictors = predictors;
        this.order = new RowOrder(targetCodes.length);
        this.rows = order.rows();
        this.groupOfRow = new int[rows.length];
        this.histogram = new int[target.size()];
        this.zeros = new int[target.size()];
        this.groups = new Groups(target.size(), growth.groups());
        this.search = new SplitSearch(new Entropy(rows.length), growth.minRows(), growth.groups());
    }

    private record Candidate(Growing node, Split split, int place) {}

    /** The grown tree. */
    Growing grow() {
        Growing root = node(0, rows.length);
        PriorityQueue<Candidate> open = new PriorityQueue<>(Comparator.comparingDouble(
                        (Candidate candidate) -> -candidate.split().gain())
                .thenComparingInt(Candidate::place));
        int place = 0;
        offer(open, root, place++);
        for (int leaves = 1; leaves < growth.leaves(target.size()) && !open.isEmpty(); leaves++) {
            Candidate next = open.remove();
            divide(next.node(), next.split());
            offer(open, Objects.requireNonNull(next.node().below), place++);
            offer(open, Objects.requireNonNull(next.node().above), place++);
        }
        return root;
    }

    private Growing node(int from, int to) {
        return new Growing(from, to, Tally.of(targetCodes, rows, from, to, zeros));
    }

    private void offer(PriorityQueue<Candidate> open, Growing node, int place) {
        Split split = node.rows() < 2 * growth.minRows() ? null : bestSplit(node);
        if (split != null) {
            open.add(new Candidate(node, split, place));
        }
    }

    private @Nullable Split bestSplit(Growing node) {
        group(node);
        if (groups.size() < 2) {
            return null;
        }
        Split best = null;
        for (Predictor predictor : predictors) {
            Split split = search.best(predictor, rows, node, groups, groupOfRow);
            if (split != null && (best == null || split.gain() > best.gain())) {
                best = split;
            }
        }
        return best;
    }

    private void group(Growing node) {
        Arrays.fill(histogram, 0);
        for (int i = 0; i < node.tally.size(); i++) {
            histogram[node.tally.codes()[i]] = node.tally.counts()[i];
        }
        if (target.ordered()) {
            groups.ordered(histogram, node.rows(), target.missing());
        } else {
            groups.nominal(histogram);
        }
        for (int i = node.from; i < node.to; i++) {
            groupOfRow[i] = groups.of(targetCodes[rows[i]]);
        }
    }

    private void divide(Growing node, Split split) {
        int middle = order.divide(node.from, node.to, split, codes(split.variable()));
        node.split = split;
        node.below = node(node.from, middle);
        node.above = node(middle, node.to);
    }

    private int[] codes(int variable) {
        for (Predictor predictor : predictors) {
            if (predictor.index() == variable) {
                return predictor.codes();
            }
        }
        throw new IllegalArgumentException("no predictor " + variable);
    }
}
