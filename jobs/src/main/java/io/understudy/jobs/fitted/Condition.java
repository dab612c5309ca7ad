package io.understudy.jobs.fitted;

import io.understudy.raw.RawColumn;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What rows are to be like, in SQL's three-valued logic: a comparison with a missing cell is neither true nor false, and a
 * row meets a condition that is true (Kleene 1952 for what follows of that).
 */
public sealed interface Condition extends Serializable permits CellTest, Condition.All, Condition.Any, Condition.Not {
    byte FALSE = 0;

    /** Neither true nor false. The truth values are in order, so that "and" is the lesser and "or" the greater. */
    byte UNKNOWN = 1;

    byte TRUE = 2;

    /** What every row meets. */
    static Condition none() {
        return new All(List.of());
    }

    /** Positions of the columns that are looked at. */
    Set<Integer> columns();

    /** The truth value of each of the first {@code rows} rows. */
    byte[] truth(List<RawColumn> cells, int rows);

    /** Positions of the rows that meet the condition, ascending. */
    default int[] met(List<RawColumn> cells, int rows) {
        byte[] truth = truth(cells, rows);
        int[] met = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            met[count] = row;
            count += truth[row] == TRUE ? 1 : 0;
        }
        return Arrays.copyOf(met, count);
    }

    /** All of some conditions. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<Integer> columns() {
            return union(parts);
        }

        @Override
        public byte[] truth(List<RawColumn> cells, int rows) {
            byte[] all = new byte[rows];
            Arrays.fill(all, TRUE);
            for (Condition part : parts) {
                byte[] truth = part.truth(cells, rows);
                for (int row = 0; row < rows; row++) {
                    all[row] = (byte) Math.min(all[row], truth[row]);
                }
            }
            return all;
        }
    }

    /** At least one of some conditions. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<Integer> columns() {
            return union(parts);
        }

        @Override
        public byte[] truth(List<RawColumn> cells, int rows) {
            byte[] any = new byte[rows];
            for (Condition part : parts) {
                byte[] truth = part.truth(cells, rows);
                for (int row = 0; row < rows; row++) {
                    any[row] = (byte) Math.max(any[row], truth[row]);
                }
            }
            return any;
        }
    }

    /** The opposite of a condition. */
    record Not(Condition part) implements Condition {
        @Override
        public Set<Integer> columns() {
            return part.columns();
        }

        @Override
        public byte[] truth(List<RawColumn> cells, int rows) {
            byte[] truth = part.truth(cells, rows);
            for (int row = 0; row < rows; row++) {
                truth[row] = (byte) (TRUE - truth[row]);
            }
            return truth;
        }
    }

    private static Set<Integer> union(List<Condition> parts) {
        Set<Integer> columns = new HashSet<>();
        parts.forEach(part -> columns.addAll(part.columns()));
        return columns;
    }
}
