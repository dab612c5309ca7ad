package io.understudy.check.quality;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.neighbour.Space;
import io.understudy.random.Pcg64;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far tables of one, two and three columns are from those of the training rows: mean total variation distances
 * {@code marginal-1}, {@code marginal-2} and {@code marginal-3}, 0 .. 1, numbers in twenty bins of equal mass.
 *
 * <p>{@code k-marginal-score} is the score of NIST's challenges (Task et al. 2021) of the tables of three: 1000 times
 * what they have in common, 1000 is perfect. Of more than {@value #MOST_TRIPLES} triples or
 * {@value #MOST_PAIRS} pairs a fixed sample of as many is taken, the one that NumPy's {@code default_rng(7).choice} draws from
 * them in lexicographic order. A table of more than 2^22 cells is counted over the most frequent labels, the others together.
 */
public record KWay() implements Check {
    static final int MOST_TRIPLES = 100;
    static final int MOST_PAIRS = 5_000;
    private static final int MAX_CELLS = 1 << 22;
    private static final int COARSE = 160;
    /** That of the outside measure, so that both look at the same sets of columns. */
    private static final int SEED = 7;

    private static final double PERFECT = 1000;

    @Override
    public String name() {
        return Fidelity.NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        List<Marginal> columns =
                tables.train().compute(Marginals.ofColumns(tables.space().domain()));
        List<Finding> findings = new ArrayList<>();
        Gap gap = new Gap(0, 0);
        for (int k = 1; k <= Math.min(3, columns.size()); k++) {
            gap = gap(tables, columns, cliques(columns.size(), k));
            findings.add(Scores.finding("marginal-" + k, "", gap.synthetic(), gap.holdout()));
        }
        if (columns.size() >= 3) {
            findings.add(Scores.finding(
                    "k-marginal-score", "", PERFECT * (1 - gap.synthetic()), PERFECT * (1 - gap.holdout())));
        }
        return findings;
    }

    /** Mean distances from the training rows. */
    private record Gap(double synthetic, double holdout) {}

    private static Gap gap(Assessed tables, List<Marginal> columns, List<Clique> cliques) {
        double synthetic = 0;
        double holdout = 0;
        for (Marginals pass : passes(tables, columns, cliques)) {
            List<Marginal> train = tables.train().compute(pass);
            List<Marginal> held = tables.holdout().compute(pass);
            List<Marginal> made = tables.synthetic().compute(pass);
            for (int i = 0; i < train.size(); i++) {
                synthetic += train.get(i).distance(made.get(i));
                holdout += train.get(i).distance(held.get(i));
            }
        }
        return new Gap(synthetic / cliques.size(), holdout / cliques.size());
    }

    private static List<Marginals> passes(Assessed tables, List<Marginal> columns, List<Clique> cliques) {
        long rows = Math.max(
                tables.train().rows(),
                Math.max(tables.holdout().rows(), tables.synthetic().rows()));
        Batches exact = new Batches(template(tables.space(), columns, Integer.MAX_VALUE - 1), MAX_CELLS, rows);
        Batches coarse = new Batches(template(tables.space(), columns, COARSE), MAX_CELLS, rows);
        List<Marginals> passes = new ArrayList<>(exact.of(cliques.stream()
                .filter(clique -> exact.cells(clique) <= MAX_CELLS)
                .toList()));
        passes.addAll(coarse.of(cliques.stream()
                .filter(clique -> exact.cells(clique) > MAX_CELLS)
                .toList()));
        return passes;
    }

    private static Marginals template(Space space, List<Marginal> columns, int labels) {
        List<Grouping> groupings = IntStream.range(0, columns.size())
                .mapToObj(v -> space.axes().get(v) instanceof Space.Numbers axis
                        ? Quantiles.grouping(axis, columns.get(v))
                        : Grouping.frequent(columns.get(v), labels))
                .toList();
        Domain domain = space.domain();
        return new Marginals(domain, List.of(), groupings);
    }

    /** All sets of k columns, or a fixed sample of them. */
    static List<Clique> cliques(int width, int k) {
        List<Clique> all = new ArrayList<>();
        int most = k == 3 ? MOST_TRIPLES : MOST_PAIRS;
        if (combinations(width, k) <= most || k == 1) {
            extend(width, k, List.of(), all);
            return all;
        }
        new Pcg64(SEED).choice(most, (long) combinations(width, k)).forEach(rank -> all.add(unranked(rank, width, k)));
        return all;
    }

    /** The set of k columns that has so many before it in lexicographic order. */
    private static Clique unranked(long rank, int width, int k) {
        List<Integer> columns = new ArrayList<>();
        long before = 0;
        for (int v = 0; columns.size() < k; v++) {
            long with = (long) combinations(width - v - 1, k - columns.size() - 1);
            if (rank < before + with) {
                columns.add(v);
            } else {
                before += with;
            }
        }
        return new Clique(columns);
    }

    /** Exact up to 2^53. */
    private static double combinations(int width, int k) {
        double combinations = 1;
        for (int i = 0; i < k; i++) {
            combinations = combinations * (width - i) / (i + 1);
        }
        return combinations;
    }

    private static void extend(int width, int k, List<Integer> columns, List<Clique> all) {
        if (columns.size() == k) {
            all.add(new Clique(columns));
            return;
        }
        int from = columns.isEmpty() ? 0 : columns.get(columns.size() - 1) + 1;
        for (int v = from; v < width; v++) {
            List<Integer> longer = new ArrayList<>(columns);
            longer.add(v);
            extend(width, k, longer, all);
        }
    }
}
