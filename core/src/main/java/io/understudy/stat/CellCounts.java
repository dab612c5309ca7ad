package io.understudy.stat;

import java.io.Serializable;

/**
 * Counts of the cells {@code 0 .. cells-1} of a table: an array where that is small, otherwise only the cells that occur.
 *
 * <p>A commutative monoid under {@link #merge}. Memory: at most 8 bytes a cell, or 32 bytes a cell that occurs.
 */
public final class CellCounts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DENSE = 1 << 18;
    private static final long[] SPARSE = {};

    private final long[] dense;
    private final LongCounts sparse = new LongCounts();

    public CellCounts(long cells) {
        this.dense = cells <= MOST_DENSE ? new long[(int) cells] : SPARSE;
    }

    public void increment(long cell) {
        if (dense.length > 0) {
            dense[(int) cell]++;
        } else {
            sparse.add(cell, 1);
        }
    }

    public long get(long cell) {
        return dense.length > 0 ? dense[(int) cell] : sparse.get(cell);
    }

    public CellCounts merge(CellCounts other) {
        for (int cell = 0; cell < dense.length; cell++) {
            dense[cell] += other.dense[cell];
        }
        sparse.merge(other.sparse);
        return this;
    }

    /** Visits every cell that occurs: in ascending order if the table is small, otherwise in no defined order. */
    public void forEach(LongCounts.Visitor visitor) {
        for (int cell = 0; cell < dense.length; cell++) {
            if (dense[cell] != 0) {
                visitor.visit(cell, dense[cell]);
            }
        }
        sparse.forEach(visitor);
    }
}
