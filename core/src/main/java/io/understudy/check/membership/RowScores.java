package io.understudy.check.membership;

import io.understudy.domain.Block;
import io.understudy.stat.Statistic;

/** Scores every row by its likelihood and by that in relation to independent columns, in steps of 2^-8. */
record RowScores(LogLikelihood model, Independent independent) implements Statistic<Scores, Scores> {
    private static final double STEPS = 1 << 8;

    @Override
    public Scores zero() {
        return Scores.of(2);
    }

    @Override
    public Scores add(Scores state, Block block) {
        double[] logs = new double[block.rows()];
        model.write(block, logs);
        double[] alone = new double[block.rows()];
        int[] codes = new int[block.rows()];
        for (int v = 0; v < block.width(); v++) {
            block.read(v, codes);
            for (int row = 0; row < alone.length; row++) {
                alone[row] += independent.log(v, codes[row]);
            }
        }
        for (int row = 0; row < logs.length; row++) {
            state.add(0, Math.round(STEPS * logs[row]));
            state.add(1, Math.round(STEPS * (logs[row] - alone[row])));
        }
        return state;
    }

    @Override
    public Scores merge(Scores left, Scores right) {
        return left.merge(right);
    }

    @Override
    public Scores finish(Scores state) {
        return state;
    }
}
