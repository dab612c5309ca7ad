package io.understudy.check.quality;

import io.understudy.check.Assessed;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Space;
import io.understudy.random.Hash;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pairs are measured, how, and in how many passes of bounded memory.
 *
 * <p>A pass counts tables of together at most 2^22 cells: 32 MB to 256 MB. A pair that could itself occupy more is counted
 * over the 2,047 most frequent labels of either column, the others together. Of more than 131,072 pairs a fixed sample of
 * about that many is taken.
 */
final class PairPlan {
    /** The most cells that are counted in a pass. */
    static final int MAX_CELLS = 1 << 22;

    private static final int MAX_PAIRS = 1 << 17;

    private final Space space;
    private final int maxCells;
    private final List<Marginal> columns;
    private final long mostRows;

    /**
     * @param columns  the tables of the training rows' columns
     * @param maxCells that a pass counts
     */
    PairPlan(Assessed tables, List<Marginal> columns, int maxCells) {
        this.space = tables.space();
        this.maxCells = maxCells;
        this.columns = columns;
        this.mostRows = Math.max(
                tables.train().rows(),
                Math.max(tables.holdout().rows(), tables.synthetic().rows()));
    }

    /** All pairs, or a sample, in the order of their columns. */
    List<Clique> pairs() {
        Domain domain = space.domain();
        double rate = 2.0 * MAX_PAIRS / ((double) domain.width() * (domain.width() - 1));
        List<Clique> pairs = new ArrayList<>();
        for (int a = 0; a < domain.width(); a++) {
            for (int b = a + 1; b < domain.width(); b++) {
                if (rate >= 1 || Hash.uniform(Hash.combine(a, b)) < rate) {
                    pairs.add(Clique.of(a, b));
                }
            }
        }
        return pairs;
    }

    /** As few passes as memory allows; correlations, which take little, go with the first. */
    List<PairPass> passes(List<Clique> pairs) {
        List<Clique> numbers = pairs.stream().filter(this::bothNumbers).toList();
        List<Clique> others = pairs.stream().filter(pair -> !bothNumbers(pair)).toList();
        Batches exact = new Batches(template(Integer.MAX_VALUE - 1), maxCells, mostRows);
        Batches coarse = new Batches(template((int) Math.sqrt(maxCells) - 1), maxCells, mostRows);
        List<Marginals> batches = new ArrayList<>(exact.of(
                others.stream().filter(pair -> exact.cells(pair) <= maxCells).toList()));
        batches.addAll(coarse.of(
                others.stream().filter(pair -> exact.cells(pair) > maxCells).toList()));
        if (batches.isEmpty() && !numbers.isEmpty()) {
            batches.add(exact.template());
        }
        List<PairPass> passes = new ArrayList<>();
        for (Marginals batch : batches) {
            passes.add(new PairPass(batch, new Moments(passes.isEmpty() ? numbers : List.of(), scales())));
        }
        return passes;
    }

    private boolean bothNumbers(Clique pair) {
        return pair.variables().stream().allMatch(v -> space.axes().get(v) instanceof Space.Numbers);
    }

    /** No tables yet, but how to count: numbers in bins, the most frequent labels. */
    private Marginals template(int labels) {
        List<Grouping> groupings = new ArrayList<>();
        for (int v = 0; v < columns.size(); v++) {
            groupings.add(
                    space.axes().get(v) instanceof Space.Numbers axis
                            ? Bins.grouping(axis, columns.get(v))
                            : Grouping.frequent(columns.get(v), labels));
        }
        return new Marginals(space.domain(), List.of(), groupings);
    }

    private List<FixedPoint> scales() {
        List<FixedPoint> scales = new ArrayList<>();
        for (int v = 0; v < columns.size(); v++) {
            scales.add(
                    space.axes().get(v) instanceof Space.Numbers axis
                            ? FixedPoint.of(axis, space.domain().variable(v).missing())
                            : FixedPoint.none());
        }
        return scales;
    }
}
