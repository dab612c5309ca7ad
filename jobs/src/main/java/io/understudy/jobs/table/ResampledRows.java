package io.understudy.jobs.table;

import io.understudy.domain.Block;
import io.understudy.model.Known;
import io.understudy.model.Resampling;
import io.understudy.model.Weighting;
import io.understudy.random.Hash;
import io.understudy.random.Philox;
import io.understudy.raw.RawBlock;
import java.util.Arrays;

/**
 * Rows drawn under conditions on columns that do not lead the model: each is one of a fixed number of candidates, whose
 * combinations are proposed by rough probabilities and weighed by the model's, see {@link Resampling}.
 *
 * <p>Law: row {@code r} is a function of (model, conditions, seed, r), meets its condition, and takes so many draws and no
 * more.
 *
 * @param conditions what may be drawn; its lotteries propose
 * @param proposed   by combination, the rough probability that the lotteries were made of
 */
public record ResampledRows(ConditionedRows conditions, double[] proposed) implements SyntheticRows.Drawn {
    private static final int TRIED = 1_024;

    /**
     * How candidates of one part fare.
     *
     * @param chance    the probability of its condition, estimated
     * @param effective rows that the candidates of a row are worth, on average
     */
    public record Trial(double chance, double effective) {}

    /** Draws some rows of one part, always the same, and tells how their candidates fared. */
    public Trial trial(SyntheticRows.Recipe recipe, int part) {
        ConditionedRows.Part[] parts = new ConditionedRows.Part[TRIED];
        Arrays.fill(parts, conditions.parts().get(part));
        Block codes = Block.empty(recipe.model().domain(), 0, TRIED);
        Resampling.Worth worth = resample(recipe, parts, codes);
        double[] upTo = parts[0].lottery().upTo();
        return new Trial(
                upTo[upTo.length - 1] * Arrays.stream(worth.chances()).average().orElse(0),
                Arrays.stream(worth.effective()).average().orElse(0));
    }

    @Override
    public RawBlock draw(SyntheticRows.Recipe recipe, long first, int rows) {
        Block codes = Block.empty(recipe.model().domain(), first, rows);
        ConditionedRows.Part[] parts = conditions.parts(recipe.seed(), first, rows);
        resample(recipe, parts, codes);
        int[] combinations = combinations(codes);
        long[] bits = new long[rows];
        Philox.fill(recipe.seed(), codes.numbers(), 2L * codes.width(), bits);
        int[] places = new int[rows];
        for (int row = 0; row < rows; row++) {
            int found = Arrays.binarySearch(parts[row].which(), combinations[row]);
            places[row] = ConditionedRows.place(parts[row].places()[found], bits[row]);
        }
        return conditions.cells(recipe, codes, new ConditionedRows.Chosen(combinations, places));
    }

    /** Combinations are numbered with the codes of the first column fastest. */
    private int[] combinations(Block codes) {
        int[] combinations = new int[codes.rows()];
        int[] column = new int[codes.rows()];
        int step = 1;
        for (int i = 0; i < conditions.leads().columns().size(); i++) {
            codes.read(conditions.leads().columns().get(i), column);
            for (int row = 0; row < column.length; row++) {
                combinations[row] += step * column[row];
            }
            step *= 1 + Arrays.stream(conditions.leads().codes()[i]).max().orElse(0);
        }
        return combinations;
    }

    private Resampling.Worth resample(SyntheticRows.Recipe recipe, ConditionedRows.Part[] parts, Block into) {
        Resampling resampling = Resampling.of((Weighting) recipe.model());
        Known known = Known.columns(conditions.leads().columns(), recipe.model(), into.rows());
        return resampling.draw(
                recipe.seed(),
                (own, candidate, weights) -> {
                    propose(own, parts, candidate, weights);
                    return known;
                },
                into);
    }

    private void propose(long own, ConditionedRows.Part[] parts, Block candidate, double[] weights) {
        long[] bits = new long[parts.length];
        Philox.fill(own, candidate.numbers(), 2L * candidate.width(), bits);
        int[] combinations = new int[parts.length];
        for (int row = 0; row < parts.length; row++) {
            ConditionedRows.Part part = parts[row];
            combinations[row] = part.which()[part.lottery().draw(Hash.uniform(bits[row]))];
            weights[row] -= StrictMath.log(proposed[combinations[row]]);
        }
        conditions.write(combinations, candidate);
    }
}
