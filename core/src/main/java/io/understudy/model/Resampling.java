package io.understudy.model;

import io.understudy.domain.Block;
import io.understudy.random.Hash;
import io.understudy.random.Philox;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows drawn under conditions on any variables: of a fixed number of candidates, drawn by likelihood weighting, a row is one
 * in proportion to its weight (sampling importance resampling: Rubin 1988). Exact in the limit of many candidates; how far
 * from there is told by how many unweighted rows the candidates are worth (effective sample size: Kong 1992).
 *
 * <p>Law: row {@code r} depends on (model, seed, r, what is known of it) and nothing else, and takes as many draws as there
 * are candidates, never more. Candidate {@code j} is row {@code r} under a seed of its own.
 *
 * @param candidates at least 1
 * @param moves      how often the codes that are not known are then drawn anew given all others, which helps where no candidate
 *                   agreed well (resample and move: Gilks and Berzuini 2001)
 */
public record Resampling(Weighting model, int candidates, int moves) implements Serializable {
    /** How many candidates a row has. */
    public static final int CANDIDATES = 64;

    private static final int MOVES = 2;

    /** With as many candidates and moves as rows are drawn with. */
    public static Resampling of(Weighting model) {
        return new Resampling(model, CANDIDATES, MOVES);
    }

    /** What is known of rows. */
    public interface Evidence extends Serializable {
        /**
         * Writes the known codes of one candidate a row, and adds to its weight, in logarithms, by how much it was proposed too
         * seldom. A function of the seed and the row's number alone.
         */
        Known propose(long seed, Block into, double[] weights);
    }

    /**
     * What the candidates of each row were worth.
     *
     * @param effective unweighted rows that they are worth, 0 .. {@link #candidates}; 0 where all are ruled out
     * @param chances   their mean weight: unbiased for the probability of what is known
     */
    public record Worth(double[] effective, double[] chances) {}

    /** Draws all variables of the rows. Where all candidates of a row are ruled out, it is the first. */
    public Worth draw(long seed, Evidence evidence, Block into) {
        Choice choice = new Choice(into);
        Known known = Known.cells(new boolean[0][], Set.of());
        double[] weights = new double[into.rows()];
        long[] bits = new long[into.rows()];
        for (int j = 0; j < candidates; j++) {
            long own = Hash.combine(seed, j);
            Block candidate = Block.empty(model.domain(), into.numbers());
            Arrays.fill(weights, 0);
            known = evidence.propose(own, candidate, weights);
            model.weigh(own, known, candidate, weights);
            Philox.fill(own, into.numbers(), model.domain().width(), bits);
            choice.offer(candidate, weights, bits);
        }
        Worth worth = choice.finish(candidates);
        for (int move = 0; move < moves; move++) {
            model.move(Hash.combine(seed, candidates + (long) move), known, into);
        }
        others(seed, known, into);
        return worth;
    }

    /** What is known does not concern the rest: it follows from what is there now. */
    private void others(long seed, Known known, Block into) {
        Set<Integer> done = variables(into, known::concerns);
        model.sample(seed, new Part(List.of(), done, variables(into, v -> !known.concerns(v))), into);
    }

    private static Set<Integer> variables(Block rows, IntPredicate which) {
        return IntStream.range(0, rows.width()).filter(which).boxed().collect(Collectors.toSet());
    }

    /** Chooses among candidates as they come, in proportion to weights (Chao 1982), and keeps sums of these in a scale of their own. */
    private static final class Choice {
        private final Block into;
        private final int[][] codes;
        private final int[] column;
        private final double[] largest;
        private final double[] sum;
        private final double[] squares;
        private boolean first = true;

        Choice(Block into) {
            this.into = into;
            int rows = into.rows();
            codes = new int[into.width()][rows];
            column = new int[rows];
            largest = new double[rows];
            Arrays.fill(largest, Double.NEGATIVE_INFINITY);
            sum = new double[rows];
            squares = new double[rows];
        }

        void offer(Block candidate, double[] weights, long[] bits) {
            int[] taken = new int[column.length];
            int count = 0;
            for (int row = 0; row < column.length; row++) {
                double share = share(row, weights[row]);
                if (first || Hash.uniform(bits[row]) < share) {
                    taken[count++] = row;
                }
            }
            first = false;
            for (int v = 0; count > 0 && v < codes.length; v++) {
                candidate.read(v, column);
                for (int i = 0; i < count; i++) {
                    codes[v][taken[i]] = column[taken[i]];
                }
            }
        }

        /** The share of a new weight in the sum of all so far. */
        private double share(int row, double weight) {
            if (weight == Double.NEGATIVE_INFINITY) {
                return 0;
            }
            if (weight <= largest[row]) {
                double scaled = StrictMath.exp(weight - largest[row]);
                sum[row] += scaled;
                squares[row] += scaled * scaled;
                return scaled / sum[row];
            }
            double scale = StrictMath.exp(largest[row] - weight);
            largest[row] = weight;
            sum[row] = sum[row] * scale + 1;
            squares[row] = squares[row] * scale * scale + 1;
            return 1 / sum[row];
        }

        Worth finish(int candidates) {
            for (int v = 0; v < codes.length; v++) {
                into.write(v, codes[v]);
            }
            double[] effective = new double[sum.length];
            double[] chances = new double[sum.length];
            for (int row = 0; row < sum.length; row++) {
                if (sum[row] > 0) {
                    effective[row] = sum[row] * sum[row] / squares[row];
                    chances[row] = StrictMath.exp(largest[row]) * sum[row] / candidates;
                }
            }
            return new Worth(effective, chances);
        }
    }
}
