package io.understudy.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which codes of a batch of rows are known, whatever variables they are of.
 *
 * <p>Two uses differ in what weights must tell. Where every candidate of a row has its own known codes, all their probability
 * counts; where all have the same ones, only what depends on codes that are drawn.
 */
public final class Known {
    private final boolean[][] cells;
    private final boolean[] everywhere;
    private final Set<Integer> present;
    private final Set<Integer> concerned;
    private final boolean proposed;

    private Known(boolean[][] cells, Set<Integer> present, Set<Integer> concerned, boolean proposed) {
        this.cells = cells;
        this.present = Set.copyOf(present);
        this.concerned = Set.copyOf(concerned);
        this.proposed = proposed;
        this.everywhere = new boolean[cells.length];
        for (int v = 0; v < cells.length; v++) {
            everywhere[v] = all(cells[v]);
        }
    }

    private static boolean all(boolean[] known) {
        for (boolean one : known) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    /**
     * All codes of some variables, each candidate having its own. It concerns those that come before these in the model; all
     * others are left to be drawn given both.
     */
    public static Known columns(List<Integer> variables, Model model, int rows) {
        boolean[][] cells = new boolean[model.domain().width()][rows];
        variables.forEach(v -> Arrays.fill(cells[v], true));
        return new Known(cells, Set.of(), model.needed(Set.copyOf(variables)), true);
    }

    /**
     * Some codes of each row, the same of all its candidates.
     *
     * @param cells   true where a code is known, shape (variables, rows); not copied
     * @param present variables whose unknown codes are known not to be the one for missing
     */
    public static Known cells(boolean[][] cells, Set<Integer> present) {
        Set<Integer> all = IntStream.range(0, cells.length).boxed().collect(Collectors.toSet());
        return new Known(cells, present, all, false);
    }

    /** Whether a variable is drawn or weighed by what is known; others are drawn given those that are. */
    public boolean concerns(int variable) {
        return concerned.contains(variable);
    }

    /** Whether the codes of a variable are known in all rows. */
    public boolean everywhere(int variable) {
        return everywhere[variable];
    }

    /** Where the code of a variable is known, by row. */
    public boolean[] rows(int variable) {
        return cells[variable];
    }

    /** Whether a variable's unknown codes are known not to be the one for missing. */
    public boolean present(int variable) {
        return present.contains(variable);
    }

    /** Whether the probability of a variable's known codes tells one candidate from another, in any row. */
    public boolean tells(Set<Integer> parents) {
        return proposed || parents.stream().anyMatch(parent -> !everywhere[parent]);
    }

    /**
     * Where the probability of a known code tells one candidate of a row from another, by row: a matter of the row alone,
     * whatever is known of others.
     *
     * @param parents of the variable
     */
    public boolean[] tells(Set<Integer> parents, int rows) {
        boolean[] tells = new boolean[rows];
        Arrays.fill(tells, proposed);
        for (int parent : parents) {
            for (int row = 0; row < rows && !proposed; row++) {
                tells[row] |= !cells[parent][row];
            }
        }
        return tells;
    }
}
