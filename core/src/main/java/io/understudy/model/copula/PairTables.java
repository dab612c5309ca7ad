package io.understudy.model.copula;

import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;

/** The contingency tables of all pairs of variables at their levels. */
final class PairTables {
    /** The table of a &lt; b is at b (b - 1) / 2 + a. */
    private final List<PairTable> tables;

    private PairTables(List<PairTable> tables) {
        this.tables = tables;
    }

    /** Counts all pairs in one pass; none where there are no pairs. */
    static PairTables count(Table table, List<Levels> levels) {
        Domain domain = table.domain();
        List<Clique> pairs = new ArrayList<>();
        for (int b = 1; b < domain.width(); b++) {
            for (int a = 0; a < b; a++) {
                pairs.add(Clique.of(a, b));
            }
        }
        if (pairs.isEmpty()) {
            return new PairTables(List.of());
        }
        List<Marginal> counted = table.compute(new Marginals(
                domain, pairs, levels.stream().map(Levels::grouping).toList()));
        return new PairTables(counted.stream().map(PairTables::table).toList());
    }

    private static PairTable table(Marginal pair) {
        return new PairTable(pair.domain().size(0), pair.domain().size(1), pair.counts());
    }

    /** The table with {@code row} as rows and {@code column}, another variable, as columns. */
    PairTable table(int row, int column) {
        return row < column
                ? tables.get(column * (column - 1) / 2 + row)
                : table(column, row).transposed();
    }
}
