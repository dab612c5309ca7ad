package io.understudy.model.copula;

import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import io.understudy.model.Estimator;
import io.understudy.stat.Grouping;
import io.understudy.stat.Marginal;
import io.understudy.stat.Marginals;
import io.understudy.stat.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a {@link GaussianCopula} from the counts of single codes and of pairs of levels: two passes.
 *
 * <p>Marginals are those of the table. The correlation of each pair is {@link Polychoric}, in the {@link LatentOrder} of
 * nominal and missing levels, and the whole is moved to the {@link NearestCorrelation} matrix. All floating-point work is
 * done once, from exact counts, so the model is a function of the multiset of rows.
 *
 * @param levels  most levels at which a pair of variables is compared, at least 2
 * @param leading variables to be first in the order of the factor, so that the others can be drawn given them
 */
public record CopulaEstimator(int levels, List<Integer> leading) implements Estimator<GaussianCopula> {
    private static final int DEFAULT_LEVELS = 16;
    private static final int LEAST_LEVELS = 4;
    private static final int MOST_NOMINAL_LEVELS = 1 << 14;
    /** Cells of all contingency tables together: 16 MiB of counts, at most eight times that where tables are sparse. */
    private static final long MOST_CELLS = 1 << 21;

    public CopulaEstimator {
        if (levels < 2) {
            throw new IllegalArgumentException("a copula needs at least 2 levels a variable, got " + levels);
        }
        leading = List.copyOf(leading);
    }

    /** With any variables first. */
    public CopulaEstimator(int levels) {
        this(levels, List.of());
    }

    /** With the levels that serve most tables. */
    public CopulaEstimator(List<Integer> leading) {
        this(DEFAULT_LEVELS, leading);
    }

    /** With the levels that serve most tables. */
    public CopulaEstimator() {
        this(DEFAULT_LEVELS);
    }

    /** @throws IllegalArgumentException where the table has no rows */
    @Override
    public GaussianCopula fit(Table table) {
        Domain domain = table.domain();
        List<Marginal> codes = table.compute(Marginals.ofColumns(domain));
        if (codes.stream().anyMatch(marginal -> marginal.total() == 0)) {
            throw new IllegalArgumentException("a copula cannot be fitted to a table without rows");
        }
        List<Levels> coarse = coarsened(domain, codes);
        PairTables tables = PairTables.count(table, coarse);
        int[][] orders = LatentOrder.find(coarse, tables);
        List<LatentMargin> margins = new ArrayList<>();
        for (int v = 0; v < orders.length; v++) {
            margins.add(LatentMargin.of(coarse.get(v).codes(orders[v]), codes.get(v)));
        }
        double[][] correlations = NearestCorrelation.of(correlations(coarse, tables, orders));
        List<Integer> order = IntStream.range(0, domain.width())
                .boxed()
                .sorted(Comparator.comparingInt(v -> leading.contains(v) ? leading.indexOf(v) : leading.size()))
                .toList();
        return new GaussianCopula(domain, margins, order, Cholesky.factor(ordered(correlations, order)));
    }

    private static double[][] ordered(double[][] correlations, List<Integer> order) {
        int width = order.size();
        double[][] ordered = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                ordered[i][j] = correlations[order.get(i)][order.get(j)];
            }
        }
        return ordered;
    }

    /** Nominal variables get as many levels as there is room for, since their order is yet to be found. */
    private List<Levels> coarsened(Domain domain, List<Marginal> codes) {
        int limit = MOST_NOMINAL_LEVELS;
        List<Levels> coarse = coarsened(domain, codes, limit);
        while (limit > LEAST_LEVELS && cells(coarse) > MOST_CELLS) {
            limit /= 2;
            coarse = coarsened(domain, codes, limit);
        }
        return coarse;
    }

    private List<Levels> coarsened(Domain domain, List<Marginal> codes, int limit) {
        return IntStream.range(0, domain.width())
                .mapToObj(v -> {
                    Variable variable = domain.variable(v);
                    int most = variable.ordered() ? Math.min(levels, limit) : limit;
                    return Levels.of(variable, codes.get(v), most);
                })
                .toList();
    }

    private static long cells(List<Levels> coarse) {
        long sum = 0;
        long squares = 0;
        for (Levels of : coarse) {
            sum += of.count();
            squares += (long) of.count() * of.count();
        }
        return (sum * sum - squares) / 2;
    }

    private double[][] correlations(List<Levels> coarse, PairTables tables, int[][] orders) {
        int width = coarse.size();
        Grouping[] runs = new Grouping[width];
        double[][] correlations = new double[width][width];
        for (int v = 0; v < width; v++) {
            runs[v] = coarse.get(v).runs(orders[v], levels);
            correlations[v][v] = 1;
            for (int other = 0; other < v; other++) {
                PairTable table = tables.table(v, other).grouped(runs[v], runs[other]);
                correlations[v][other] = Polychoric.correlation(table);
                correlations[other][v] = correlations[v][other];
            }
        }
        return correlations;
    }
}
