package io.understudy.model.copula;

import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.model.Estimator;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link GaussianCopula} from the counts of single codes and of pairs of levels: two passes.
 *
 * <p>Marginals are those of the table. The correlation of each pair is {@link Polychoric}, in the {@link LatentOrder} of
 * nominal and missing levels, and the whole is moved to the {@link NearestCorrelation} matrix. All floating-point work is
 * done once, from exact counts, so the model is a function of the multiset of rows.
 *
 * @param levels most levels at which a pair of variables is compared, at least 2
 */
public record CopulaEstimator(int levels) implements Estimator<GaussianCopula> {
    private static final int DEFAULT_LEVELS = 16;
    private static final int MOST_NOMINAL_LEVELS = 1 << 14;
    /** Cells of all contingency tables together: 32 MB of counts. */
    private static final long MOST_CELLS = 1 << 22;

    public CopulaEstimator {
        if (levels < 2) {
            throw new IllegalArgumentException("a copula needs at least 2 levels a variable, got " + levels);
        }
    }

    /** With the levels that serve most tables. */
    public CopulaEstimator() {
        this(DEFAULT_LEVELS);
    }

    /** @throws IllegalArgumentException where the table has no rows */
    @Override
    public GaussianCopula fit(Table table) {
        if (table.rows() == 0) {
            throw new IllegalArgumentException("a copula cannot be fitted to a table without rows");
        }
        Domain domain = table.domain();
        long[][] counts = table.compute(new CodeCounts(domain));
        List<Levels> coarse = levels(domain, counts);
        PairTables tables = table.compute(new PairCounts(coarse));
        int[][] order = LatentOrder.find(coarse, tables);
        List<LatentMargin> margins = new ArrayList<>();
        for (int v = 0; v < order.length; v++) {
            margins.add(new LatentMargin(coarse.get(v).codes(order[v]), counts[v]));
        }
        return new GaussianCopula(domain, margins, NearestCorrelation.of(correlations(coarse, tables, order)));
    }

    /** Nominal variables get as many levels as fit, since their order is yet to be found. */
    private List<Levels> levels(Domain domain, long[][] counts) {
        int limit = MOST_NOMINAL_LEVELS;
        List<Levels> coarse = levels(domain, counts, limit);
        while (limit > levels && cells(coarse) > MOST_CELLS) {
            limit = Math.max(levels, limit / 2);
            coarse = levels(domain, counts, limit);
        }
        return coarse;
    }

    private List<Levels> levels(Domain domain, long[][] counts, int nominal) {
        List<Levels> coarse = new ArrayList<>();
        for (int v = 0; v < counts.length; v++) {
            Variable variable = domain.variable(v);
            coarse.add(
                    variable.ordered()
                            ? Levels.ordered(variable, counts[v], levels)
                            : Levels.nominal(variable, counts[v], nominal));
        }
        return coarse;
    }

    private static long cells(List<Levels> levels) {
        long sum = 0;
        long squares = 0;
        for (Levels of : levels) {
            sum += of.count();
            squares += (long) of.count() * of.count();
        }
        return (sum * sum - squares) / 2;
    }

    private double[][] correlations(List<Levels> coarse, PairTables tables, int[][] order) {
        int width = coarse.size();
        int[][] groups = new int[width][];
        double[][] correlations = new double[width][width];
        for (int v = 0; v < width; v++) {
            groups[v] = groups(coarse.get(v).masses(), order[v]);
            correlations[v][v] = 1;
            for (int other = 0; other < v; other++) {
                PairTable table = tables.table(v, other).grouped(groups[v], groups[other]);
                correlations[v][other] = Polychoric.correlation(table);
                correlations[other][v] = correlations[v][other];
            }
        }
        return correlations;
    }

    /** The group of each level: runs in latent order of about the same mass. */
    private int[] groups(long[] masses, int[] order) {
        long[] ranked = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            ranked[i] = masses[order[i]];
        }
        int[] runs = EqualMass.runs(ranked, levels);
        int[] groups = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            groups[order[i]] = runs[i];
        }
        return groups;
    }
}
