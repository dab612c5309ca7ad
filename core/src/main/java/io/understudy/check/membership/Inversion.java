package io.understudy.check.membership;

import io.understudy.check.Finding;
import io.understudy.check.Interval;
import io.understudy.check.Rate;
import io.understudy.check.Risk;
import io.understudy.domain.Block;
import io.understudy.domain.Domain;
import io.understudy.stat.Blocks;
import io.understudy.stat.CanonicalRows;
import io.understudy.stat.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Model inversion (Fredrikson et al. 2014): of someone all of whose values but one are known, the missing one is guessed as
 * the one that the model finds likeliest beside the others. {@code inversion} is the residual {@link Risk}, by column: how
 * much oftener the guess is right for rows learned from than for held-out ones, which it is right for as well, as any
 * good model's. The baseline is how often the most frequent value is right.
 *
 * <p>Left out are columns of more than {@value #MOST_CODES} codes. About {@value #ROWS} rows of either side, or as many as the
 * smaller one has, drawn at random: as many of the one as of the other, so that both {@linkplain Rate rates} are drawn towards
 * one half alike.
 *
 * @param secrets positions of the columns that are guessed
 */
record Inversion(LogLikelihood model, List<Integer> secrets, double confidence, long seed) {
    private static final int MOST_CODES = 512;
    private static final int ROWS = 1_000;

    List<Finding> measure(Table train, Table holdout) {
        Domain domain = train.domain();
        int most = (int) Math.min(ROWS, Math.min(train.rows(), holdout.rows()));
        CanonicalRows learned = CanonicalRows.of(train.sample(most, seed));
        CanonicalRows heldOut = CanonicalRows.of(holdout.sample(most, seed));
        int each = Math.min(learned.block().rows(), heldOut.block().rows());
        Block both = Blocks.concatenate(domain, List.of(learned.first(each), heldOut.first(each)));
        List<Integer> columns =
                secrets.stream().filter(v -> domain.size(v) <= MOST_CODES).toList();
        List<Right> right = train.run(both, columns.size(), new Guess(model, domain, columns, each));
        double z = Interval.z(confidence, Math.max(1, columns.size()));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Right guessed = right.get(i);
            Risk risk = Risk.of(Rate.of(guessed.learned, each, z), Rate.of(guessed.heldOut, each, z));
            double naive = (double) guessed.mode / Math.max(1, both.rows());
            findings.add(
                    risk.finding("inversion", domain.variable(columns.get(i)).name(), naive)
                            .decidedBy(each, Risk.LEAST_ATTACKS));
        }
        return findings;
    }

    /** How many guesses are right, and how often the most frequent value would be. */
    private record Right(int learned, int heldOut, int mode) implements Serializable {}

    private record Guess(LogLikelihood model, Domain domain, List<Integer> columns, int learned)
            implements Table.Task<Right> {
        @Override
        public Right run(Block rows, int index) {
            int variable = columns.get(index);
            int[] secrets = rows.read(variable, new int[rows.rows()]);
            int[] guesses = likeliest(rows, variable);
            int right = 0;
            int rightLearned = 0;
            int[] counts = new int[domain.size(variable)];
            for (int row = 0; row < secrets.length; row++) {
                right += guesses[row] == secrets[row] ? 1 : 0;
                rightLearned += row < learned && guesses[row] == secrets[row] ? 1 : 0;
                counts[secrets[row]]++;
            }
            return new Right(
                    rightLearned,
                    right - rightLearned,
                    IntStream.of(counts).max().orElse(0));
        }

        /** Tries every code in the place of the secret; of equally likely ones the lowest counts. */
        private int[] likeliest(Block rows, int variable) {
            Block tried = Blocks.concatenate(domain, List.of(rows));
            int[] code = new int[rows.rows()];
            int[] guesses = new int[rows.rows()];
            double[] best = new double[rows.rows()];
            double[] logs = new double[rows.rows()];
            for (int candidate = 0; candidate < domain.size(variable); candidate++) {
                Arrays.fill(code, candidate);
                tried.write(variable, code);
                model.write(tried, logs);
                for (int row = 0; row < logs.length; row++) {
                    if (candidate == 0 || logs[row] > best[row]) {
                        best[row] = logs[row];
                        guesses[row] = candidate;
                    }
                }
            }
            return guesses;
        }
    }
}
