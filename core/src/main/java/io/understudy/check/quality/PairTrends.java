package io.understudy.check.quality;

import io.understudy.check.Assessed;
import io.understudy.check.Finding;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Space;
import io.understudy.random.Hash;
import io.understudy.stat.Both;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SDMetrics' Column Pair Trends, as errors 0 .. 1: half the difference of Pearson's correlations for two numbers,
 * otherwise the total variation distance of the contingency tables, numbers in ten bins of the training range.
 *
 * <p>Memory is bounded: a pass counts tables of together at most 2^22 cells, wide tables take several. A pair that could
 * itself occupy more is counted over the 2,047 most frequent labels of either column, the others together. Of more than
 * 131,072 pairs a fixed sample of about that many is taken.
 */
final class PairTrends {
    static final int MAX_CELLS = 1 << 22;
    static final int MAX_PAIRS = 1 << 17;
    private static final int MAX_LABELS = 1 << 11;

    private final Assessed tables;
    private final List<Marginal> columns;
    private final List<Clique> pairs;
    private final List<Pass> passes = new ArrayList<>();

    /** What is counted together. */
    private record Pass(Marginals contingencies, Moments correlations) {}

    /** @param columns the tables of the training rows' columns */
    PairTrends(Assessed tables, List<Marginal> columns) {
        this.tables = tables;
        this.columns = columns;
        pairs = pairs(tables.space().domain());
        plan();
    }

    private static List<Clique> pairs(Domain domain) {
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

    private void plan() {
        List<Clique> numbers = pairs.stream().filter(this::bothNumbers).toList();
        List<Clique> others = pairs.stream().filter(pair -> !bothNumbers(pair)).toList();
        Marginals exact = new Marginals(domain(), List.of(), groupings(Integer.MAX_VALUE - 1));
        Marginals coarse = new Marginals(domain(), List.of(), groupings(MAX_LABELS - 1));
        plan(
                exact,
                others.stream().filter(pair -> cells(exact, pair) <= MAX_CELLS).toList());
        plan(
                coarse,
                others.stream().filter(pair -> cells(exact, pair) > MAX_CELLS).toList());
        if (passes.isEmpty() && !numbers.isEmpty()) {
            passes.add(new Pass(exact, correlations(List.of())));
        }
        if (!passes.isEmpty()) {
            passes.set(0, new Pass(passes.get(0).contingencies(), correlations(numbers)));
        }
    }

    private void plan(Marginals template, List<Clique> wanted) {
        List<Clique> batch = new ArrayList<>();
        long cells = 0;
        for (Clique pair : wanted) {
            cells += cells(template, pair);
            if (cells > MAX_CELLS && !batch.isEmpty()) {
                passes.add(pass(template, batch));
                batch.clear();
                cells = cells(template, pair);
            }
            batch.add(pair);
        }
        if (!batch.isEmpty()) {
            passes.add(pass(template, batch));
        }
    }

    private Pass pass(Marginals template, List<Clique> batch) {
        return new Pass(new Marginals(domain(), batch, template.groupings()), correlations(List.of()));
    }

    /** How many cells of a pair's table may occur. */
    private long cells(Marginals template, Clique pair) {
        long rows = Math.max(
                tables.train().rows(),
                Math.max(tables.holdout().rows(), tables.synthetic().rows()));
        return Math.min(template.cells(pair), rows);
    }

    private Domain domain() {
        return tables.space().domain();
    }

    private boolean bothNumbers(Clique pair) {
        return pair.variables().stream().allMatch(v -> tables.space().axes().get(v) instanceof Space.Numbers);
    }

    private List<Grouping> groupings(int labels) {
        List<Grouping> groupings = new ArrayList<>();
        for (int v = 0; v < domain().width(); v++) {
            groupings.add(
                    tables.space().axes().get(v) instanceof Space.Numbers axis
                            ? Bins.grouping(axis, columns.get(v))
                            : Grouping.frequent(columns.get(v), labels));
        }
        return groupings;
    }

    private Moments correlations(List<Clique> numbers) {
        List<FixedPoint> scales = new ArrayList<>();
        for (int v = 0; v < domain().width(); v++) {
            scales.add(
                    tables.space().axes().get(v) instanceof Space.Numbers axis
                            ? FixedPoint.of(axis, columns.get(v))
                            : FixedPoint.none());
        }
        return new Moments(numbers, scales);
    }

    /** One finding a pair and their mean. */
    List<Finding> findings() {
        Map<Clique, double[]> errors = new HashMap<>();
        passes.forEach(pass -> measure(pass, errors));
        Scores scores = new Scores("pair-trend", "trend-error");
        for (Clique pair : pairs) {
            double[] error = errors.getOrDefault(pair, new double[] {Double.NaN, Double.NaN});
            scores.add(subject(pair), error[0], error[1]);
        }
        return scores.findings();
    }

    private String subject(Clique pair) {
        Domain two = domain().project(pair);
        return two.variable(0).name() + " × " + two.variable(1).name();
    }

    private void measure(Pass pass, Map<Clique, double[]> errors) {
        Counted train = count(pass, tables.train());
        Counted holdout = count(pass, tables.holdout());
        Counted synthetic = count(pass, tables.synthetic());
        List<Clique> contingencies = pass.contingencies().cliques();
        for (int i = 0; i < contingencies.size(); i++) {
            Marginal real = train.marginals().get(i);
            errors.put(contingencies.get(i), new double[] {
                real.distance(synthetic.marginals().get(i)),
                real.distance(holdout.marginals().get(i))
            });
        }
        List<Clique> numbers = pass.correlations().pairs();
        for (int i = 0; i < numbers.size(); i++) {
            double real = train.correlations()[i];
            errors.put(numbers.get(i), new double[] {
                Math.abs(real - synthetic.correlations()[i]) / 2, Math.abs(real - holdout.correlations()[i]) / 2
            });
        }
    }

    /** What a pass found in one table. */
    private record Counted(List<Marginal> marginals, double[] correlations) {}

    private static Counted count(Pass pass, Table table) {
        var found = table.compute(new Both<>(pass.contingencies(), pass.correlations()));
        return new Counted(found.first(), found.second());
    }
}
