package io.understudy.jobs.fitted;

import io.understudy.raw.RawColumn;
import io.understudy.schema.KeyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A condition on the cells of one column. */
public sealed interface CellTest extends Condition {
    /** Position of the column in the table. */
    int column();

    @Override
    default Set<Integer> columns() {
        return Set.of(column());
    }

    /** The cell is missing; never unknown. */
    record Missing(int column) implements CellTest {
        @Override
        public byte[] truth(List<RawColumn> cells, int rows) {
            byte[] truth = new byte[rows];
            RawColumn column = cells.get(column());
            for (int row = 0; row < rows; row++) {
                truth[row] = column.missing(row) ? TRUE : FALSE;
            }
            return truth;
        }
    }

    /**
     * The key lies in a range.
     *
     * @param order how keys compare
     * @param low   lowest key in the range
     * @param high  highest key in the range
     */
    record KeyRange(int column, KeyOrder order, long low, long high) implements CellTest {
        @Override
        public byte[] truth(List<RawColumn> cells, int rows) {
            RawColumn.Keyed keyed = (RawColumn.Keyed) cells.get(column());
            byte[] truth = new byte[rows];
            for (int row = 0; row < rows; row++) {
                long key = order.canonical(keyed.keys()[row]);
                truth[row] = keyed.absent()[row] ? UNKNOWN : low <= key && key <= high ? TRUE : FALSE;
            }
            return truth;
        }
    }

    /**
     * The key is one of some.
     *
     * @param order how keys compare
     * @param keys  canonical and ascending
     */
    record KeySet(int column, KeyOrder order, long[] keys) implements CellTest {
        @Override
        public byte[] truth(List<RawColumn> cells, int rows) {
            RawColumn.Keyed keyed = (RawColumn.Keyed) cells.get(column());
            byte[] truth = new byte[rows];
            for (int row = 0; row < rows; row++) {
                boolean among = Arrays.binarySearch(keys, order.canonical(keyed.keys()[row])) >= 0;
                truth[row] = keyed.absent()[row] ? UNKNOWN : among ? TRUE : FALSE;
            }
            return truth;
        }
    }

    /** The text is as a match wants it. */
    record TextTest(int column, TextMatch match) implements CellTest {
        @Override
        public byte[] truth(List<RawColumn> cells, int rows) {
            RawColumn.Texts texts = (RawColumn.Texts) cells.get(column());
            byte[] known = new byte[texts.vocabulary().length];
            Arrays.fill(known, UNKNOWN);
            byte[] truth = new byte[rows];
            for (int row = 0; row < rows; row++) {
                int id = texts.ids()[row];
                if (id >= 0 && known[id] == UNKNOWN) {
                    known[id] = match.of(texts.vocabulary()[id]) ? TRUE : FALSE;
                }
                truth[row] = id < 0 ? UNKNOWN : known[id];
            }
            return truth;
        }
    }
}
