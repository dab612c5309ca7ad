package io.understudy.stat;

import io.understudy.domain.Block;
import io.understudy.domain.Clique;
import io.understudy.domain.Domain;
import io.understudy.domain.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Contingency tables over a list of cliques, all counted in the same pass.
 *
 * <p>Memory of a state: 8 bytes a cell for tables of at most 65,536 cells, at most 64 bytes an occurring cell for larger
 * ones. Whoever asks for many tables asks in several passes.
 *
 * @param domain    of the blocks
 * @param cliques   one table each
 * @param groupings one per variable of the domain: in which groups its codes are counted
 */
public record Marginals(Domain domain, List<Clique> cliques, List<Grouping> groupings)
        implements Statistic<Cells[], List<Marginal>> {

    public Marginals {
        cliques = List.copyOf(cliques);
        groupings = List.copyOf(groupings);
        if (groupings.size() != domain.width()) {
            throw new IllegalArgumentException(groupings.size() + " groupings for " + domain.width() + " variables");
        }
        for (int v = 0; v < domain.width(); v++) {
            if (groupings.get(v).size() != domain.size(v)) {
                throw new IllegalArgumentException(
                        "variable " + domain.variable(v).name() + " has " + domain.size(v) + " codes, its grouping "
                                + groupings.get(v).size());
            }
        }
    }

    /** Tables over the codes themselves. */
    public Marginals(Domain domain, List<Clique> cliques) {
        this(
                domain,
                cliques,
                domain.variables().stream()
                        .map(variable -> Grouping.identity(variable.size()))
                        .toList());
    }

    /** One table a variable. */
    public static Marginals ofColumns(Domain domain) {
        return new Marginals(
                domain, IntStream.range(0, domain.width()).mapToObj(Clique::of).toList());
    }

    /** How many cells the table over a clique has, at most {@link Long#MAX_VALUE}. */
    public long cells(Clique clique) {
        long cells = 1;
        for (int variable : clique.variables()) {
            int count = groupings.get(variable).count();
            cells = cells > Long.MAX_VALUE / count ? Long.MAX_VALUE : cells * count;
        }
        return cells;
    }

    @Override
    public Cells[] zero() {
        return cliques.stream().map(this::table).toArray(Cells[]::new);
    }

    private Cells table(Clique clique) {
        long cells = cells(clique);
        if (cells == Long.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a table over " + clique.variables().size()
                            + " variables has more than 2^63 cells; use coarser groups or fewer variables");
        }
        return Cells.of(cells);
    }

    @Override
    public Cells[] add(Cells[] state, Block block) {
        int[][] groups = read(block);
        for (int c = 0; c < state.length; c++) {
            int[] variables = variables(cliques.get(c));
            int[][] codes = new int[variables.length][];
            int[] sizes = new int[variables.length];
            for (int i = 0; i < variables.length; i++) {
                codes[i] = groups[variables[i]];
                sizes[i] = groupings.get(variables[i]).count();
            }
            state[c].add(codes, sizes, block.rows());
        }
        return state;
    }

    /** The groups of every variable that a clique needs, widened once a block; empty arrays for the others. */
    private int[][] read(Block block) {
        int[][] groups = new int[domain.width()][0];
        for (Clique clique : cliques) {
            for (int variable : clique.variables()) {
                if (groups[variable].length < block.rows()) {
                    groups[variable] = block.read(variable, new int[block.rows()]);
                    groupings.get(variable).apply(groups[variable], block.rows());
                }
            }
        }
        return groups;
    }

    private static int[] variables(Clique clique) {
        return clique.variables().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Cells[] merge(Cells[] left, Cells[] right) {
        for (int c = 0; c < left.length; c++) {
            left[c] = left[c].merge(right[c]);
        }
        return left;
    }

    @Override
    public List<Marginal> finish(Cells[] state) {
        List<Marginal> marginals = new ArrayList<>();
        for (int c = 0; c < state.length; c++) {
            marginals.add(new Marginal(cliques.get(c), grouped(cliques.get(c)), state[c]));
        }
        return marginals;
    }

    private Domain grouped(Clique clique) {
        return new Domain(clique.variables().stream()
                .map(v -> grouped(domain.variable(v), groupings.get(v).count()))
                .toList());
    }

    private static Variable grouped(Variable variable, int count) {
        boolean same = variable.size() == count;
        return new Variable(variable.name(), count, variable.ordered() && same, variable.missing() && same);
    }
}
