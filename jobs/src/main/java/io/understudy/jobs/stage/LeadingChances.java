package io.understudy.jobs.stage;

import io.understudy.domain.Block;
import io.understudy.model.Likelihood;
import java.util.Arrays;
import java.util.List;

/** The probabilities of columns that lead a model, which it can tell of alone. */
record LeadingChances(Likelihood model) implements Conditioning.Chances {
    private static final int CHUNK = 8_192;

    @Override
    public double[] of(List<Integer> columns, int[][] codes) {
        double[] chances = new double[codes[0].length];
        double[] logs = new double[CHUNK];
        for (int from = 0; from < chances.length; from += CHUNK) {
            int count = Math.min(CHUNK, chances.length - from);
            Block block = Block.empty(model.domain(), 0, count);
            for (int i = 0; i < codes.length; i++) {
                block.write(columns.get(i), Arrays.copyOfRange(codes[i], from, from + count));
            }
            model.logLikelihood(columns, block, logs);
            for (int row = 0; row < count; row++) {
                chances[from + row] = StrictMath.exp(logs[row]);
            }
        }
        return chances;
    }
}
