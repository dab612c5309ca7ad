package io.understudy.codec;

import io.understudy.schema.Column;
import io.understudy.stat.Cells;
import java.io.Serializable;

/**
 * What one pass has learned about the values of a column.
 *
 * @param column  the column
 * @param rows    rows of the table
 * @param missing rows in which the column is missing
 * @param cells   counted values: by key, or for texts by hash and with the text as label
 * @param texts   what else is known of texts; empty for keyed columns
 */
public record ColumnCounts(Column column, long rows, long missing, Cells cells, TextCounts texts)
        implements Serializable {

    /** Whether every value has a cell of its own. */
    public boolean exact() {
        return cells.exact();
    }

    /** Rows in which the column is not missing. */
    public long present() {
        return rows - missing;
    }

    /** Counted {@linkplain Shape shapes} of texts. */
    public Cells shapes() {
        return texts.shapes();
    }

    /** The column as it were if it held what a form reads from its texts; the other rows count as missing. */
    ColumnCounts read(Formatted formatted) {
        Column read = new Column(column.name(), formatted.form().type(), true);
        return new ColumnCounts(read, rows, rows - formatted.read(), formatted.cells(), TextCounts.NONE);
    }

    /**
     * The number of distinct values: exact where {@link #exact()}.
     *
     * <p>Otherwise, for texts, linear counting on the grid of hashes (Whang et al. 1990), with a relative error of about
     * one percent until the grid is full, beyond that a lower bound; for keys, which are not spread evenly, a lower bound.
     */
    public double distinct() {
        if (exact()) {
            return cells.size();
        }
        return column.type().keyed() ? lowerBound() : Math.min((double) present(), linearCount());
    }

    private double lowerBound() {
        double bound = cells.size();
        for (int i = 0; i < cells.size(); i++) {
            bound += cells.pure(i) ? 0 : 1;
        }
        return bound;
    }

    private double linearCount() {
        double grid = 0x1.0p64 / Math.scalb(1.0, cells.shift());
        double occupied = Math.min(cells.size(), grid - 0.5);
        return -grid * StrictMath.log1p(-occupied / grid);
    }
}
