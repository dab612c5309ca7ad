package io.understudy.jobs.personal;

import io.understudy.codec.Grid;
import io.understudy.codec.KeyForm;
import io.understudy.codec.OrderedCodec;

/**
 * How far apart the values of an ordered column lie, by what its codec releases of them.
 *
 * @param grid  the column's grid
 * @param low   key at the lower end
 * @param high  key at the upper end
 * @param cells how many values or intervals it has
 */
record Spread(Grid grid, long low, long high, int cells) {
    private static final int MOST_STEPS = 20;
    private static final double MIDDLE_HALF = 0.25;

    /** The middle half of the rows, or all of them where the middle half has one value. */
    static Spread of(OrderedCodec codec) {
        Finite finite = Finite.of(codec.parts());
        long low = finite.quantile(MIDDLE_HALF);
        long high = finite.quantile(1 - MIDDLE_HALF);
        return low < high ? finite.spread(low, high) : finite.all();
    }

    /** The scale of noise: from one end to the other, in distances of the grid. */
    double distance() {
        return low < high ? grid.distance(low, high) : 0;
    }

    /** Round steps (1, 2 or 5 times a power of ten) of which at most twenty, and at most half as many as there are values, make the spread. */
    Applied.Rounded rounded() {
        KeyForm form = grid.form();
        double wanted = (form.value(high) - form.value(low)) / Math.max(1, Math.min(MOST_STEPS, cells) / 2.0);
        double step = round(Math.max(wanted, form == KeyForm.INTEGER ? 2 : Double.MIN_NORMAL));
        return new Applied.Rounded(form, step);
    }

    private static double round(double wanted) {
        double power = 1;
        while (power > wanted) {
            power /= 10;
        }
        while (power * 10 <= wanted) {
            power *= 10;
        }
        for (double step : new double[] {power, 2 * power, 5 * power}) {
            if (step >= wanted) {
                return step;
            }
        }
        return 10 * power;
    }

    /** The cells of a codec that are finite numbers. */
    private record Finite(OrderedCodec.Parts parts, int from, int to) {
        static Finite of(OrderedCodec.Parts parts) {
            KeyForm form = parts.grid().form();
            int from = 0;
            int to = parts.lows().length;
            while (from < to && parts.lows()[from] < form.lowest()) {
                from++;
            }
            while (to > from && parts.highs()[to - 1] > form.highest()) {
                to--;
            }
            return new Finite(parts, from, to);
        }

        long quantile(double share) {
            long total = 0;
            for (int i = from; i < to; i++) {
                total += parts.weights()[i];
            }
            long before = 0;
            for (int i = from; i < to; i++) {
                before += parts.weights()[i];
                if (before >= share * total) {
                    return share < 0.5 ? parts.lows()[i] : parts.highs()[i];
                }
            }
            return 0;
        }

        Spread spread(long low, long high) {
            return new Spread(parts.grid(), low, high, to - from);
        }

        Spread all() {
            return from == to ? spread(0, 0) : spread(parts.lows()[from], parts.highs()[to - 1]);
        }
    }
}
