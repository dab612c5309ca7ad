package io.understudy.jobs.personal;

import io.understudy.codec.Grid;
import io.understudy.codec.KeyForm;
import io.understudy.codec.OrderedCodec;
import io.understudy.random.Hash;
import io.understudy.raw.RawColumn;
import java.time.LocalDate;
import java.util.function.LongUnaryOperator;

/** Treatments of keys: rounding, truncation, noise. */
final class Keyed {
    private static final long DAY = 86_400_000_000L;

    private Keyed() {}

    static LongUnaryOperator rounding(Applied.Rounded rounded) {
        KeyForm form = rounded.form();
        if (form == KeyForm.INTEGER) {
            long step = (long) rounded.step();
            return key -> Math.floorDiv(key, step) * step;
        }
        double step = rounded.step();
        return key -> finite(form, key) ? form.key(Math.floor(form.value(key) / step) * step + 0.0) : key;
    }

    static long month(long days) {
        return LocalDate.ofEpochDay(days).withDayOfMonth(1).toEpochDay();
    }

    static long day(long micros) {
        return Math.floorDiv(micros, DAY) * DAY;
    }

    static RawColumn map(RawColumn.Keyed cells, int rows, LongUnaryOperator change) {
        RawColumn.Keyed changed = new RawColumn.Keyed(rows);
        for (int row = 0; row < rows; row++) {
            changed.absent()[row] = cells.absent()[row];
            changed.keys()[row] = cells.absent()[row] ? 0 : change.applyAsLong(cells.keys()[row]);
        }
        return changed;
    }

    /** Noise along the column's grid, which never leads out of the range that the codec releases. */
    static RawColumn noise(RawColumn.Keyed cells, Rows rows, double scale, OrderedCodec codec) {
        Grid grid = codec.parts().grid();
        long[] lows = codec.parts().lows();
        long[] highs = codec.parts().highs();
        long lowest = Math.max(lows[0], grid.form().lowest());
        long highest = Math.min(highs[highs.length - 1], grid.form().highest());
        RawColumn.Keyed noisy = new RawColumn.Keyed(rows.count());
        for (int row = 0; row < rows.count(); row++) {
            long key = cells.keys()[row];
            noisy.absent()[row] = cells.absent()[row];
            noisy.keys()[row] = cells.absent()[row] || !finite(grid.form(), key)
                    ? key
                    : Math.max(lowest, Math.min(grid.along(key, scale * laplace(rows.bits(row))), highest));
        }
        return noisy;
    }

    /** A draw from the Laplace distribution of scale 1, by inversion. */
    private static double laplace(long bits) {
        double uniform = Hash.uniform(bits) - 0.5;
        return -Math.signum(uniform) * StrictMath.log1p(-Math.min(2 * Math.abs(uniform), Math.nextDown(1.0)));
    }

    private static boolean finite(KeyForm form, long key) {
        return key >= form.lowest() && key <= form.highest();
    }
}
