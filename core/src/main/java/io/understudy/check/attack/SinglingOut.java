package io.understudy.check.attack;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Rate;
import io.understudy.check.Risk;
import io.understudy.stat.CanonicalRows;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether what is true of exactly one synthetic row is true of exactly one person (Cohen and Nissim 2020, by the method of
 * Giomi et al., PoPETS 2023): {@code privacy.singling-out}, once for queries on one column and once each for queries on 4
 * and on 8, or on all where the table has no more.
 *
 * <p>All queries single out a synthetic row. One succeeds if it matches exactly one row learned from; the control attack
 * asks the same of the held-out rows. The value is the residual risk, the baseline how often queries at random succeed
 * that do not look at any row. Matches are looked up, see {@link Matches}; see {@link Isolation} for tables of unequal
 * size.
 *
 * <p>On codes, a value that no real row has is one with all others between the same two real values: as a query on it
 * fails for certain, risks are overstated where there are many such, never understated.
 *
 * <p>Some tables have no values that occur once, so that there are no queries on one column. Nothing is decided where there
 * are too few queries of all kinds together.
 *
 * @param confidence of all intervals together, above 0 and below 1
 * @param attacks    queries of each kind; there are fewer where the synthetic table does not give as many
 * @param seed       of what is drawn
 */
public record SinglingOut(double confidence, int attacks, long seed) implements Check {
    private static final String NAME = "privacy";
    private static final int[] COLUMNS = {4, 8};
    /** Rows of the sample that sifts queries. */
    private static final int SAMPLE = 100_000;
    /** Sifted queries for each one that is wanted: those that match one row of the sample may match more of the table. */
    private static final int SPARE = 4;
    /** Queries drawn for each one that is wanted. */
    private static final int ATTEMPTS = 200;
    /** As good as any larger number of rows where only those that stand alone count. */
    private static final int SEVERAL = 2;

    @Override
    public String name() {
        return NAME;
    }

    /** Queries of one kind. */
    private record Kind(String subject, List<Query> queries, List<Query> naive) {}

    @Override
    public List<Finding> measure(Assessed tables) {
        List<Kind> kinds = kinds(tables);
        List<Query> queries =
                kinds.stream().flatMap(kind -> kind.queries().stream()).toList();
        List<Query> naive =
                kinds.stream().flatMap(kind -> kind.naive().stream()).toList();
        Matches learned = Matches.in(tables.train(), tables.space().domain(), tables.search());
        Matches heldOut = Matches.in(tables.holdout(), tables.space().domain(), tables.search());
        Outcome outcome = new Outcome(
                learned.of(queries, Long.MAX_VALUE),
                heldOut.of(queries, Long.MAX_VALUE),
                learned.of(naive, SEVERAL),
                Isolation.of(tables.train().rows(), tables.holdout().rows()));
        double z = Interval.z(confidence, kinds.size());
        List<Finding> findings = new ArrayList<>();
        int from = 0;
        int fromNaive = 0;
        for (Kind kind : kinds) {
            int to = from + kind.queries().size();
            int toNaive = fromNaive + kind.naive().size();
            findings.add(outcome.risk(from, to, z)
                    .finding("singling-out", kind.subject(), outcome.naive(fromNaive, toNaive)));
            from = to;
            fromNaive = toNaive;
        }
        findings.replaceAll(finding -> finding.decidedBy(queries.size(), Risk.LEAST_ATTACKS));
        findings.add(Finding.counted(NAME, "attacks", "singling out", (double) queries.size()));
        return findings;
    }

    /**
     * How many rows every query matches.
     *
     * @param naive of the rows learned from and the queries at random, counted to {@link #SEVERAL}
     */
    private record Outcome(long[] train, long[] holdout, long[] naive, Isolation isolation) {
        Risk risk(int from, int to, double z) {
            double attack = 0;
            double control = 0;
            for (int q = from; q < to; q++) {
                attack += isolation.learned(train[q]);
                control += isolation.heldOut(holdout[q]);
            }
            return Risk.of(Rate.of(attack, to - from, z), Rate.of(control, to - from, z), isolation.certain());
        }

        double naive(int from, int to) {
            long single = IntStream.range(from, to).filter(q -> naive[q] == 1).count();
            return (double) single / Math.max(1, to - from);
        }
    }

    private List<Kind> kinds(Assessed tables) {
        Released released = Released.of(tables);
        Table synthetic = tables.synthetic();
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind(
                "one column",
                new Univariate(released, Draws.seed(seed, 0)).queries(attacks),
                new NaiveQueries(released, 1, Draws.seed(seed, 1)).queries(attacks)));
        List<Integer> several = IntStream.of(COLUMNS)
                .map(count -> Math.min(count, released.width()))
                .filter(count -> count > 1)
                .distinct()
                .boxed()
                .toList();
        CanonicalRows rows = CanonicalRows.of(synthetic.sample(SAMPLE, Draws.seed(seed, 2)));
        Sample sample = Sample.of(tables.space(), rows.block());
        int most = sample.rows().rows() == synthetic.rows() ? attacks : SPARE * attacks;
        // Each by itself: no core of the driver waits for the other.
        List<List<Query>> sifted = several.stream()
                .parallel()
                .map(count -> new Multivariate(released, sample, count, Draws.seed(seed, 2 * count))
                        .queries(most, ATTEMPTS * attacks))
                .toList();
        List<Query> all = sifted.stream().flatMap(List::stream).toList();
        long[] counts = tables.search().ask(synthetic, Query.count(all, SEVERAL));
        int at = 0;
        for (int i = 0; i < several.size(); i++) {
            int from = at;
            List<Query> candidates = sifted.get(i);
            at += candidates.size();
            int count = several.get(i);
            kinds.add(new Kind(
                    count + " columns",
                    IntStream.range(0, candidates.size())
                            .filter(q -> counts[from + q] == 1)
                            .limit(attacks)
                            .mapToObj(candidates::get)
                            .toList(),
                    new NaiveQueries(released, count, Draws.seed(seed, 2 * count + 1)).queries(attacks)));
        }
        return kinds;
    }
}
