package io.understudy.stat;

import java.io.Serializable;

/** Counts by cell number: a commutative monoid under {@link #merge}. */
public sealed interface CellCounts extends Serializable {

    /** Above this many cells only those that occur are stored: 512 KiB a table. */
    int MAX_DENSE = 1 << 16;

    static CellCounts of(long cells) {
        return cells <= MAX_DENSE ? new Dense(new long[(int) cells]) : new Sparse(new LongCounts());
    }

    /** Adds one to the cell of every row; {@code codes} are those of the clique's variables, {@code sizes} their sizes. */
    void add(int[][] codes, int[] sizes, int rows);

    /** Adds one to a cell. */
    void increment(long cell);

    CellCounts merge(CellCounts other);

    long get(long cell);

    /** Visits every cell that occurs, ascending. */
    void forEach(LongCounts.Visitor visitor);

    /** An array of all cells, 8 bytes a cell. */
    record Dense(long[] counts) implements CellCounts {
        @Override
        public void add(int[][] codes, int[] sizes, int rows) {
            int[] cell = new int[rows];
            for (int v = 0; v < sizes.length; v++) {
                int size = sizes[v];
                int[] code = codes[v];
                for (int row = 0; row < rows; row++) {
                    cell[row] = cell[row] * size + code[row];
                }
            }
            for (int index : cell) {
                counts[index]++;
            }
        }

        @Override
        public void increment(long cell) {
            counts[(int) cell]++;
        }

        @Override
        public CellCounts merge(CellCounts other) {
            long[] more = ((Dense) other).counts;
            for (int i = 0; i < counts.length; i++) {
                counts[i] += more[i];
            }
            return this;
        }

        @Override
        public long get(long cell) {
            return counts[(int) cell];
        }

        @Override
        public void forEach(LongCounts.Visitor visitor) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 0) {
                    visitor.visit(i, counts[i]);
                }
            }
        }
    }

    /** A hash table of the cells that occur, 32 to 64 bytes each. */
    record Sparse(LongCounts counts) implements CellCounts {
        @Override
        public void add(int[][] codes, int[] sizes, int rows) {
            for (int row = 0; row < rows; row++) {
                long cell = 0;
                for (int v = 0; v < sizes.length; v++) {
                    cell = cell * sizes[v] + codes[v][row];
                }
                counts.add(cell, 1);
            }
        }

        @Override
        public void increment(long cell) {
            counts.add(cell, 1);
        }

        @Override
        public CellCounts merge(CellCounts other) {
            counts.merge(((Sparse) other).counts);
            return this;
        }

        @Override
        public long get(long cell) {
            return counts.get(cell);
        }

        @Override
        public void forEach(LongCounts.Visitor visitor) {
            for (long cell : counts.sortedKeys()) {
                visitor.visit(cell, counts.get(cell));
            }
        }
    }
}
