package io.understudy.jobs.learn;

import io.understudy.domain.Block;
import io.understudy.neighbour.Space;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coded rows as numbers that trees learn from, one entry a variable: a number as it is, a missing one below all others;
 * of labels the {@value #LABELS} most frequent in training by themselves, the others together.
 */
final class Features {
    static final int LABELS = 60;

    private final int[] variables;
    private final List<double[]> values;
    /** By entry: how many groups of labels there are; 0 where it is a number. */
    private final List<Integer> groups;

    /** All variables. */
    Features(Space space, List<Marginal> columns) {
        this(space, columns, IntStream.range(0, columns.size()).toArray());
    }

    /**
     * @param columns   the tables of the training rows' columns
     * @param variables to learn from, in the order of the entries
     */
    Features(Space space, List<Marginal> columns, int[] variables) {
        this.variables = variables;
        values = new ArrayList<>();
        groups = new ArrayList<>();
        for (int v : variables) {
            if (space.axes().get(v) instanceof Space.Numbers axis) {
                values.add(numbers(axis, space.domain().variable(v).missing()));
                groups.add(0);
            } else {
                Grouping frequent = Grouping.frequent(columns.get(v), LABELS);
                values.add(groups(frequent));
                groups.add(frequent.count());
            }
        }
    }

    private static double[] numbers(Space.Numbers axis, boolean missing) {
        double[] numbers = axis.numbers().clone();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int code = missing ? 1 : 0; code < numbers.length; code++) {
            low = Math.min(low, numbers[code]);
            high = Math.max(high, numbers[code]);
        }
        if (missing && low <= high) {
            numbers[0] = low - Math.max(1, (high - low) / 8);
        }
        return numbers;
    }

    private static double[] groups(Grouping groups) {
        double[] values = new double[groups.size()];
        for (int code = 0; code < values.length; code++) {
            values[code] = groups.group(code);
        }
        return values;
    }

    /** Entries of a row. */
    int width() {
        return values.size();
    }

    /** Whether an entry is a label, in one of so many {@link #groups}. */
    boolean labels(int entry) {
        return groups.get(entry) > 0;
    }

    /** How many groups of labels an entry may be of. */
    int groups(int entry) {
        return groups.get(entry);
    }

    /** The entries of each row, shape (rows, width). */
    double[][] of(Block block) {
        double[][] rows = new double[block.rows()][values.size()];
        int[] codes = new int[block.rows()];
        for (int i = 0; i < variables.length; i++) {
            block.read(variables[i], codes);
            for (int row = 0; row < rows.length; row++) {
                rows[row][i] = values.get(i)[codes[row]];
            }
        }
        return rows;
    }
}
