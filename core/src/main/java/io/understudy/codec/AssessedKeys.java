package io.understudy.codec;

import io.understudy.domain.Variable;
import io.understudy.raw.RawColumn;
import io.understudy.schema.ColumnType;
import io.understudy.schema.Kind;
import io.understudy.stat.Cells;
import java.util.Arrays;

/**
 * Codes of keys for checks: missing, then by turns the gaps between training values and the values themselves.
 *
 * <p>Code {@code 2i + 1} is the gap below cell i, code {@code 2i + 2} the cell; the last code is the gap above them all.
 */
final class AssessedKeys implements AssessedColumn {
    private static final long serialVersionUID = 1L;

    private final Variable variable;
    private final KeyForm form;
    private final KeyIndex index;

    /** 1 where there is no key below the first cell and so nothing in the first gap. */
    private final int lowestRank;

    private final int[] positions;
    private final double[] numbers;

    AssessedKeys(ColumnCounts training, Kind kind) {
        String name = training.column().name();
        Cells cells = training.cells();
        form = KeyForm.of(training.column().type());
        variable = new Variable(name, 2 * cells.size() + 2, kind.ordered(), true);
        index = new KeyIndex(thresholds(cells));
        lowestRank = cells.size() > 0 && cells.lows()[0] == Long.MIN_VALUE ? 1 : 0;
        positions = kind.ordered() ? positions(cells) : new int[0];
        numbers = kind.ordered() ? numbers(cells, Mass.finite(training.cells(), form)) : new double[0];
        double unit = unit(training.column().type());
        Arrays.setAll(numbers, code -> numbers[code] / unit);
    }

    private static long[] thresholds(Cells cells) {
        long[] thresholds = new long[2 * cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            long low = cells.lows()[i];
            thresholds[2 * i] = low == Long.MIN_VALUE ? low : low - 1;
            thresholds[2 * i + 1] = cells.highs()[i];
        }
        return thresholds;
    }

    private static int[] positions(Cells cells) {
        double total = Math.max(1, cells.total());
        int[] positions = new int[2 * cells.size() + 2];
        long before = 0;
        for (int i = 0; i < cells.size(); i++) {
            long count = cells.counts()[i];
            positions[2 * i + 1] = (int) Math.rint(before / total * AssessmentCodec.UNIT);
            positions[2 * i + 2] = (int) Math.rint((before + count / 2.0) / total * AssessmentCodec.UNIT);
            before += count;
        }
        positions[positions.length - 1] = AssessmentCodec.UNIT;
        return positions;
    }

    private double[] numbers(Cells cells, Mass finite) {
        double[] middles = new double[2 * cells.size() + 2];
        for (int i = 0; i < cells.size(); i++) {
            middles[2 * i + 2] = number(cells.lows()[i], finite) / 2 + number(cells.highs()[i], finite) / 2;
        }
        int bottom = Math.min(2, 2 * cells.size());
        int top = 2 * cells.size();
        for (int i = 0; i <= cells.size(); i++) {
            double below = middles[Math.max(2 * i, bottom)];
            double above = middles[Math.min(2 * i + 2, top)];
            middles[2 * i + 1] = below / 2 + above / 2;
        }
        return middles;
    }

    private double number(long key, Mass finite) {
        if (finite.size() == 0) {
            return 0;
        }
        return form.value(Math.max(finite.lows()[0], Math.min(key, finite.highs()[finite.size() - 1])));
    }

    private static double unit(ColumnType type) {
        int digits = type instanceof ColumnType.Decimal decimal && decimal.exact() ? decimal.scale() : 0;
        double unit = 1;
        for (int i = 0; i < digits; i++) {
            unit *= 10;
        }
        return unit;
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public void encode(RawColumn from, int rows, int[] into) {
        RawColumn.Keyed keyed = (RawColumn.Keyed) from;
        boolean[] absent = keyed.absent();
        for (int row = 0; row < rows; row++) {
            into[row] = absent[row] ? 0 : 1 + Math.max(lowestRank, index.rank(keyed.keys()[row]));
        }
    }

    @Override
    public int[] positions() {
        return positions;
    }

    @Override
    public double[] numbers() {
        return numbers;
    }
}
