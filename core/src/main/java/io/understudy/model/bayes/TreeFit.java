package io.understudy.model.bayes;

import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Grows and prunes the tree of one variable over a shared sample, and those of rare classes in which it is unlike that.
 *
 * @param structure what its trees may ask about, and which classes are rare
 */
record TreeFit(Domain domain, Structure structure, TreeNetworkSettings settings) implements Table.Task<TreeFit.Fitted> {

    /** Strengths of an ancestor that are tried, in entities. */
    private static final double[] STRENGTHS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000};
    /** Rows above which half as many decide whether a tree asks about a score. */
    private static final int TO_DECIDE = 120_000;
    /** Where trying begins. */
    private static final int START = 6;

    /**
     * A tree and how far its leaves should lean on their ancestors.
     *
     * @param refinement steps in which codes are told apart
     * @param strength   rows that the node above counts for at the first step, by node
     * @param classes    trees of rare classes
     */
    record Fitted(Tree tree, Refinement refinement, double[] strength, List<ClassTree> classes)
            implements Serializable {}

    @Override
    public Fitted run(Block sample, int variable) {
        int[] target = column(sample, variable);
        List<Score> scores =
                Optional.ofNullable(structure.scores().get(variable)).stream().toList();
        Variable of = domain.variable(variable);
        Refinement steps = Refinement.of(of, histogram(target, of.size()));
        Choice choice = choice(sample, variable, steps);
        Scored chosen = choice.tree();
        if (of.ordered() && of.size() > settings.growth().groups()) {
            Growing named = grow(of, target, choice.predictors(), true);
            chosen = likelier(chosen, likeliest(named, steps.with(Detail.NAMES)));
        }
        Tree tree = chosen.root().flattened(scores);
        List<ClassTree> classes = new ArrayList<>();
        if (!structure.classes(variable).isEmpty()) {
            Leaves leaves = new Leaves(chosen.refinement(), tree, chosen.strengths(settings.leaning()));
            double[][] ordinary = leaves.probabilities(chosen.root().counts(of.size()));
            ClassFit fit =
                    new ClassFit(domain, structure.mayTellOfClass(variable), structure.classes(variable), settings);
            classes.addAll(fit.fit(sample, variable, tree, new Tilting(ordinary, chosen.refinement(), settings)));
        }
        return new Fitted(tree, chosen.refinement(), chosen.strengths(1), classes);
    }

    /** What a tree asks about, and the tree. */
    private record Choice(List<Predictor> predictors, Scored tree) {}

    /** With or without a score; where rows are many, some of them decide which. */
    private Choice choice(Block rows, int variable, Refinement steps) {
        List<Predictor> parents = parents(rows, variable);
        Score score = structure.scores().get(variable);
        if (score == null) {
            return tree(rows, variable, steps, parents);
        }
        List<Predictor> more = with(score, parents, rows);
        if (rows.rows() > TO_DECIDE) {
            Choice some = choice(part(rows), variable, steps);
            return tree(rows, variable, steps, some.predictors().size() > parents.size() ? more : parents);
        }
        Choice without = tree(rows, variable, steps, parents);
        Choice scored = tree(rows, variable, steps, more);
        return scored.tree().likelihood() > without.tree().likelihood() ? scored : without;
    }

    /** Rows at equal steps, as many as decide. */
    private static Block part(Block rows) {
        int count = TO_DECIDE / 2;
        int[] positions = new int[count];
        Arrays.setAll(positions, i -> (int) ((long) i * rows.rows() / count));
        return rows.select(positions, count);
    }

    private Choice tree(Block rows, int variable, Refinement steps, List<Predictor> predictors) {
        Variable of = domain.variable(variable);
        return new Choice(predictors, likeliest(of, steps, grow(of, column(rows, variable), predictors, false)));
    }

    /** The variables that a tree may ask about. */
    private List<Predictor> parents(Block sample, int variable) {
        return structure.parents().get(variable).stream()
                .map(parent -> new Predictor(parent, domain.variable(parent), column(sample, parent)))
                .toList();
    }

    /** They and their score. */
    private List<Predictor> with(Score score, List<Predictor> parents, Block sample) {
        int[][] columns = new int[domain.width()][];
        parents.forEach(parent -> columns[parent.index()] = parent.codes());
        Variable ordered = Variable.ordinal("score", Score.SIZE);
        List<Predictor> more = new ArrayList<>(parents);
        more.add(new Predictor(Tree.SCORE, ordered, score.of(columns, sample.rows())));
        return more;
    }

    /** The likeliest of a tree's prunings, with values on a scale and with values as names. */
    private Scored likeliest(Variable of, Refinement steps, Growing grown) {
        Scored scale = likeliest(grown, steps);
        return of.ordered() ? likelier(scale, likeliest(grown, steps.with(Detail.NAMES))) : scale;
    }

    /** A pruned tree and how likely it makes rows left out. */
    private record Scored(Growing root, Refinement refinement, double strength, double likelihood) {

        /** So many times the strength of each node of the tree. */
        double[] strengths(double times) {
            return Arrays.stream(root.leans())
                    .map(lean -> lean * strength * times)
                    .toArray();
        }
    }

    /** @param names whether each code of the target is a name, and splits are judged by what they tell of every one */
    private Growing grow(Variable of, int[] target, List<Predictor> predictors, boolean names) {
        return new Grower(settings.growth(), of, target, predictors, names).grow();
    }

    private static Scored likelier(Scored one, Scored other) {
        return other.likelihood() > one.likelihood() ? other : one;
    }

    /** The tree pruned under the strength that makes rows left out likeliest. */
    private Scored likeliest(Growing grown, Refinement refinement) {
        return likeliest(strength -> {
            Growing root = grown.copy();
            double rows = strength * settings.rowsPerEntity();
            double likelihood = new Pruning(refinement, rows, settings).prune(root);
            return new Scored(root, refinement, rows, likelihood);
        });
    }

    /** Walks over the strengths, up as long as rows left out get likelier, then down. */
    private static Scored likeliest(DoubleFunction<Scored> prune) {
        Scored start = prune.apply(STRENGTHS[START]);
        Scored stronger = climb(prune, start, START, 1);
        return stronger.likelihood() > start.likelihood() ? stronger : climb(prune, start, START, -1);
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
}
