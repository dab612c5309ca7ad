package io.understudy.check.quality;

import io.understudy.check.Assessed;
import io.understudy.check.Check;
import io.understudy.check.Finding;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Column Shapes and Column Pair Trends as SDMetrics defines them, over all rows, as errors: 0 is perfect, 1 is worst.
 *
 * <p>Findings of check {@code quality}: {@code column-shape} of every column and their mean {@code shape-error};
 * {@code pair-trend} of every pair ("a × b") and their mean {@code trend-error},
 * and {@code correlation-error} of all numbers. Baselines are those of the holdout.
 * What is undefined, like the correlation of a column that does not vary, is left out.
 *
 * <p>Columns that were passed on as they are have no error to measure; their pairs with others do.
 *
 * <p>Reads each table once for all columns and once for all pairs; wide tables oftener, see {@link PairPlan}.
 */
public record Fidelity(Set<String> kept) implements Check {
    static final String NAME = "quality";

    /** @param kept names of the columns that were passed on */
    public Fidelity {
        kept = Set.copyOf(kept);
    }

    /** Of a table that is synthetic in every column. */
    public Fidelity() {
        this(Set.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> measure(Assessed tables) {
        Marginals columns = Marginals.ofColumns(tables.space().domain());
        List<Marginal> train = tables.train().compute(columns);
        List<Marginal> holdout = tables.holdout().compute(columns);
        List<Marginal> synthetic = tables.synthetic().compute(columns);
        List<Finding> findings = new ArrayList<>(
                ColumnShapes.findings(tables.space(), new ColumnShapes.Counted(train, holdout, synthetic), kept));
        findings.addAll(PairTrends.findings(tables, new PairPlan(tables, train, PairPlan.MAX_CELLS), kept));
        return findings;
    }
}
