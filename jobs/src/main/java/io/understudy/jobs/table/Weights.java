package io.understudy.jobs.table;

import io.understudy.raw.RawBlock;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Keys;
import io.understudy.stat.ExactSum;
import io.understudy.stat.Fold;
import java.io.Serializable;

/**
 * What the weights of a table are like: one pass, exact, so that order does not matter.
 *
 * @param rows     of the table
 * @param missing  rows without a weight
 * @param infinite rows whose weight is infinite or not a number
 * @param negative rows whose weight is below 0
 * @param mean     of the weights that are none of these; 0 where there is none
 */
public record Weights(long rows, long missing, long infinite, long negative, double mean) {

    /** A column that holds weights, and what its keys are. */
    record Scale(int column, ColumnType type) implements Serializable {

        /** The weight of every row of a block; NaN where it is missing. */
        double[] weights(RawBlock block) {
            RawColumn.Keyed cells = (RawColumn.Keyed) block.columns().get(column);
            double[] weights = new double[block.rows()];
            for (int row = 0; row < weights.length; row++) {
                weights[row] = cells.missing(row) ? Double.NaN : number(cells.keys()[row]);
            }
            return weights;
        }

        private double number(long key) {
            if (type instanceof ColumnType.Real real) {
                return real.bytes() == Float.BYTES ? Keys.toFloat(key) : Keys.toDouble(key);
            }
            if (type instanceof ColumnType.Decimal decimal) {
                return decimal.exact() ? key / StrictMath.pow(10, decimal.scale()) : Keys.toDouble(key);
            }
            return key;
        }
    }

    /** Counts and sums the weights of a column of numbers. */
    record Counting(Scale scale) implements Fold<RawBlock, Counting.State, Weights> {

        static final class State implements Serializable {
            private static final long serialVersionUID = 1L;
            private final ExactSum sum = new ExactSum();
            private long rows;
            private long missing;
            private long infinite;
            private long negative;

            private void add(boolean absent, double weight) {
                rows++;
                if (absent) {
                    missing++;
                } else if (!Double.isFinite(weight)) {
                    infinite++;
                } else if (weight < 0) {
                    negative++;
                } else {
                    sum.add(weight);
                }
            }

            private State add(State other) {
                rows += other.rows;
                missing += other.missing;
                infinite += other.infinite;
                negative += other.negative;
                sum.add(other.sum);
                return this;
            }
        }

        @Override
        public State zero() {
            return new State();
        }

        @Override
        public State add(State state, RawBlock block) {
            RawColumn cells = block.columns().get(scale.column());
            double[] weights = scale.weights(block);
            for (int row = 0; row < weights.length; row++) {
                state.add(cells.missing(row), weights[row]);
            }
            return state;
        }

        @Override
        public State merge(State left, State right) {
            return left.add(right);
        }

        @Override
        public Weights finish(State state) {
            long good = state.rows - state.missing - state.infinite - state.negative;
            return new Weights(
                    state.rows, state.missing, state.infinite, state.negative, good == 0 ? 0 : state.sum.mean(good));
        }
    }
}
