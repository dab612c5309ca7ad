package io.understudy.model.bayes;

import io.understudy.domain.Variable;
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
    private final int[] zeros;
    private final Questions search;

    Grower(Growth growth, Variable target, int[] targetCodes, List<Predictor> predictors, boolean names) {
        this.growth = growth;
        this.target = target;
        this.targetCodes = targetCodes;
        this.predictors = predictors;
        this.order = new RowOrder(targetCodes.length);
        this.rows = order.rows();
        this.zeros = new int[target.size()];
        this.search = names
                ? new NameSearch(growth.minRows(), targetCodes, target.size())
                : new GroupSearch(growth, target, targetCodes);
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
        if (!search.enter(node, rows)) {
            return null;
        }
        Split best = null;
        for (Predictor predictor : predictors) {
            Split split = search.best(predictor);
            if (split != null && (best == null || split.gain() > best.gain())) {
                best = split;
            }
        }
        return best;
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
