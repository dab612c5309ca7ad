package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * Grows and prunes the tree of one variable over a shared sample.
 *
 * @param parents by variable, the variables its tree may ask about
 */
record TreeFit(Domain domain, List<List<Integer>> parents, TreeNetworkSettings settings)
        implements Table.Task<TreeFit.Fitted> {

    /** Strengths of an ancestor that are tried, in entities. */
    private static final double[] STRENGTHS = {0.3, 1, 3, 10, 30, 100, 300};

    /**
     * A tree and how far its leaves should lean on their ancestors.
     *
     * @param refinement steps in which codes are told apart
     * @param strength   rows that an ancestor counts for at the first step
     */
    record Fitted(Tree tree, Refinement refinement, double strength) implements Serializable {}

    @Override
    public Fitted run(Block sample, int variable) {
        int[] target = column(sample, variable);
        List<Predictor> predictors = parents.get(variable).stream()
                .map(parent -> new Predictor(parent, domain.variable(parent), column(sample, parent)))
                .toList();
        Variable of = domain.variable(variable);
        Scored plain = fit(of, target, predictors);
        ScorecardFit.Learned learned = ScorecardFit.learn(of, target, predictors, settings);
        if (!learned.card().isNone()) {
            List<Predictor> more = new ArrayList<>(predictors);
            more.add(learned.predictor());
            Scored asking = fit(of, target, more);
            if (asking.likelihood() - learned.price() > plain.likelihood()) {
                return asking.fitted(learned.card());
            }
        }
        return plain.fitted(Scorecard.NONE);
    }

    private Scored fit(Variable of, int[] target, List<Predictor> predictors) {
        Growing grown = new Grower(settings.growth(), of, target, predictors).grow();
        Refinement steps = Refinement.of(of, histogram(target, of.size()));
        Scored best = null;
        for (Detail detail : of.ordered() ? Detail.values() : new Detail[] {Detail.SMOOTH}) {
            Refinement refinement = steps.with(detail);
            Scored pruned = likeliest(strength -> {
                Growing root = grown.copy();
                double rows = strength * settings.rowsPerEntity();
                double likelihood = new Pruning(refinement, rows, settings).prune(root);
                return new Scored(root, refinement, rows, likelihood);
            });
            best = best == null || pruned.likelihood() > best.likelihood() ? pruned : best;
        }
        return Objects.requireNonNull(best);
    }

    /** A pruned tree and how likely it makes rows left out. */
    private record Scored(Growing root, Refinement refinement, double strength, double likelihood) {
        Fitted fitted(Scorecard card) {
            return new Fitted(flatten(root, card), refinement, strength);
        }
    }

    /** Walks over the strengths from the middle, up as long as rows left out get likelier, then down. */
    private static Scored likeliest(DoubleFunction<Scored> prune) {
        int middle = STRENGTHS.length / 2;
        Scored start = prune.apply(STRENGTHS[middle]);
        Scored stronger = climb(prune, start, middle, 1);
        return stronger.likelihood() > start.likelihood() ? stronger : climb(prune, start, middle, -1);
    }

    private static Scored climb(DoubleFunction<Scored> prune, Scored start, int from, int step) {
        Scored best = start;
        for (int at = from + step; at >= 0 && at < STRENGTHS.length; at += step) {
            Scored next = prune.apply(STRENGTHS[at]);
            if (next.likelihood() <= best.likelihood()) {
                break;
            }
            best = next;
        }
        return best;
    }

    private static long[] histogram(int[] codes, int size) {
        long[] counts = new long[size];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    private static int[] column(Block sample, int variable) {
        return sample.read(variable, new int[sample.rows()]);
    }

    /** Nodes in breadth-first order, so that children come after their parent. */
    private static Tree flatten(Growing root, Scorecard card) {
        List<Growing> nodes = new ArrayList<>(List.of(root));
        for (int i = 0; i < nodes.size(); i++) {
            Growing node = nodes.get(i);
            if (!node.isLeaf()) {
                nodes.add(Objects.requireNonNull(node.below));
                nodes.add(Objects.requireNonNull(node.above));
            }
        }
        int[] variable = new int[nodes.size()];
        int[] threshold = new int[nodes.size()];
        long[][] subset = new long[nodes.size()][];
        int[] below = new int[nodes.size()];
        int[] above = new int[nodes.size()];
        int next = 1;
        int leaves = 0;
        for (int i = 0; i < variable.length; i++) {
            Split split = nodes.get(i).split;
            variable[i] = split == null ? Tree.LEAF : split.variable();
            threshold[i] = split == null ? 0 : split.threshold();
            subset[i] = split == null ? Tree.ordered() : split.subset();
            below[i] = split == null ? leaves++ : next++;
            above[i] = split == null ? 0 : next++;
        }
        boolean asks = Arrays.stream(variable).anyMatch(asked -> asked == Tree.CARD);
        return new Tree(variable, threshold, subset, below, above, asks ? card : Scorecard.NONE);
    }
}
