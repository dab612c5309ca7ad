package io.understudy.check.quality;

import io.understudy.domain.Clique;
import io.understudy.stat.Both;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.List;

/** Pairs that are measured in one pass over a table. */
record PairPass(Marginals contingencies, Moments correlations) {

    /** What was counted: one entry a clique of {@code contingencies}, one a pair of {@code correlations}. */
    record Counted(List<Marginal> tables, double[] correlations) {

        /** The error of another table at an entry of {@code tables}. */
        double tableError(int index, Counted other) {
            return tables.get(index).distance(other.tables.get(index));
        }

        /** The error of another table at an entry of {@code correlations}; NaN where either is undefined. */
        double correlationError(int index, Counted other) {
            return Math.abs(correlations[index] - other.correlations[index]) / 2;
        }
    }

    Counted count(Table table) {
        var found = table.compute(new Both<>(contingencies, correlations));
        return new Counted(found.first(), found.second());
    }

    List<Clique> tabled() {
        return contingencies.cliques();
    }

    List<Clique> correlated() {
        return correlations.pairs();
    }
}
