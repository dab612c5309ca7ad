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
    private static final int MAX_CELLS = (1 << 15) - 1;

    private final Variable variable;
    private final KeyForm form;
    private final KeyIndex index;
    private final int[] positions;
    private final double[] numbers;

    AssessedKeys(ColumnCounts training, Kind kind) {
        String name = training.column().name();
        Mass mass = grouped(training.cells());
        form = KeyForm.of(training.column().type());
        variable = new Variable(name, 2 * mass.size() + 2, kind.ordered(), true);
        index = new KeyIndex(thresholds(mass));
        positions = kind.ordered() ? positions(mass) : new int[0];
        numbers = kind.ordered() ? numbers(mass, Mass.finite(training.cells(), form)) : new double[0];
        double unit = unit(training.column().type());
        Arrays.setAll(numbers, code -> numbers[code] / unit);
    }

    /** At most {@value #MAX_CELLS} cells; neighbours go together, near equal in mass, where there are more. */
    private static Mass grouped(Cells cells) {
        int[] groups = CodeGroups.assign(cells.counts(), MAX_CELLS);
        int size = groups.length == 0 ? 0 : groups[groups.length - 1] + 1;
        Mass mass = new Mass(new long[size], new long[size], new long[size]);
        for (int i = groups.length - 1; i >= 0; i--) {
            mass.lows()[groups[i]] = shifted(cells.lows()[i]);
            mass.counts()[groups[i]] += cells.counts()[i];
        }
        for (int i = 0; i < groups.length; i++) {
            mass.highs()[groups[i]] = shifted(cells.highs()[i]);
        }
        return mass;
    }

    /** The lowest long shares a code with its neighbour, so that every gap has an upper end. */
    private static long shifted(long key) {
        return Math.max(key, Long.MIN_VALUE + 1);
    }

    private static long[] thresholds(Mass mass) {
        long[] thresholds = new long[2 * mass.size()];
        for (int i = 0; i < mass.size(); i++) {
            thresholds[2 * i] = mass.lows()[i] - 1;
            thresholds[2 * i + 1] = mass.highs()[i];
        }
        return thresholds;
    }

    private static int[] positions(Mass mass) {
        double total = Math.max(1, mass.total());
        int[] positions = new int[2 * mass.size() + 2];
        long before = 0;
        for (int i = 0; i < mass.size(); i++) {
            long count = mass.counts()[i];
            positions[2 * i + 1] = (int) Math.rint(before / total * AssessmentCodec.UNIT);
            positions[2 * i + 2] = (int) Math.rint((before + count / 2.0) / total * AssessmentCodec.UNIT);
            before += count;
        }
        positions[positions.length - 1] = AssessmentCodec.UNIT;
        return positions;
    }

    private double[] numbers(Mass mass, Mass finite) {
        double[] middles = new double[2 * mass.size() + 2];
        for (int i = 0; i < mass.size(); i++) {
            middles[2 * i + 2] = number(mass.lows()[i], finite) / 2 + number(mass.highs()[i], finite) / 2;
        }
        int bottom = Math.min(2, 2 * mass.size());
        int top = 2 * mass.size();
        for (int i = 0; i <= mass.size(); i++) {
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
            into[row] = absent[row] ? 0 : 1 + index.rank(shifted(keyed.keys()[row]));
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
