package io.understudy.jobs.stage;

import io.understudy.domain.Block;
import io.understudy.jobs.table.ConditionedRows;
import io.understudy.jobs.table.ResampledRows;
import io.understudy.jobs.table.SyntheticRows;
import io.understudy.model.Model;
import io.understudy.model.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rough probabilities of columns that do not lead a model: counted in rows drawn from it, and a tenth of them even, so that
 * nothing that the model may hold possible is left out. Good enough to propose by; weights make up for what is off.
 *
 * @param recipe of candidates
 */
record ProposedChances(SyntheticRows.Recipe recipe) implements Conditioning.Chances {
    private static final int ROWS = 1 << 16;
    private static final int BLOCK = 1 << 12;
    private static final double EVEN = 0.1;

    @Override
    public double[] of(List<Integer> columns, int[][] codes) {
        double[] chances = new double[codes[0].length];
        for (int first = 0; first < ROWS; first += BLOCK) {
            count(columns, first, chances);
        }
        for (int combination = 0; combination < chances.length; combination++) {
            chances[combination] = (1 - EVEN) * chances[combination] / ROWS + EVEN / chances.length;
        }
        return chances;
    }

    /** As the model weighs candidates: what is proposed would not tell what is impossible. */
    @Override
    public double of(ConditionedRows proposals, double[] weights) {
        return new ResampledRows(proposals, weights).trial(recipe, 0).chance();
    }

    /** Combinations are numbered with the codes of the first column fastest. */
    private void count(List<Integer> columns, int first, double[] into) {
        Model model = recipe.model();
        Block block = Block.empty(model.domain(), first, BLOCK);
        Set<Integer> needed = new HashSet<>(model.needed(Set.copyOf(columns)));
        model.sample(0, new Part(List.of(), Set.of(), needed), block);
        int[] combinations = new int[BLOCK];
        int[] codes = new int[BLOCK];
        int step = 1;
        for (int column : columns) {
            block.read(column, codes);
            for (int row = 0; row < BLOCK; row++) {
                combinations[row] += step * codes[row];
            }
            step *= model.domain().size(column);
        }
        for (int combination : combinations) {
            into[combination]++;
        }
    }
}
