package io.understudy.stat;

import io.understudy.domain.Clique;
import io.understudy.domain.Domain;

/**
 * A contingency table.
 *
 * <p>Cells are numbered row-major over {@link #domain()}: the last variable varies fastest.
 */
public final class Marginal {
    private final Clique clique;
    private final Domain domain;
    private final CellCounts cells;
    private final long total;

    Marginal(Clique clique, Domain domain, CellCounts cells) {
        this.clique = clique;
        this.domain = domain;
        this.cells = cells;
        long[] sum = {0};
        cells.forEach((cell, count) -> sum[0] += count);
        this.total = sum[0];
    }

    /** The variables in the domain of the table that was counted. */
    public Clique clique() {
        return clique;
    }

    /** The clique's variables alone; sizes are numbers of groups where codes were grouped. */
    public Domain domain() {
        return domain;
    }

    /** Number of rows counted. */
    public long total() {
        return total;
    }

    /** Rows in a cell; cells are row-major, the last variable fastest. */
    public long count(long cell) {
        return cells.get(cell);
    }

    /** Visits every cell that occurs, ascending. */
    public void forEach(LongCounts.Visitor visitor) {
        cells.forEach(visitor);
    }

    /** All counts as a new array of length {@code domain().cells()}; throws where that does not fit an array. */
    public long[] counts() {
        long[] counts = new long[domain.cells()];
        cells.forEach((cell, count) -> counts[(int) cell] = count);
        return counts;
    }

    /**
     * Total variation distance between the two distributions, 0 .. 1: the sum over cells of what this table's share has
     * in excess of the other's, which is half the sum of absolute differences. NaN where either table is empty.
     */
    public double distance(Marginal other) {
        double[] excess = {0};
        cells.forEach((cell, count) ->
                excess[0] += Math.max(0, (double) count / total - (double) other.count(cell) / other.total));
        return total == 0 || other.total == 0 ? Double.NaN : Math.min(1, excess[0]);
    }
}
